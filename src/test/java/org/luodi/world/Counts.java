package org.luodi.world;

import static org.awaitility.Awaitility.await;

import org.luodi.overview.Overview;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The running numbers, brought up to what the ledger holds. */
public record Counts(Overview overview, JdbcClient jdbc) {

    /** Until everything that was written is counted: that waits for each transaction that began before. */
    public void catchUp() {
        long last = jdbc.sql("select coalesce(max(tx::text::bigint), 0) from platform.entry")
                .query(Long.class)
                .single();
        await().pollInSameThread().until(() -> {
            overview.catchUp();
            return jdbc.sql("select tx from overview.progress")
                            .query(Long.class)
                            .single()
                    >= last;
        });
    }
}
