package org.luodi.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luodi.world.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Each move asks whether something waits for its matter: what waits elsewhere in the nation is not walked for it. */
class RootPlanTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static SingleConnectionDataSource connection;
    private static JdbcClient jdbc;

    /** Forty thousand matters; every fiftieth waits for one of four roots. Without the fence a plan made for any root walks what waits. */
    @BeforeAll
    static void aNationThatWaits() {
        var superuser = DATABASE.superuser();
        connection = new SingleConnectionDataSource(superuser.url(), superuser.user(), superuser.password(), true);
        jdbc = JdbcClient.create(connection);
        // The units and roots that they name need not be there.
        jdbc.sql("set session_replication_role = replica").update();
        jdbc.sql("""
                        insert into matters.matter (number, unit, position, stage, category, source, batch, raised_on, changed_by, changed_at,
                            root, waits)
                        select 'n' || n, 1, n, 'acting', 1, 1, 1, current_date, 1, now(),
                            case when n % 50 = 0 then 1000000 + n % 200 end, n % 50 = 0
                        from generate_series(1, 40000) n
                        """).update();
        jdbc.sql("analyze matters.matter").update();
        prepare("one", RootStore.NOTE_ASKING);
        prepare("several", RootStore.NOTE_ASKING_OF_SOME);
    }

    @AfterAll
    static void close() {
        connection.destroy();
        DATABASE.close();
    }

    @ParameterizedTest
    @CsvSource({
        "force_custom_plan, 'one(7, now())'",
        "force_generic_plan, 'one(7, now())'",
        "force_custom_plan, 'several(7, now())'",
        "force_generic_plan, 'several(7, now())'"
    })
    void whatWaitsIsFoundByItsRoot(String mode, String call) {
        jdbc.sql("set plan_cache_mode = " + mode).update();
        String plan = jdbc.sql("explain (costs off) execute " + call).query(String.class).list().stream()
                .collect(Collectors.joining("\n"));
        assertThat(plan).contains("matter_root").doesNotContain("matter_waits", "Seq Scan");
    }

    private static void prepare(String name, String statement) {
        jdbc.sql("prepare " + name + " (bigint, timestamptz) as "
                        + statement
                                .replaceFirst("\\?, \\?", "\\$1, \\$2")
                                .replace("?", "$1")
                                .replace("any(:some)", "any(array[$1])")
                                .replace(":at", "$2"))
                .update();
    }
}
