package org.luodi.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luodi.claims.ClaimMoves.State;
import org.luodi.claims.ClaimMoves.Verb;
import org.luodi.matters.Detail;
import org.luodi.matters.Matter;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.NewMatter;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Subject;
import org.luodi.world.OnTheTree;
import org.luodi.world.Place;
import org.luodi.world.Today;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Random lives of claims, with silence, appeals, merging and what breaks off half way; after each step what must always hold. */
@OnTheTree
class ClaimLivesTest {

    /** A category that no other test sends up. */
    private static final int CATEGORY = 16;

    private static final int STEPS = 120;
    private static final List<Verb> COUNTED = List.of(Verb.REFUSE, Verb.RISE, Verb.APPEAL);

    @Autowired
    Claims claims;

    @Autowired
    Matters matters;

    @Autowired
    Units units;

    @Autowired
    Place place;

    @Autowired
    Ledger ledger;

    @Autowired
    ClaimRounds rounds;

    @Autowired
    Catalogue catalogue;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private final List<ClaimId> lives = new ArrayList<>();
    private final List<MatterId> symptoms = new ArrayList<>();
    private List<Unit> above;
    private List<Scope> people;
    private Random random;
    private Instant now;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverHappensWhatMustHoldHolds(long seed) {
        begin(seed);
        for (int step = 0; step < STEPS; step++) {
            now = now.plus(random.nextInt(30), ChronoUnit.HOURS);
            boolean brokenOff = random.nextInt(8) == 0;
            step(brokenOff);
            if (random.nextInt(4) == 0) {
                rounds.rise(now);
            }
            lives.removeIf(id -> jdbc.sql("select count(*) from claims.claim where id = :id")
                            .param("id", id.value())
                            .query(Integer.class)
                            .single()
                    == 0);
            lives.forEach(this::holds);
        }
        assertThat(lives).hasSizeGreaterThan(5);
        theCatalogueEqualsARecount();
    }

    private void begin(long seed) {
        random = new Random(seed);
        now = clock.instant();
        lives.clear();
        symptoms.clear();
        Unit city = units.find(place.county.superior()).orElseThrow();
        above = List.of(place.town, place.county, city);
        people = List.of(
                place.scope(place.account(Role.SECRETARY, place.village)),
                place.scope(place.account(Role.CLERK, place.town)),
                place.scope(place.account(Role.LEADER, place.county)),
                place.scope(place.account(Role.CLERK, city)));
        for (int i = 0; i < 12; i++) {
            NewMatter problem = new NewMatter(
                    null,
                    place.village.id(),
                    CATEGORY,
                    1,
                    2,
                    null,
                    Today.day().plusDays(90),
                    Detail.titled("道路未硬化 " + i));
            symptoms.add(matters.raise(problem, people.get(2)));
        }
    }

    /** Somebody tries something; most of it is refused, as it must be. Some is broken off just before its end. */
    private void step(boolean brokenOff) {
        try {
            transaction.executeWithoutResult(status -> {
                step();
                if (brokenOff) {
                    status.setRollbackOnly();
                }
            });
        } catch (Refusal | NotFound no) {
            assertThat(no).isNotNull();
        }
    }

    private void step() {
        if (lives.isEmpty() || random.nextInt(4) == 0) {
            lives.add(claims.send(draft(), people.get(random.nextInt(2)), now));
        } else {
            ClaimId id = pick(lives);
            claims.answer(id, answer(id), pick(people), now);
        }
    }

    private NewClaim draft() {
        List<MatterId> about = List.of(pick(symptoms), pick(symptoms));
        return new NewClaim(
                null,
                pick(above).id(),
                pick(List.of(Lever.values())),
                "项目库由上级定",
                about.stream().distinct().toList());
    }

    private Answer answer(ClaimId id) {
        Claim claim = claims.visible(id, people.get(3)).claim();
        Verb verb = pick(List.of(Verb.values()));
        int version = random.nextInt(6) == 0 ? claim.version() - 1 : claim.version();
        LocalDate due = LocalDate.ofInstant(now, clock.getZone()).plusDays(random.nextInt(9) - 1L);
        List<MatterId> roots = jdbc.sql("select root from claims.claim where category = :category and root is not null")
                .param("category", CATEGORY)
                .query((row, i) -> new MatterId(row.getLong(1)))
                .list();
        MatterId joined = roots.isEmpty() || random.nextBoolean() ? null : pick(roots);
        return new Answer(
                verb, version, pick(List.of(Ground.values())), "有依据", "下面先办", new Answer.Root(joined, "根子", due));
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private void holds(ClaimId id) {
        Claims.Told told = claims.visible(id, people.get(0));
        Claim claim = told.claim();
        assertThat(told.way()).hasSize(claim.version());
        assertThat(ledger.about(new Subject("claim", id.value()), null, 200).rows())
                .hasSize(claim.version());
        assertThat(claim.hops()).isEqualTo((int)
                told.way().stream().filter(h -> COUNTED.contains(h.verb())).count());
        assertThat(claim.due() != null).isEqualTo(claim.state().isOpen());
        assertThat(claim.root() != null).isEqualTo(claim.state().isHeld());
        assertThat(told.way().stream().filter(h -> h.verb() == Verb.APPEAL).count())
                .isLessThanOrEqualTo(1);
        for (Member member : claims.members(id, people.get(0), null, 50).rows()) {
            holds(claim, member);
        }
    }

    private void holds(Claim claim, Member member) {
        Matter matter = matters.visible(member.matter(), people.get(3)).matter();
        assertThat(member.outcome() != null).isEqualTo(claim.state().isHeld());
        assertThat(matter.unit()).isEqualTo(place.village.id());
        if (claim.state().isOpen()) {
            assertThat(matter.root()).isNull();
        }
        if ("tied".equals(member.outcome())) {
            assertThat(matter.root()).isEqualTo(claim.root());
            assertThat(matter.waits()).isEqualTo(claim.state() != State.CLAIMED_IN_PART);
            assertThat(matters.visible(claim.root(), people.get(3)).matter().unit())
                    .isEqualTo(claim.holder());
        }
    }

    private void theCatalogueEqualsARecount() {
        Map<String, int[]> counted = new TreeMap<>();
        jdbc.sql("select id from claims.claim where category = :category order by id")
                .param("category", CATEGORY)
                .query((row, i) -> new ClaimId(row.getLong(1)))
                .list()
                .forEach(id -> count(claims.visible(id, everywhere()).claim(), counted));
        Map<String, String> kept = new TreeMap<>();
        catalogue.rows(CATEGORY, null).stream()
                .filter(r -> r.claimed() + r.refused() > 0)
                .forEach(r ->
                        kept.put(r.lever() + " " + r.level() + " " + r.unitClass(), r.claimed() + " " + r.refused()));
        Map<String, String> expected = new TreeMap<>();
        counted.forEach((key, numbers) -> expected.put(key, numbers[0] + " " + numbers[1]));
        assertThat(kept).isEqualTo(expected);
    }

    private Scope everywhere() {
        return place.scope(place.account(Role.READER, units.byCode("0").orElseThrow()));
    }

    /** A refusal stands unless it was overruled; who was overruled holds the root. */
    private void count(Claim claim, Map<String, int[]> counted) {
        if (claim.state().isHeld()) {
            add(claim, claim.holder(), 0, counted);
        } else if (claim.refuser() != null) {
            add(claim, claim.refuser(), 1, counted);
        }
    }

    private void add(Claim claim, UnitId decider, int column, Map<String, int[]> counted) {
        Unit unit = units.find(decider).orElseThrow();
        counted.computeIfAbsent(claim.lever() + " " + unit.level() + " " + unit.unitClass(), k -> new int[2])[column]++;
    }
}
