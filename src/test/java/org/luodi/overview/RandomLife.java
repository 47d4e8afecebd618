package org.luodi.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.luodi.matters.Command;
import org.luodi.matters.Detail;
import org.luodi.matters.Kind;
import org.luodi.matters.Matter;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.NewMatter;
import org.luodi.matters.Verb;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Line;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.TreeChange;
import org.luodi.organisation.TreeChanges;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.identity.Actor;
import org.luodi.world.Today;
import org.springframework.context.ApplicationContext;

/** Random lives of matters on a small tree that is rearranged meanwhile, by several workers at once. */
final class RandomLife {

    private static final int SEED = 20260901;
    private static final int WORKERS = 3;
    private static final int CHANGES = 25;

    private final Matters matters;
    private final Units units;
    private final TreeChanges changes;
    private final Grants grants;
    private final Fold fold;
    private final Actor actor;
    private final Unit root;
    private final Predicate<RuntimeException> expected;
    private final List<UnitId> above = new ArrayList<>();
    private final List<UnitId> homes = new ArrayList<>();
    private final AtomicInteger done = new AtomicInteger();

    /** Makes an account and its tree; failures that are not expected end a worker and the test. */
    RandomLife(ApplicationContext application, Predicate<RuntimeException> expected) {
        this.matters = application.getBean(Matters.class);
        this.units = application.getBean(Units.class);
        this.changes = application.getBean(TreeChanges.class);
        this.grants = application.getBean(Grants.class);
        this.fold = application.getBean(Fold.class);
        this.expected = expected;
        this.actor = application
                .getBean(Accounts.class)
                .create("tally", "统计", "a long password", Actor.SYSTEM)
                .actor();
        this.root = units.byCode("0").orElseThrow();
        for (Role role : List.of(Role.CLERK, Role.SECRETARY)) {
            grants.grantBySystem(new Grants.NewGrant(actor.id(), role, root.id(), Line.TERRITORIAL));
        }
        for (int i = 0; i < 4; i++) {
            above.add(add(root.id(), "A" + i));
        }
        for (int i = 0; i < 12; i++) {
            homes.add(add(above.get(i % 4), "B" + i));
        }
    }

    Unit root() {
        return root;
    }

    Scope scope() {
        return grants.scopeOf(actor);
    }

    /** Changes that were made so far. */
    int done() {
        return done.get();
    }

    /** Lets everybody live and the tree change at the same time; returns when all have finished. */
    void run(int turns) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS + 1);
        List<Callable<Void>> work = new ArrayList<>();
        for (int worker = 0; worker < WORKERS; worker++) {
            Random random = new Random(SEED + worker);
            work.add(() -> live(random, turns));
        }
        work.add(this::rearrange);
        List<Future<Void>> running = workers.invokeAll(work);
        for (Future<Void> one : running) {
            one.get();
        }
        workers.shutdown();
    }

    /** One worker's changes: raises sheets of matters and makes any move on them, most of which the rules refuse. */
    Void live(Random random, int turns) {
        List<MatterId> known = new ArrayList<>();
        for (int i = 0; i < turns; i++) {
            attempt(() -> {
                if (known.isEmpty() || random.nextInt(3) == 0) {
                    known.addAll(raise(homes.get(random.nextInt(homes.size())), random));
                } else {
                    move(known.get(random.nextInt(known.size())), random);
                }
            });
        }
        return null;
    }

    private Void rearrange() {
        Random random = new Random(SEED);
        for (int i = 0; i < CHANGES; i++) {
            attempt(() -> {
                Unit unit = units.visible(homes.get(random.nextInt(homes.size())), scope());
                UnitId to = above.get(random.nextInt(above.size()));
                changes.make(new TreeChange.Move(unit.id(), unit.version(), Line.TERRITORIAL, to), scope());
            });
            attempt(fold::step);
        }
        return null;
    }

    private void attempt(Runnable change) {
        try {
            change.run();
            done.incrementAndGet();
        } catch (RuntimeException failure) {
            if (!expected.test(failure)) {
                throw failure;
            }
        }
    }

    private UnitId add(UnitId superior, String code) {
        TreeChange.NewUnit unit =
                new TreeChange.NewUnit(code, "单位" + code, "village", "village", superior, null, false);
        return changes.make(new TreeChange.Add(unit), scope());
    }

    private List<MatterId> raise(UnitId home, Random random) {
        List<NewMatter> sheet = new ArrayList<>();
        LocalDate today = Today.day();
        for (int i = 0; i <= random.nextInt(4); i++) {
            LocalDate raised = today.minusDays(random.nextInt(400));
            LocalDate due = random.nextBoolean() ? raised.plusDays(random.nextInt(500)) : null;
            Integer drive = random.nextBoolean() ? 1 + random.nextInt(3) : null;
            sheet.add(new NewMatter(
                            null,
                            home,
                            1 + random.nextInt(3),
                            1 + random.nextInt(3),
                            2,
                            raised,
                            due,
                            Detail.titled("问题"))
                    .with(Kind.PROBLEM, false, drive));
        }
        return matters.raise(sheet, scope());
    }

    private void move(MatterId id, Random random) {
        Scope scope = scope();
        Matter matter = matters.visible(id, scope).matter();
        Verb verb = Verb.values()[1 + random.nextInt(Verb.values().length - 1)];
        Command command = Command.of(verb, matter.version(), "因为")
                .due(Today.day().plusDays(600 + random.nextInt(50)))
                .unit(homes.get(random.nextInt(homes.size())))
                .measures("措施")
                .solution("改了", "立了")
                .basis("依据")
                .number(random.nextBoolean() ? 1 + random.nextInt(3) : null);
        matters.move(id, command, scope);
    }
}
