package org.luodi.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestDatabaseTest {

    @Test
    void eachDatabaseHasAllTablesAndItsOwnRows() {
        try (var one = TestDatabase.fresh();
                var other = TestDatabase.fresh()) {
            one.jdbc()
                    .sql(
                            "INSERT INTO platform.scheduled_tasks VALUES ('a', 'b', null, now(), false, null, null, null, 0, null, 1, 1)")
                    .update();

            assertThat(count(one)).isEqualTo(1);
            assertThat(count(other)).isZero();
        }
    }

    @Test
    void theApplicationDoesNotOwnMoreThanItsDatabase() {
        try (var database = TestDatabase.fresh()) {
            assertThat(database.jdbc()
                            .sql(
                                    "SELECT rolsuper OR rolcreaterole OR rolcreatedb FROM pg_roles WHERE rolname = current_user")
                            .query(Boolean.class)
                            .single())
                    .isFalse();
        }
    }

    @Test
    void connectionsKeepTheTimeOfTheInstallation() {
        try (var database = TestDatabase.fresh()) {
            assertThat(database.jdbc().sql("SHOW timezone").query(String.class).single())
                    .isEqualTo("Asia/Shanghai");
        }
    }

    private static int count(TestDatabase database) {
        return database.jdbc()
                .sql("SELECT count(*) FROM platform.scheduled_tasks")
                .query(Integer.class)
                .single();
    }
}
