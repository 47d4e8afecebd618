package org.luodi.platform.ledger;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.server.Settings;
import org.luodi.world.TestDatabase;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A ledger with its sealer, by hand: what is written and what is sealed, and somebody who owns the database. */
final class SealedWorld implements AutoCloseable {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    final TestDatabase database = TestDatabase.fresh();
    final JdbcClient jdbc = database.jdbc();
    final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
    final LineStore lines = new LineStore(jdbc);
    final TileStore tiles = new TileStore(jdbc);
    final HeadStore heads = new HeadStore(jdbc);
    final SealKeys keys;
    final Seals seals;
    final Sealing sealing;
    private final Ledger ledger = new Ledger(new LedgerStore(new JdbcTemplate(database.dataSource()), jdbc));

    SealedWorld(Path data) {
        this.keys = new SealKeys(new Settings(0, data, Optional.empty(), false, ZONE), "ed25519", Clock.system(ZONE));
        this.seals = new Seals(lines, tiles, heads, keys);
        this.sealing = new Sealing(lines, tiles, heads, keys, Clock.system(ZONE));
    }

    /** Writes so many entries, each in a transaction of its own. */
    void write(int from, int until) {
        for (int i = from; i < until; i++) {
            Change change = change(i);
            transaction.executeWithoutResult(status -> ledger.append(change));
        }
    }

    /** Writes so many entries at once. */
    void writeAtOnce(int from, int until) {
        transaction.executeWithoutResult(status -> ledger.append(java.util.stream.IntStream.range(from, until)
                .mapToObj(SealedWorld::change)
                .toList()));
    }

    /** Seals until so many are sealed; transactions of other tests on the same server hold entries back while they run. */
    void seal(long size) {
        Awaitility.await().until(() -> {
            transaction.execute(status -> sealing.step());
            return tiles.mark().size() == size;
        });
    }

    /** Does in the database what only its owner can: past every trigger. */
    void tamper(String... statements) {
        List<String> tables = List.of("entry", "tile", "head");
        transaction.executeWithoutResult(status -> {
            tables.forEach(t -> jdbc.sql("alter table platform." + t + " disable trigger user")
                    .update());
            List.of(statements).forEach(s -> jdbc.sql(s).update());
            tables.forEach(t -> jdbc.sql("alter table platform." + t + " enable trigger user")
                    .update());
        });
    }

    List<Place> places() {
        return transaction.execute(status -> {
            try (var all = lines.all()) {
                return all.map(Line::place).toList();
            }
        });
    }

    @Override
    public void close() {
        database.close();
    }

    private static Change change(int i) {
        return new Change(
                Instant.now(),
                Actor.SYSTEM,
                i % 2 == 0 ? null : i,
                new Subject("thing", i),
                "made",
                Map.of("to", "made", "share", i / 8.0, "words", List.of("甲", i)),
                new Reach(List.of(1, 2, i), List.of()));
    }
}
