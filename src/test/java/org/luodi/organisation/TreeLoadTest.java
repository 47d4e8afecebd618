package org.luodi.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.luodi.world.TestDatabase;

/** The first load empties nothing that stands, and leaves the table as strict as it found it. */
class TreeLoadTest {

    private static final List<UnitRow> ROWS =
            List.of(UnitRow.of(1, "0", "全国", "", "nation"), UnitRow.of(2, "11", "北京市", "0", "province"));

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

    private static long count(TestDatabase database, String sql) {
        return database.jdbc().sql(sql).query(Long.class).single();
    }
}
