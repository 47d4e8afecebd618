package org.luodi.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.luodi.platform.Refusal;
import org.luodi.world.TestDatabase;

/** The first load empties nothing that stands, and leaves the table as strict as it found it. */
class TreeLoadTest {

    private static final List<UnitRow> ROWS =
            List.of(UnitRow.of(1, "0", "全国", "", "nation"), UnitRow.of(2, "11", "北京市", "0", "province"));

    private static final int MANY = 70_000;
    private static final List<String> NAMES = List.of("村", "a\\b", "\\N", "é", "𠀀庄", "“镇”, x", "\\.");

    @Test
    void aTreeThatHasUnitsIsNotLoadedOver() {
        try (var database = TestDatabase.fresh()) {
            TreeBench.load(database.dataSource(), ROWS.iterator());

            assertThatThrownBy(() -> TreeBench.load(
                            database.dataSource(), ROWS.subList(0, 1).iterator()))
                    .hasMessageContaining("units stand already");

            assertThat(count(database, "select count(*) from organisation.unit"))
                    .isEqualTo(2);
        }
    }

    @Test
    void everyIndexAndConstraintIsThereAgain() {
        try (var database = TestDatabase.fresh()) {
            String pieces = """
                    select (select count(*) from pg_index where indrelid = 'organisation.unit'::regclass)
                         + (select count(*) from pg_constraint
                            where 'organisation.unit'::regclass in (conrelid, confrelid) and contype <> 'n')
                    """;
            long before = count(database, pieces);

            TreeBench.load(database.dataSource(), ROWS.iterator());

            assertThat(count(database, pieces)).isEqualTo(before).isGreaterThan(15);
            assertThatThrownBy(() -> database.jdbc()
                            .sql("update organisation.unit set code = 'not a code' where code = '11'")
                            .update())
                    .hasMessageContaining("unit_code_shape");
        }
    }

    @Test
    void manyRowsAndStrangeNamesStandAsTheyWereRead() {
        List<UnitRow> rows = new ArrayList<>(ROWS);
        for (int i = 0; i < MANY; i++) {
            String superior = i < 10 ? "11" : "n" + (i - 10) / 3;
            rows.add(UnitRow.of(i + 3, "n" + i, NAMES.get(i % NAMES.size()) + i, superior, "other"));
        }
        try (var database = TestDatabase.fresh()) {
            TreeBench.load(database.dataSource(), rows.iterator());

            List<String> stand = database.jdbc().sql("""
                    select u.code || ' ' || u.name || ' ' || coalesce(s.code, '') || ' '
                        || coalesce(u.position > s.position and u.position_end <= s.position_end, true)
                    from organisation.unit u left join organisation.unit s on s.id = u.superior
                    """).query(String.class).list();
            assertThat(stand.stream().sorted().toList())
                    .isEqualTo(rows.stream()
                            .map(row -> row.code() + " " + row.name() + " " + row.superior() + " true")
                            .sorted()
                            .toList());
        }
    }

    @Test
    void aCodeThatComesTwiceAmongManyIsNamed() {
        List<UnitRow> rows = new ArrayList<>(ROWS);
        for (int i = 0; i < MANY; i++) {
            rows.add(UnitRow.of(i + 3, "n" + i, "某村", "11", "village"));
        }
        rows.add(UnitRow.of(MANY + 3, "n7", "又一村", "11", "village"));
        try (var database = TestDatabase.fresh()) {
            assertThatThrownBy(() -> TreeBench.load(database.dataSource(), rows.iterator()))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("changes.row.doubled");
        }
    }

    private static long count(TestDatabase database, String sql) {
        return database.jdbc().sql(sql).query(Long.class).single();
    }
}
