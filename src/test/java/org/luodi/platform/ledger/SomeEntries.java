package org.luodi.platform.ledger;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.server.Settings;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

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

    /** Seals all there is, with the keys of a data directory. */
    public static void seal(DataSource database, Path data) {
        var jdbc = JdbcClient.create(database);
        var settings = new Settings(0, data, Optional.empty(), false, ZoneId.of("UTC"));
        var keys = new SealKeys(settings, "ed25519", Clock.systemUTC());
        var tiles = new TileStore(jdbc);
        var sealing = new Sealing(new LineStore(jdbc), tiles, new HeadStore(jdbc), keys, Clock.systemUTC());
        var transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        Awaitility.await().until(() -> {
            transaction.execute(status -> sealing.step());
            return tiles.mark().size()
                    == jdbc.sql("select count(*) from platform.entry")
                            .query(Long.class)
                            .single();
        });
    }
}
