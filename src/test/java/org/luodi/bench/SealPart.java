package org.luodi.bench;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.luodi.matters.Detail;
import org.luodi.matters.Matters;
import org.luodi.matters.NewMatter;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Line;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.ledger.SealBench;
import org.luodi.world.Today;
import org.springframework.context.ApplicationContext;

/** What sealing costs those who move matters, how far it lags behind them, and how fast it is where it has the machine. */
final class SealPart {

    private static final int ROUNDS = 2;
    private static final int MATTERS = 40_000;
    private static final int PORTION = 1000;

    private final SealBench seal;
    private final MovePart moves;
    private final Table table;

    SealPart(ApplicationContext application, MovePart moves, Table table) {
        this.seal = new SealBench(application);
        this.moves = moves;
        this.table = table;
    }

    /** Matters to be moved, at every province in turn, and none of them sealed. */
    static void raise(ApplicationContext application, Actor actor) {
        new SealBench(application).pause();
        Units units = application.getBean(Units.class);
        Scope scope = application.getBean(Grants.class).scopeOf(actor);
        UnitId root = units.byCode("0").orElseThrow().id();
        List<Unit> provinces =
                units.children(root, Line.TERRITORIAL, scope, null, 50).rows();
        for (int i = 0; i < MATTERS; i += PORTION) {
            List<NewMatter> some = IntStream.range(i, i + PORTION)
                    .mapToObj(n -> matter(provinces.get(n % provinces.size())))
                    .toList();
            application.getBean(Matters.class).raise(some, scope);
        }
    }

    private static NewMatter matter(Unit unit) {
        return new NewMatter(null, unit.id(), 3, 1, 2, null, Today.day().plusDays(60), Detail.titled("办事窗口周末无人值守"));
    }

    /** Seals what lies there, so that nothing else is measured beside it. */
    static void catchUp(ApplicationContext application, Table table) {
        SealBench seal = new SealBench(application);
        seal.pause();
        long began = System.nanoTime();
        long entries = seal.sealAll();
        double rate = entries / TreePart.seconds(began);
        seal.resume();
        if (entries > 30_000) {
            table.row(
                    "sealing the ledger, entries a second",
                    "≥ 5,000",
                    Table.text("%,.0f (%,d entries)", rate, entries),
                    rate >= 5000);
        }
    }

    /** With and without it in turn, on one world. */
    void run() throws Exception {
        double without = 0;
        double with = 0;
        double lag = 0;
        for (int round = 0; round < ROUNDS; round++) {
            seal.pause();
            without += moves.moves();
            seal.sealAll();
            seal.resume();
            Watch watch = new Watch();
            with += moves.moves();
            lag = Math.max(lag, watch.longest());
        }
        double cost = 100 * (without / with - 1);
        table.row(
                "sealing adds to the cost of a move",
                "≤ 15 %",
                Table.text(
                        "%.0f %% (%,.0f moves a second, %,.0f without it; %d turns each)",
                        cost, with / ROUNDS, without / ROUNDS, ROUNDS),
                cost <= 15);
        table.row("… and lags at that rate by at most", "≤ 2 s", Table.text("%.1f s", lag), lag <= 2);
    }

    /** Looks every so often how old the first entry is that waits. */
    private final class Watch {

        private final AtomicBoolean over = new AtomicBoolean();
        private final Thread thread = new Thread(this::look, "watch");
        private volatile double longest;

        Watch() {
            thread.start();
        }

        private void look() {
            try {
                while (!over.get()) {
                    longest = Math.max(longest, seal.lag());
                    Thread.sleep(100);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        double longest() throws InterruptedException {
            over.set(true);
            thread.join();
            return longest;
        }
    }
}
