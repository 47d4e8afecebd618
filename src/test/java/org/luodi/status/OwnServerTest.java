package org.luodi.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.server.Login;
import org.luodi.world.TestDatabase;
import org.luodi.world.WholeApplication;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.context.TestPropertySource;

/** What is told where the database is on a server of one's own, which has others too and whose owner is no superuser. */
@WholeApplication
@TestPropertySource(properties = "luodi.tree=true")
class OwnServerTest {

    @Autowired
    Status status;

    @Autowired
    Accounts accounts;

    @Test
    void whatBelongsToABuiltInDatabaseIsNotClaimed() {
        assertThat(status.look().signs())
                .extracting(Sign::name)
                .contains("disk.files", "backup.elsewhere", "database.size", "database.version")
                .doesNotContain("disk", "backup.none", "backup.log", "unreadable");
    }

    @Test
    void aTransactionThatHangsInAnotherDatabaseIsSeenAsLag() throws Exception {
        try (var other = TestDatabase.bare();
                var hanging = other.dataSource().getConnection()) {
            hanging.setAutoCommit(false);
            hanging.createStatement().execute("select pg_current_xact_id()");
            accounts.create("hangs-on", "挂起", "four windows and a kettle", Actor.SYSTEM);
            assertThat(value("waiting", "tallies")).isPositive();
            assertThat(value("waiting", "sealing")).isPositive();
            hanging.rollback();
        }
        await().until(() -> value("waiting", "tallies") == 0 && value("waiting", "sealing") == 0);
    }

    @Test
    void connectionsOfOthersCountToo() throws SQLException {
        try (var database = TestDatabase.fresh()) {
            var store = new StatusStore(database.jdbc());
            List<Connection> others = new ArrayList<>();
            try {
                for (int i = 0; i < 3; i++) {
                    others.add(connect(database.superuser()));
                }
                var asked = JdbcClient.create(new SingleConnectionDataSource(others.get(0), true));
                await().until(() -> store.connections().used()
                        == asked.sql("select count(*) from pg_stat_activity where backend_type = 'client backend'")
                                .query(Long.class)
                                .single());
                assertThat(store.connections().most()).isGreaterThan(50);

                others.get(1).createStatement().execute("alter database " + name(database) + " connection limit 4");
                assertThat(store.connections().most()).isEqualTo(4);
                assertThat(store.connections().used()).isBetween(4L, 11L);
            } finally {
                for (Connection other : others) {
                    other.close();
                }
            }
        }
    }

    private long value(String name, String about) {
        return status.look().signs().stream()
                .filter(sign -> sign.name().equals(name) && sign.about().equals(about))
                .map(sign -> (Long) sign.value())
                .findFirst()
                .orElseThrow();
    }

    private static String name(TestDatabase database) {
        return database.jdbc()
                .sql("select current_database()")
                .query(String.class)
                .single();
    }

    private static Connection connect(Login login) throws SQLException {
        return DriverManager.getConnection(login.url(), login.user(), login.password());
    }
}
