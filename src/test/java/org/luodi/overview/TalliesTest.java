package org.luodi.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.luodi.matters.Command;
import org.luodi.matters.Detail;
import org.luodi.matters.Matter;
import org.luodi.matters.MatterFilter;
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
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.identity.Actor;
import org.luodi.world.WholeApplication;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;

/** Running tallies and a recount from the tables agree, whatever happened at the same time. */
@WholeApplication
class TalliesTest {

    private static final int SEED = 20260901;

    @Autowired
    Overview overview;

    @Autowired
    Matters matters;

    @Autowired
    Units units;

    @Autowired
    TreeChanges changes;

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    @Autowired
    Fold fold;

    @Test
    void runningTalliesEqualARecountAfterConcurrentMovesImportsAndChangesOfTheTree() throws Exception {
        Actor actor =
                accounts.create("tally", "统计", "a long password", Actor.SYSTEM).actor();
        Unit root = units.byCode("0").orElseThrow();
        for (Role role : List.of(Role.ADMINISTRATOR, Role.CLERK, Role.SECRETARY)) {
            grants.grantBySystem(new Grants.NewGrant(actor.id(), role, root.id(), Line.TERRITORIAL));
        }
        List<UnitId> above = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            above.add(add(actor, root.id(), "A" + i));
        }
        List<UnitId> homes = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            homes.add(add(actor, above.get(i % 4), "B" + i));
        }
        ExecutorService workers = Executors.newFixedThreadPool(4);
        AtomicInteger done = new AtomicInteger();
        List<Callable<Void>> work = new ArrayList<>();
        for (int worker = 0; worker < 3; worker++) {
            Random random = new Random(SEED + worker);
            work.add(() -> live(actor, homes, random, done));
        }
        work.add(() -> rearrange(actor, above, homes));
        List<Future<Void>> running = workers.invokeAll(work);
        for (Future<Void> one : running) {
            one.get();
        }
        workers.shutdown();

        assertThat(done.get()).as("moves that were made").isGreaterThan(100);
        assertThat(overview.compare()).as("at any moment, folded or not").isEmpty();
        overview.catchUp();
        assertThat(overview.compare()).as("after folding all").isEmpty();
        numbersEqualTheListsBehindThem(actor, root);
        overview.rebuild();
        assertThat(overview.compare()).as("after a rebuild").isEmpty();
        live(actor, homes, new Random(1), done);
        overview.catchUp();
        assertThat(overview.compare()).as("folding goes on after a rebuild").isEmpty();
    }

    @Test
    void theHeadOfAnIndustryLineCountsWhatStandsBelowItAndAUnitOffTheLineNothing() {
        Actor actor =
                accounts.create("heads", "条线", "a long password", Actor.SYSTEM).actor();
        Unit root = units.byCode("0").orElseThrow();
        for (Role role : List.of(Role.ADMINISTRATOR, Role.CLERK)) {
            grants.grantBySystem(new Grants.NewGrant(actor.id(), role, root.id(), Line.TERRITORIAL));
        }
        UnitId head = industry(actor, "E0", null, true);
        UnitId school = industry(actor, "E1", head, false);
        UnitId office = industry(actor, "E2", null, false);
        for (UnitId home : List.of(head, school, office)) {
            raise(actor, home, new Random(1));
        }
        overview.catchUp();
        Scope scope = grants.scopeOf(actor);
        long below = open(head, Line.TERRITORIAL, scope) + open(school, Line.TERRITORIAL, scope);
        assertThat(open(head, Line.INDUSTRY, scope)).isEqualTo(below);
        assertThat(open(office, Line.INDUSTRY, scope)).isZero();
        assertThat(open(office, Line.TERRITORIAL, scope)).isPositive();

        int version = units.find(school).orElseThrow().version();
        changes.make(new TreeChange.Move(school, version, Line.INDUSTRY, null), scope);
        overview.catchUp();
        Scope now = grants.scopeOf(actor);
        assertThat(open(head, Line.INDUSTRY, now)).isEqualTo(open(head, Line.TERRITORIAL, now));
        assertThat(overview.compare()).isEmpty();
    }

    private long open(UnitId unit, Line line, Scope scope) {
        return overview.numbers(unit, line, scope).all().open();
    }

    private UnitId industry(Actor actor, String code, UnitId superior, boolean heads) {
        UnitId root = units.byCode("0").orElseThrow().id();
        TreeChange.NewUnit unit = new TreeChange.NewUnit(code, "单位" + code, "organ", "other", root, superior, heads);
        return changes.make(new TreeChange.Add(unit), grants.scopeOf(actor));
    }

    private void numbersEqualTheListsBehindThem(Actor actor, Unit root) {
        Scope scope = grants.scopeOf(actor);
        Numbers numbers = overview.numbers(root.id(), Line.TERRITORIAL, scope);
        for (Measures measure : Measures.ALL) {
            MatterFilter filter = MatterFilter.read(query(measure.filter()), root.id());
            long rows = 0;
            String cursor = null;
            do {
                var page = matters.list(filter, scope, cursor, 50);
                rows += page.rows().size();
                cursor = page.next();
            } while (cursor != null);
            assertThat(rows).as(measure.name()).isEqualTo(measure.value().applyAsLong(numbers.all()));
        }
    }

    private static java.util.Map<String, String> query(String filter) {
        String[] pair = filter.split("=");
        return java.util.Map.of(pair[0], pair[1]);
    }

    private UnitId add(Actor actor, UnitId superior, String code) {
        TreeChange.NewUnit unit =
                new TreeChange.NewUnit(code, "单位" + code, "village", "village", superior, null, false);
        return changes.make(new TreeChange.Add(unit), grants.scopeOf(actor));
    }

    private Void live(Actor actor, List<UnitId> homes, Random random, AtomicInteger done) {
        List<MatterId> known = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            try {
                if (known.isEmpty() || random.nextInt(3) == 0) {
                    known.addAll(raise(actor, homes.get(random.nextInt(homes.size())), random));
                } else {
                    move(actor, known.get(random.nextInt(known.size())), homes, random);
                }
                done.incrementAndGet();
            } catch (Refusal | NotFound | ConcurrencyFailureException expected) {
                // a rule said no, or the tree changed under the list; the point is what stands afterwards
            }
        }
        return null;
    }

    private List<MatterId> raise(Actor actor, UnitId home, Random random) {
        List<NewMatter> sheet = new ArrayList<>();
        LocalDate today = LocalDate.now();
        for (int i = 0; i <= random.nextInt(4); i++) {
            LocalDate raised = today.minusDays(random.nextInt(400));
            LocalDate due = random.nextBoolean() ? raised.plusDays(random.nextInt(500)) : null;
            sheet.add(new NewMatter(
                    null, home, 1 + random.nextInt(3), 1 + random.nextInt(3), 2, raised, due, Detail.titled("问题")));
        }
        return matters.raise(sheet, grants.scopeOf(actor));
    }

    private void move(Actor actor, MatterId id, List<UnitId> homes, Random random) {
        Scope scope = grants.scopeOf(actor);
        Matter matter = matters.visible(id, scope).matter();
        Verb verb = Verb.values()[1 + random.nextInt(Verb.values().length - 1)];
        Command command = Command.of(verb, matter.version(), "因为")
                .due(LocalDate.now().plusDays(600 + random.nextInt(50)))
                .unit(homes.get(random.nextInt(homes.size())))
                .measures("措施")
                .solution("改了", "立了")
                .basis("依据");
        matters.move(id, command, scope);
    }

    private Void rearrange(Actor actor, List<UnitId> above, List<UnitId> homes) {
        Random random = new Random(SEED);
        for (int i = 0; i < 25; i++) {
            Scope scope = grants.scopeOf(actor);
            Unit unit = units.visible(homes.get(random.nextInt(homes.size())), scope);
            try {
                UnitId to = above.get(random.nextInt(above.size()));
                changes.make(new TreeChange.Move(unit.id(), unit.version(), Line.TERRITORIAL, to), scope);
            } catch (Refusal expected) {
                // moved to where it is
            }
            fold.step();
        }
        return null;
    }
}
