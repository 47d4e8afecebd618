package org.luodi.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.luodi.organisation.UnitId;
import org.luodi.voice.NewReport;
import org.luodi.voice.Voices;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reports of the public, each on the disk with its words, its contact and its ledger entry before it is acknowledged. */
final class IntakePart {

    private static final int CLIENTS = 16;
    private static final int SECONDS = 15;

    private final Voices voices;
    private final JdbcTemplate jdbc;
    private final Table table;

    IntakePart(ApplicationContext application, Table table) {
        this.voices = application.getBean(Voices.class);
        this.jdbc = application.getBean(JdbcTemplate.class);
        this.table = table;
    }

    void run(Pgbench pgbench) throws Exception {
        List<Integer> villages = jdbc.queryForList(
                "select id from organisation.unit where level = 'village' and id % 97 = 1 limit 4000", Integer.class);
        double yardstick = pgbench.rate(CLIENTS, SECONDS);
        intake(villages, SECONDS / 3);
        long before = kept();
        Rate seen = intake(villages, SECONDS);
        yardstick = Math.max(yardstick, pgbench.rate(CLIENTS, SECONDS));
        table.row(
                "reports of the public taken in, 16 clients, of pgbench's transactions",
                "≥ 0.3 ×",
                Table.text(
                        "%.2f × (%,.0f reports a second against %,.0f)",
                        seen.each() / yardstick, seen.each(), yardstick),
                seen.each() >= 0.3 * yardstick);
        table.row(
                "… acknowledged and there afterwards",
                "all",
                Table.text("%,d of %,d", kept() - before, seen.acknowledged()),
                kept() - before == seen.acknowledged());
    }

    private record Rate(long acknowledged, double each) {}

    private long kept() {
        return jdbc.queryForObject("select count(*) from voice.report", Long.class);
    }

    private Rate intake(List<Integer> villages, int seconds) throws Exception {
        AtomicLong done = new AtomicLong();
        long began = System.nanoTime();
        long end = began + Duration.ofSeconds(seconds).toNanos();
        List<Callable<Void>> work = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            int first = client;
            work.add(() -> {
                for (int i = first; System.nanoTime() < end; i += CLIENTS) {
                    UnitId village = new UnitId(villages.get(i % villages.size()));
                    voices.receive(NewReport.of(village, "村口的路灯不亮，晚上看不见路")
                            .in(11)
                            .reachedAt("1380000" + (1000 + i % 9000), i % 3 == 0));
                    done.incrementAndGet();
                }
                return null;
            });
        }
        var clients = Executors.newFixedThreadPool(CLIENTS);
        for (var client : clients.invokeAll(work)) {
            client.get();
        }
        clients.shutdown();
        return new Rate(done.get(), done.get() / TreePart.seconds(began));
    }
}
