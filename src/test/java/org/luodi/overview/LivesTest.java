package org.luodi.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luodi.claims.Answer;
import org.luodi.claims.Claim;
import org.luodi.claims.ClaimId;
import org.luodi.claims.ClaimMoves;
import org.luodi.claims.Claims;
import org.luodi.claims.Ground;
import org.luodi.claims.Lever;
import org.luodi.claims.NewClaim;
import org.luodi.matters.Amendment;
import org.luodi.matters.Command;
import org.luodi.matters.Corrections;
import org.luodi.matters.Detail;
import org.luodi.matters.Matter;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.NewMatter;
import org.luodi.matters.Roots;
import org.luodi.matters.Task;
import org.luodi.matters.Verb;
import org.luodi.matters.Verdict;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Line;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.TreeChange;
import org.luodi.organisation.TreeChanges;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.luodi.platform.identity.Account;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.identity.Actor;
import org.luodi.relays.Relay;
import org.luodi.relays.RelayDraft;
import org.luodi.relays.Relays;
import org.luodi.world.Today;
import org.luodi.world.WholeApplication;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Random lives through claims, appeals, relays, merges, returns and relapses, some of them cut off; what must always hold, holds. */
@WholeApplication
class LivesTest {

    private static final int TURNS = 300;

    private static int times;

    @Autowired
    Matters matters;

    @Autowired
    Corrections corrections;

    @Autowired
    Claims claims;

    @Autowired
    Relays relays;

    @Autowired
    Roots roots;

    @Autowired
    Overview overview;

    @Autowired
    Units units;

    @Autowired
    TreeChanges changes;

    @Autowired
    Grants grants;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final List<UnitId> counties = new ArrayList<>();
    private final List<UnitId> villages = new ArrayList<>();
    private final Map<UnitId, Account> people = new HashMap<>();
    private final List<MatterId> known = new ArrayList<>();
    private final List<ClaimId> sent = new ArrayList<>();
    private final List<Long> packages = new ArrayList<>();
    private UnitId nation;
    private Random random;

    @BeforeEach
    void twoCountiesWithThreeVillagesEach() {
        times++;
        nation = units.byCode("0").orElseThrow().id();
        person(nation);
        for (int c = 0; c < 2; c++) {
            UnitId county = add(nation, "lc" + times + c, "county");
            counties.add(county);
            for (int v = 0; v < 3; v++) {
                villages.add(add(county, "lv" + times + c + v, "village"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 905})
    void whatMustAlwaysHoldHolds(long seed) {
        random = new Random(seed);
        int done = 0;
        for (int turn = 1; turn <= TURNS; turn++) {
            done += attempt() ? 1 : 0;
            if (turn % 100 == 0) {
                everythingHolds();
            }
        }
        assertThat(done).as("changes that were made").isGreaterThan(TURNS / 3);
        overview.catchUp();
        assertThat(overview.compare()).isEmpty();
    }

    /** One change by somebody; now and then it is cut off before its end and must leave nothing. */
    private boolean attempt() {
        boolean cut = random.nextInt(10) == 0;
        try {
            transaction.executeWithoutResult(status -> {
                change();
                if (cut) {
                    status.setRollbackOnly();
                }
            });
            return !cut;
        } catch (Refusal | NotFound refused) {
            return false;
        }
    }

    private void change() {
        int what = random.nextInt(20);
        if (known.isEmpty() || what < 3) {
            raise();
        } else if (what < 5) {
            send();
        } else if (what < 8 && !sent.isEmpty()) {
            answer();
        } else if (what < 10) {
            relay();
        } else if (what < 11) {
            roots.asking().forEach(root -> roots.askPortion(root, 500, Instant.now()));
        } else {
            move();
        }
    }

    private void raise() {
        NewMatter matter =
                new NewMatter(null, one(villages), 12, 1, 2, null, Today.day().plusDays(30), Detail.titled("问题"));
        known.add(matters.raise(matter, scope(nation)));
    }

    private void send() {
        MatterId id = one(known);
        UnitId village = matters.visible(id, scope(nation)).matter().unit();
        UnitId county = random.nextInt(4) == 0 ? nation : counties.get(villages.indexOf(village) < 3 ? 0 : 1);
        sent.add(claims.send(new NewClaim(village, county, Lever.RULE, "文件", List.of(id)), scope(village)));
    }

    private void answer() {
        ClaimId id = one(sent);
        Claim claim = claims.visible(id, scope(nation)).claim();
        ClaimMoves.Verb verb = one(List.of(ClaimMoves.Verb.values()));
        Answer answer = Answer.of(verb, claim.version(), "因为")
                .ground(Ground.values()[0])
                .stays("其余")
                .root(new Answer.Root(null, "根子", Today.day().plusDays(60)));
        UnitId who = one(List.of(nation, one(counties), one(villages)));
        MatterId root = claims.answer(id, answer, scope(who)).root();
        if (root != null && !known.contains(root)) {
            known.add(root);
        }
    }

    private void relay() {
        if (packages.isEmpty() || random.nextBoolean()) {
            UnitId giver = one(villages);
            packages.add(relays.open(
                    new RelayDraft(Relay.Kind.UNIT, giver, one(villages), List.of(), null, null), scope(nation)));
            return;
        }
        long id = one(packages);
        relays.items(id, scope(nation)).stream()
                .filter(i -> i.isOffered())
                .findFirst()
                .ifPresent(i -> decide(id, i.told().matter().id()));
    }

    private void decide(long id, MatterId matter) {
        if (random.nextBoolean()) {
            relays.accept(id, matter, scope(nation));
        } else {
            relays.refuse(id, matter, "不是我们的", scope(nation));
        }
    }

    /** Mostly what is allowed, now and then anything. */
    private void move() {
        MatterId id = one(known);
        Matter matter = matters.visible(id, scope(nation)).matter();
        Scope who = scope(one(List.of(nation, one(counties), matter.symptom(), matter.symptom(), matter.unit())));
        List<Verb> allowed = matters.choices(id, who).stream()
                .filter(c -> c.refusal() == null)
                .map(c -> c.move().verb())
                .filter(v -> v != Verb.AMEND && v != Verb.POSTPONE)
                .toList();
        Verb verb = allowed.isEmpty() || random.nextInt(6) == 0 ? one(List.of(Verb.values())) : one(allowed);
        switch (verb) {
            case ADD_TASK -> matters.addTask(id, matter.version(), Task.of("做", null, Today.day()), who);
            case FINISH_TASK ->
                matters.tasks(id, who).stream()
                        .filter(t -> t.doneOn() == null)
                        .findFirst()
                        .ifPresent(t -> matters.finishTask(id, matter.version(), Task.done(t.id(), "照片", "好了"), who));
            case PROPOSE_CORRECTION -> correct(id, command(verb, matter), who);
            default -> matters.move(id, command(verb, matter), who);
        }
    }

    private void correct(MatterId id, Command command, Scope who) {
        Matters.Told told = matters.visible(id, who);
        LocalDate raised = told.matter().raisedOn().minusDays(random.nextInt(40));
        Detail detail = Detail.titled("问题" + random.nextInt(3));
        corrections.propose(
                id,
                command,
                new Amendment(
                        random.nextBoolean() ? 12 : 16,
                        1 + random.nextInt(3),
                        raised,
                        told.matter().due(),
                        detail),
                who);
    }

    private Command command(Verb verb, Matter matter) {
        Verdict verdict = new Verdict(verb != Verb.REWORK, true, true, "phone", Today.day());
        return Command.of(verb, matter.version(), "因为")
                .due(Today.day().plusDays(300 + random.nextInt(50)))
                .unit(one(villages))
                .other(one(known))
                .measures("措施")
                .solution("改了", "立了")
                .basis("依据")
                .evidence("照片")
                .level(random.nextBoolean() ? "county" : "city")
                .verdict(verdict)
                .number(1 + random.nextInt(3));
    }

    private void everythingHolds() {
        nothing("one unit answers, and it is open", """
                select m.id from matters.matter m left join organisation.unit u on u.id = m.unit
                where u.id is null or u.closed_on is not null
                """);
        nothing("what waits has a root that answers for it", """
                select m.id from matters.matter m join matters.matter r on r.id = m.root
                where m.waits and m.stage not in ('confirmed', 'closed') and (r.stage in ('excluded', 'merged') or m.due is not null)
                """);
        nothing("no root is confirmed or closed while somebody below waits or says still there", """
                select r.id from matters.matter r join matters.matter m on m.root = r.id
                where r.stage in ('confirmed', 'closed')
                  and m.stage in ('raised', 'placed', 'acting', 'settled', 'returned', 'relapsed')
                """);
        nothing("no close with an open task", """
                select m.id from matters.matter m join matters.task t on t.matter = m.id
                where m.stage = 'closed' and t.done_on is null
                """);
        nothing("no close of a village's matter without the county's acceptance since it last came back", """
                select m.id from matters.matter m join organisation.unit u on u.id = m.unit
                where m.stage = 'closed' and u.level = 'village' and not exists (
                    select 1 from matters.acceptance a
                    where a.matter = m.id and a.round = m.reopened and a.level = 'county' and a.accepted)
                """);
        nothing("no close without the word of those affected since it last came back", """
                select m.id from matters.matter m where m.stage = 'closed' and not coalesce((
                    select v.solved from matters.verdict v where v.matter = m.id and v.round = m.reopened
                    order by v.id desc limit 1), false)
                """);
        nothing("history never shrinks: as many entries as versions", """
                select m.id from matters.matter m where m.version <> (
                    select count(*) from platform.entry e where e.kind = 'matter' and e.subject = m.id)
                """);
        nothing("a matter is on one way at a time", """
                select matter from relays.item where state = 'offered' group by matter having count(*) > 1
                """);
    }

    /** Of these lives: other tests leave matters that were taken over with their past. */
    private void nothing(String what, String sql) {
        assertThat(jdbc.sql(sql).query((row, i) -> new MatterId(row.getLong(1))).list())
                .as(what)
                .doesNotContainAnyElementsOf(known);
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private Scope scope(UnitId unit) {
        return grants.scopeOf(people.get(unit).actor());
    }

    private UnitId add(UnitId superior, String code, String level) {
        UnitId unit = changes.make(
                new TreeChange.Add(new TreeChange.NewUnit(
                        code,
                        "单位" + code,
                        level.equals("county") ? "government" : level,
                        level,
                        superior,
                        null,
                        false)),
                scope(nation));
        person(unit);
        return unit;
    }

    private void person(UnitId unit) {
        Account account = accounts.create("life" + times + "-" + unit.value(), "张三", "a long password", Actor.SYSTEM);
        for (Role role : List.of(Role.CLERK, Role.LEADER, Role.SECRETARY)) {
            grants.grantBySystem(new Grants.NewGrant(account.id(), role, unit, Line.TERRITORIAL));
        }
        people.put(unit, account);
    }
}
