package org.luodi.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.luodi.claims.Answer;
import org.luodi.claims.ClaimId;
import org.luodi.claims.ClaimMoves.Verb;
import org.luodi.claims.Claims;
import org.luodi.claims.Ground;
import org.luodi.claims.Lever;
import org.luodi.claims.NewClaim;
import org.luodi.matters.Detail;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.NewMatter;
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
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.identity.Actor;
import org.luodi.relays.Relay;
import org.luodi.relays.RelayDraft;
import org.luodi.relays.Relays;
import org.luodi.world.Today;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;

/** Matters that are raised, sent up, claimed or refused, and relayed between two villages; remembers what was acknowledged. */
final class HandedOn {

    private static final int SEED = 20260902;

    private final ApplicationContext application;
    private final Matters matters;
    private final Claims claims;
    private final Relays relays;
    private final Actor actor;
    private final UnitId county;
    private final List<UnitId> villages = new ArrayList<>();
    private final List<MatterId> raised = new ArrayList<>();
    private final List<ClaimId> sent = new ArrayList<>();
    private final List<long[]> accepted = new ArrayList<>();
    private final AtomicInteger done = new AtomicInteger();
    private final Random random = new Random(SEED);

    HandedOn(ApplicationContext application) {
        this.application = application;
        this.matters = application.getBean(Matters.class);
        this.claims = application.getBean(Claims.class);
        this.relays = application.getBean(Relays.class);
        this.actor = application
                .getBean(Accounts.class)
                .create("handed", "交接", "a long password", Actor.SYSTEM)
                .actor();
        UnitId root = application.getBean(Units.class).byCode("0").orElseThrow().id();
        grant(Role.CLERK, root);
        county = add(root, "C1");
        villages.add(add(county, "V1"));
        villages.add(add(county, "V2"));
        grant(Role.CLERK, county);
        villages.forEach(v -> grant(Role.CLERK, v));
    }

    private void grant(Role role, UnitId unit) {
        application.getBean(Grants.class).grantBySystem(new Grants.NewGrant(actor.id(), role, unit, Line.TERRITORIAL));
    }

    private Scope scope() {
        return application.getBean(Grants.class).scopeOf(actor);
    }

    private UnitId add(UnitId superior, String code) {
        TreeChange.NewUnit unit =
                new TreeChange.NewUnit(code, "单位" + code, "village", "village", superior, null, false);
        return application.getBean(TreeChanges.class).make(new TreeChange.Add(unit), scope());
    }

    int done() {
        return done.get();
    }

    /** Tries so many steps; the rules refuse some, and a crash breaks some off. */
    void run(int turns) {
        for (int i = 0; i < turns; i++) {
            try {
                step();
                done.incrementAndGet();
            } catch (Refusal | NotFound | DataAccessException | TransactionException mayHappen) {
                Thread.onSpinWait();
            }
        }
    }

    private void step() {
        int what = raised.size() < 4 ? 0 : random.nextInt(5);
        switch (what) {
            case 0, 1 ->
                raised.add(matters.raise(
                        new NewMatter(
                                null, village(), 1, 1, 2, null, Today.day().plusDays(9), Detail.titled("桥")),
                        scope()));
            case 2 ->
                sent.add(claims.send(
                        new NewClaim(village(), county, Lever.RULE, "县里定的", List.of(pick(raised))), scope()));
            case 3 -> answer(pick(sent));
            default -> relay(village());
        }
    }

    private void answer(ClaimId id) {
        int version = claims.visible(id, scope()).claim().version();
        Answer answer = random.nextBoolean()
                ? Answer.of(Verb.CLAIM, version, "由我们修订")
                        .root(new Answer.Root(null, "规定没有更新", Today.day().plusDays(60)))
                : Answer.of(Verb.REFUSE, version, "没有这一项").ground(Ground.NO_BUDGET);
        claims.answer(id, answer, scope());
    }

    private void relay(UnitId giver) {
        UnitId receiver = villages.get(giver.equals(villages.get(0)) ? 1 : 0);
        RelayDraft draft = new RelayDraft(Relay.Kind.UNIT, giver, receiver, List.of(pick(raised)), "年底前办好", "村里");
        long id = relays.open(draft, scope());
        MatterId matter = draft.matters().get(0);
        relays.accept(id, matter, scope());
        accepted.add(new long[] {id, matter.value()});
    }

    /** Acknowledged, and not there. */
    List<String> lost() {
        JdbcTemplate jdbc = application.getBean(JdbcTemplate.class);
        List<String> lost = new ArrayList<>();
        raised.forEach(m -> miss(jdbc, lost, "select count(*) from matters.matter where id = ?", m.value()));
        sent.forEach(c -> miss(jdbc, lost, "select count(*) from claims.claim where id = ?", c.value()));
        accepted.forEach(a -> miss(
                jdbc,
                lost,
                "select count(*) from relays.item where relay = ? and matter = ? and state = 'accepted'",
                a[0],
                a[1]));
        return lost;
    }

    private static void miss(JdbcTemplate jdbc, List<String> lost, String sql, Object... key) {
        if (jdbc.queryForObject(sql, Integer.class, key) != 1) {
            lost.add(sql + List.of(key));
        }
    }

    private UnitId village() {
        return villages.get(random.nextInt(2));
    }

    private <T> T pick(List<T> some) {
        if (some.isEmpty()) {
            throw new NotFound("anything", 0);
        }
        return some.get(random.nextInt(some.size()));
    }
}
