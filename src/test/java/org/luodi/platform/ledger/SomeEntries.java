package org.luodi.platform.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.luodi.platform.identity.Actor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Entries that mean nothing, for tests of what happens to a ledger as a whole. */
public final class SomeEntries {

    private SomeEntries() {}

    public static void append(DataSource database, int count) {
        var store = new LedgerStore(new JdbcTemplate(database), JdbcClient.create(database));
        var at = Instant.now().truncatedTo(ChronoUnit.MICROS);
        store.insert(LongStream.rangeClosed(1, count)
                .mapToObj(n -> new Change(
                        at,
                        Actor.SYSTEM,
                        null,
                        new Subject("test", n),
                        "made",
                        Map.of(),
                        new Reach(List.of(), List.of())))
                .toList());
    }
}
