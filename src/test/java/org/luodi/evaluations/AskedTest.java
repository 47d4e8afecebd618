package org.luodi.evaluations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.luodi.matters.Closings;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.Stage;
import org.luodi.matters.Verdict;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Line;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.Units;
import org.luodi.platform.Refusal;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.ledger.Entry;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Subject;
import org.luodi.voice.Voices;
import org.luodi.world.OnTheTree;
import org.luodi.world.Place;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A village of its own for each test, whose people are asked. */
@OnTheTree
abstract class AskedTest {

    private static int village;

    @Autowired
    Matters matters;

    @Autowired
    Voices voices;

    @Autowired
    AskingFollower follower;

    @Autowired
    AskingEnds ends;

    @Autowired
    AskingStore askings;

    @Autowired
    InvitationStore invitations;

    @Autowired
    Evaluations evaluations;

    @Autowired
    Closings closings;

    @Autowired
    Units units;

    @Autowired
    Grants grants;

    @Autowired
    Accounts accounts;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    Affected affected;
    Place place;
    Unit unit;
    Scope county;
    Scope city;

    @BeforeEach
    void aVillageOfItsOwn() {
        affected = new Affected(matters, voices, jdbc);
        place = new Place(units, grants, accounts, 4);
        county = Affected.as(Role.CLERK, place.county, place);
        city = Affected.as(Role.CLERK, place.city, place);
        List<Unit> villages = below(place.county).stream()
                .flatMap(town -> below(town).stream().limit(5))
                .toList();
        unit = villages.get(village++ % villages.size());
    }

    List<Unit> below(Unit upper) {
        return units.children(upper.id(), Line.TERRITORIAL, county, null, 50).rows();
    }

    MatterId settled() {
        MatterId id = affected.acting(unit, county);
        affected.settle(id, county);
        return id;
    }

    /** The loop of the application reads too; whoever comes first opens it. */
    Asking opened(MatterId id) {
        int round = affected.matter(id, city).reopened();
        until(() -> askings.of(id, round).isPresent());
        return askings.of(id, round).orElseThrow();
    }

    /** Reads on; what another transaction still hides shows a moment later. */
    void until(BooleanSupplier done) {
        Instant end = Instant.now().plusSeconds(30);
        while (!done.getAsBoolean() && Instant.now().isBefore(end)) {
            follower.step();
        }
        assertThat(done.getAsBoolean()).isTrue();
    }

    void answer(Asking asking, int which, String signs) {
        evaluations.answer(
                invitations.of(asking.id()).get(which).id(), EvaluationRulesTest.answer(signs, "电话 13812345678"));
    }

    List<byte[]> people(Asking asking) {
        return invitations.of(asking.id()).stream().map(Invitation::person).toList();
    }

    List<Verdict> verdicts(MatterId id) {
        return closings.of(id, city).verdicts();
    }

    Stage stage(MatterId id) {
        return affected.matter(id, city).stage();
    }

    Entry entry(Asking asking, String verb) {
        return ledger.about(new Subject("evaluation", asking.id()), null, 20).rows().stream()
                .filter(e -> e.verb().equals(verb))
                .findFirst()
                .orElseThrow();
    }

    static String key(ThrowingCallable work) {
        return catchThrowableOfType(Refusal.class, work).key();
    }
}
