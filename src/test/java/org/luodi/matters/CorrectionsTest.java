package org.luodi.matters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.organisation.Line;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.overview.Overview;
import org.luodi.platform.Refusal;
import org.luodi.platform.ledger.Entry;
import org.luodi.world.Counts;
import org.luodi.world.OnTheTree;
import org.luodi.world.Place;
import org.luodi.world.Today;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was recorded wrong of a matter that has ended is put right by two persons, and by nothing else. */
@OnTheTree
class CorrectionsTest {

    @Autowired
    Matters matters;

    @Autowired
    Corrections corrections;

    @Autowired
    Overview overview;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Place place;

    private final LocalDate today = Today.day();
    private Scope clerk;
    private Scope leader;
    private MatterId id;

    @BeforeEach
    void aMatterThatWasExcluded() {
        clerk = place.as(Role.CLERK, place.county);
        leader = place.as(Role.LEADER, place.county);
        NewMatter draft = new NewMatter(
                null, place.village.id(), 12, 1, 2, today.minusDays(3), today.plusDays(5), Detail.titled("桥栏坏了"));
        id = matters.raise(draft, clerk);
        matters.move(id, command(Verb.PROPOSE_EXCLUSION, "不归我们管").basis("条例"), clerk);
        matters.move(id, command(Verb.EXCLUDE, null), leader);
    }

    @Test
    void oneProposesAnotherMakesItAndTheNumbersFollow() {
        long wrong = excluded(12);
        long right = excluded(16);
        corrections.propose(id, command(Verb.PROPOSE_CORRECTION, "记错了类别"), corrected(), clerk);
        assertThat(told().detail().title()).as("nothing has changed yet").isEqualTo("桥栏坏了");
        assertThat(refused(Verb.CORRECT, clerk)).isEqualTo("matters.refused.need.second-person");

        matters.move(id, command(Verb.CORRECT, null), leader);

        Matter now = told().matter();
        assertThat(now.stage()).isEqualTo(Stage.EXCLUDED);
        assertThat(now.category()).isEqualTo(16);
        assertThat(now.source()).isEqualTo(2);
        assertThat(now.raisedOn()).isEqualTo(today.minusDays(9));
        assertThat(now.due()).isEqualTo(today.plusDays(1));
        assertThat(told().detail().title()).isEqualTo("桥栏杆坏了");
        assertThat(told().detail().causeOwn()).isNull();
        Corrections.Correction kept = corrections.of(id, clerk).get(0);
        assertThat(kept.open()).isFalse();
        assertThat(kept.made()).isEqualTo(now.version());
        assertThat(kept.parts())
                .contains(new Corrections.Part("title", "桥栏坏了", "桥栏杆坏了"), new Corrections.Part("category", "12", "16"));
        assertThat(refused(Verb.CORRECT, leader)).isEqualTo("matters.refused.need.second-person.none");
        assertThat(excluded(12)).isEqualTo(wrong - 1);
        assertThat(excluded(16)).isEqualTo(right + 1);
    }

    @Test
    void theLedgerHasCodesAndADigestAndNoWords() {
        corrections.propose(id, command(Verb.PROPOSE_CORRECTION, "记错了类别"), corrected(), clerk);
        matters.move(id, command(Verb.CORRECT, null), leader);
        var entries = matters.history(id, clerk, null, 2).rows();
        Entry made = entries.get(0);
        Entry proposed = entries.get(1);
        assertThat(made.verb()).isEqualTo("corrected");
        assertThat(made.body().path("was").path("category").asInt()).isEqualTo(12);
        assertThat(made.body().path("was").path("source").asInt()).isEqualTo(1);
        assertThat(made.body().path("digest").asString()).hasSize(64);
        assertThat(proposed.verb()).isEqualTo("correction-proposed");
        assertThat(proposed.body().path("digest").asString())
                .isEqualTo(made.body().path("digest").asString());
        assertThat(made.body().toString() + proposed.body()).doesNotContain("桥", "记错");
    }

    @Test
    void nothingElseChangesIt() {
        Matters.Told told = told();
        assertThat(catchThrowableOfType(
                                Refusal.class,
                                () -> matters.amend(id, told.matter().version(), corrected(), clerk))
                        .key())
                .isEqualTo("matters.refused.stage");
        for (Verb verb : Verb.values()) {
            if (verb != Verb.PROPOSE_CORRECTION) {
                assertThat(refused(verb, leader)).startsWith("matters.refused.");
            }
        }
        assertThat(told()).isEqualTo(told);
    }

    @Test
    void aProposalThatIsDroppedLeavesEverythingAsItIs() {
        Detail before = told().detail();
        corrections.propose(id, command(Verb.PROPOSE_CORRECTION, "记错了"), corrected(), clerk);
        matters.move(id, command(Verb.DROP_CORRECTION, "没有记错"), leader);
        assertThat(told().detail()).isEqualTo(before);
        assertThat(corrections.of(id, clerk)).singleElement().matches(c -> !c.open() && c.made() == null);
        assertThat(refused(Verb.CORRECT, leader)).isEqualTo("matters.refused.need.second-person.none");
        assertThat(refused(Verb.DROP_CORRECTION, leader)).isEqualTo("matters.refused.need.proposed");
    }

    @Test
    void whatMakesNoSenseIsRefusedWhereItIsProposed() {
        assertThat(refused(Amendment.none(told()))).isEqualTo("matters.refused.need.change");
        assertThat(refused(new Amendment(12, 1, today.plusDays(1), null, told().detail())))
                .isEqualTo("matters.refused.raised.later");
        assertThat(refused(new Amendment(999, 1, today, null, told().detail())))
                .isEqualTo("programme.refused.category");
        assertThat(refused(new Amendment(12, 1, today, today.minusDays(1), told().detail())))
                .isEqualTo("matters.refused.due.before");
        assertThat(refused(new Amendment(12, 1, today, null, Detail.titled(" "))))
                .isEqualTo("matters.refused.title");
        assertThat(told().matter().version()).as("nothing was kept").isEqualTo(3);
        assertThat(corrections.of(id, clerk)).isEmpty();
    }

    private long excluded(int category) {
        new Counts(overview, jdbc).catchUp();
        return overview.numbers(place.village.id(), Line.TERRITORIAL, clerk).categories().stream()
                .filter(share -> share.key() == category)
                .mapToLong(share -> share.counters().stage("excluded"))
                .sum();
    }

    private Amendment corrected() {
        return new Amendment(16, 2, today.minusDays(9), today.plusDays(1), Detail.titled("桥栏杆坏了"));
    }

    private String refused(Verb verb, Scope scope) {
        return catchThrowableOfType(Refusal.class, () -> matters.move(id, command(verb, "因为"), scope))
                .key();
    }

    private String refused(Amendment amendment) {
        return catchThrowableOfType(
                        Refusal.class,
                        () -> corrections.propose(id, command(Verb.PROPOSE_CORRECTION, "记错了"), amendment, clerk))
                .key();
    }

    private Matters.Told told() {
        return matters.visible(id, clerk);
    }

    private Command command(Verb verb, String note) {
        return Command.of(verb, told().matter().version(), note);
    }
}
