package org.luodi.platform.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.luodi.world.TestDatabase;

/** What offices may do is told anew while the database looks after its tables by itself. */
class OfficeGrantsTest {

    private static final String WAITS =
            "select exists (select from pg_locks where relation = 'matters.matter'::regclass"
                    + " and mode = 'AccessExclusiveLock' and not granted)";

    @Test
    void rightsAreGivenWhileATableIsAnalyzed() throws Exception {
        try (var database = TestDatabase.fresh();
                var vacuum = database.superuser().connect();
                var statement = vacuum.createStatement()) {
            vacuum.setAutoCommit(false);
            statement.execute("lock table matters.matter in share update exclusive mode");
            var given = CompletableFuture.runAsync(
                    () -> OfficeRole.apply(database.dataSource()), task -> new Thread(task).start());
            await().until(() -> database.jdbc().sql(WAITS).query(Boolean.class).single());
            statement.execute("analyze matters.matter");
            vacuum.commit();
            assertThat(given).succeedsWithin(1, TimeUnit.MINUTES);
        }
    }
}
