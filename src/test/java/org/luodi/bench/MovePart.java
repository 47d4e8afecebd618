package org.luodi.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.luodi.matters.Command;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.Verb;
import org.luodi.organisation.Grants;
import org.luodi.overview.FoldBench;
import org.luodi.overview.Overview;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.server.EmbeddedPostgres;
import org.luodi.platform.server.Login;
import org.luodi.world.Today;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Moves by eight clients against pgbench on the same server, and the fold behind them. */
final class MovePart {

    private static final int CLIENTS = 8;
    private static final int SECONDS = 15;
    private static final int WARMING = 2;

    private final ApplicationContext application;
    private final Matters matters;
    private final Grants grants;
    private final Actor actor;
    private final Table table;
    private final LocalDate today;

    MovePart(ApplicationContext application, Actor actor, Table table) {
        this.application = application;
        this.matters = application.getBean(Matters.class);
        this.grants = application.getBean(Grants.class);
        this.actor = actor;
        this.table = table;
        this.today = Today.day();
    }

    void run(EmbeddedPostgres server, Login login) throws Exception {
        Pgbench pgbench = new Pgbench(server, login);
        FoldBench fold = new FoldBench(application);
        double yardstick = pgbench.rate(CLIENTS, SECONDS);
        warmUp();
        double folding = moves();
        Duration lag = Duration.between(application.getBean(Overview.class).asOf(), Instant.now());
        fold.pause();
        fold.foldAll();
        double moves = moves();
        yardstick = Math.max(yardstick, pgbench.rate(CLIENTS, SECONDS));
        long began = System.nanoTime();
        long entries = fold.foldAll();
        double rate = entries / TreePart.seconds(began);
        fold.resume();
        report(moves, folding, yardstick);
        table.row(
                "folding tallies, of the rate of moves",
                "≥ 2 ×",
                Table.text(
                        "%.1f × (%,.0f entries a second; while moves and fold share the machine the numbers lag by %.1f s)",
                        rate / moves, rate, lag.toMillis() / 1e3),
                rate >= 2 * moves);
    }

    /** Moves alone, on a world that has not been counted. */
    void alone(EmbeddedPostgres server, Login login) throws Exception {
        Pgbench pgbench = new Pgbench(server, login);
        double yardstick = pgbench.rate(CLIENTS, SECONDS);
        warmUp();
        double moves = moves();
        yardstick = Math.max(yardstick, pgbench.rate(CLIENTS, SECONDS));
        table.row(
                "moves with ledger entry, 8 clients, of pgbench's transactions; alone",
                "≥ 0.4 ×",
                Table.text("%.2f × (%,.0f moves a second against %,.0f)", moves / yardstick, moves, yardstick),
                moves >= 0.4 * yardstick);
    }

    /** A server has been at work for longer than half a minute: until then a tenth of the time goes into compiling. */
    private void warmUp() throws Exception {
        for (int turn = 0; turn < WARMING; turn++) {
            moves();
        }
    }

    private void report(double moves, double folding, double yardstick) {
        table.row(
                "moves with ledger entry, 8 clients, of pgbench's transactions",
                "≥ 0.4 ×",
                Table.text(
                        "%.2f × (%,.0f moves a second, %,.0f while the fold runs beside them, against %,.0f)",
                        moves / yardstick, moves, folding, yardstick),
                moves >= 0.4 * yardstick);
    }

    /** Moves a second. */
    double moves() throws Exception {
        List<Long> raised = application
                .getBean(JdbcTemplate.class)
                .queryForList(
                        "select id from matters.matter where stage = 'raised' and version = 1 limit 80000", Long.class);
        AtomicLong done = new AtomicLong();
        long began = System.nanoTime();
        long end = began + Duration.ofSeconds(SECONDS).toNanos();
        List<Callable<Void>> work = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            int first = client;
            work.add(() -> {
                for (int i = first; i < raised.size() && System.nanoTime() < end; i += CLIENTS) {
                    done.addAndGet(live(new MatterId(raised.get(i)), end));
                }
                return null;
            });
        }
        var clients = Executors.newFixedThreadPool(CLIENTS);
        for (var client : clients.invokeAll(work)) {
            client.get();
        }
        clients.shutdown();
        return done.get() / TreePart.seconds(began);
    }

    /** One matter's way from being raised to being settled. */
    private int live(MatterId id, long end) {
        List<Command> commands = List.of(
                Command.of(Verb.PLACE, 1, null).due(today.plusDays(40)),
                Command.of(Verb.ACT, 2, null).due(today.plusDays(50)).measures("安排轮班"),
                Command.of(Verb.POSTPONE, 3, "等待批复").due(today.plusDays(90)),
                Command.of(Verb.SETTLE, 4, null).solution("已安排轮班", "修订值班规定"));
        int made = 0;
        for (Command command : commands) {
            if (System.nanoTime() < end) {
                matters.move(id, command, grants.scopeOf(actor));
                made++;
            }
        }
        return made;
    }
}
