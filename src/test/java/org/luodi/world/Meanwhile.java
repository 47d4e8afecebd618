package org.luodi.world;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Two transactions that meet. */
public record Meanwhile(TransactionOperations transaction, JdbcClient jdbc) {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    /** Begins the second while the first is not through, and waits until the second waits for the table; what the second gives. */
    public <T> T waits(String table, Runnable first, Callable<T> second) throws Exception {
        return waits(table, first, second, () -> {});
    }

    /** The same; once the second waits, the first goes on. */
    public <T> T waits(String table, Runnable first, Callable<T> second, Runnable then) throws Exception {
        FutureTask<T> begun = new FutureTask<>(second);
        transaction.executeWithoutResult(status -> {
            first.run();
            new Thread(begun).start();
            await().atMost(LONGEST).until(() -> isWaitedFor(table));
            then.run();
        });
        return begun.get();
    }

    private boolean isWaitedFor(String table) {
        return jdbc.sql("""
                        select exists (select from pg_stat_activity where datname = current_database()
                                       and cardinality(pg_blocking_pids(pid)) > 0 and position(:table in query) > 0)
                        """).param("table", table).query(Boolean.class).single();
    }
}
