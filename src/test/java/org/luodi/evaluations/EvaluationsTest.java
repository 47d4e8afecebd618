package org.luodi.evaluations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.luodi.matters.Matter;
import org.luodi.matters.MatterId;
import org.luodi.matters.Stage;
import org.luodi.matters.Verb;
import org.luodi.matters.Verdict;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.platform.Digest;
import org.luodi.platform.Refusal;
import org.luodi.platform.ledger.Entry;
import org.luodi.voice.Contacts;
import org.luodi.voice.Receipt;
import org.luodi.world.Meanwhile;
import org.luodi.world.Today;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionOperations;

/** Those affected are asked when a matter settles, and what they say decides (mechanisms 53, 54). */
class EvaluationsTest extends AskedTest {

    @Autowired
    Contacts contacts;

    @Autowired
    Inviting inviting;

    @Autowired
    TransactionOperations transaction;

    @Test
    void whoReportedAndASampleAreAskedWhenItSettles() {
        affected.circle(unit, 8);
        MatterId id = affected.acting(unit, county);
        Receipt first = affected.reporter(id, unit, Affected.phone());
        affected.metoo(first, id, Affected.phone());
        affected.settle(id, county);
        Asking asking = opened(id);
        assertThat(asking.endsOn()).isEqualTo(Today.day().plusDays(10));
        assertThat(invitations.of(asking.id()))
                .extracting(Invitation::part)
                .containsExactly(
                        Part.REPORTER, Part.METOO, Part.SAMPLE, Part.SAMPLE, Part.SAMPLE, Part.SAMPLE, Part.SAMPLE);
    }

    @Test
    void theSamePersonIsAskedOnceHoweverOftenHeSaysIt() {
        MatterId id = affected.acting(unit, county);
        Receipt first = affected.reporter(id, unit, "13812340001");
        affected.metoo(first, id, "138 1234 0001");
        affected.metoo(first, id, null);
        affected.settle(id, county);
        assertThat(invitations.of(opened(id).id()))
                .extracting(Invitation::part)
                .containsExactly(Part.REPORTER, Part.METOO);
    }

    @Test
    void theDrawStandsOnTheLedgerBeforeAndCanBeRepeatedAfterwards() {
        affected.circle(unit, 12);
        MatterId id = affected.acting(unit, county);
        affected.settle(id, county);
        Asking asking = opened(id);
        Entry open = entry(asking, "opened");
        assertThat(open.body().has("seed")).isFalse();
        ends.end(asking.id(), Today.day().plusDays(11));
        Entry ended = entry(asking, "ended");
        byte[] seed = HexFormat.of().parseHex(ended.body().path("seed").asString());
        assertThat(open.body().path("seed-digest").asString())
                .isEqualTo(HexFormat.of().formatHex(Digest.of(seed)));
        byte[] leaves = jdbc.sql("select leaves from evaluations.pool where asking = ?")
                .param(asking.id())
                .query((row, i) -> row.getBytes(1))
                .single();
        assertThat(open.body().path("pool-digest").asString())
                .isEqualTo(HexFormat.of().formatHex(Digest.of(leaves)));
    }

    @Test
    void nobodyIsDrawnAgainBeforeTheRestIsOver() {
        affected.circle(unit, 7);
        MatterId first = settled();
        MatterId second = settled();
        List<byte[]> drawn = people(opened(first));
        assertThat(drawn).hasSize(5);
        assertThat(people(opened(second))).hasSize(2).doesNotContainAnyElementsOf(drawn);
    }

    @Test
    void whileTheyAreAskedNobodyClosesOrSpeaksForThem() {
        MatterId id = affected.acting(unit, county);
        affected.reporter(id, unit, Affected.phone());
        affected.settle(id, county);
        String due = key(() -> affected.move(id, judged(id, Verb.JUDGE, true), city));
        assertThat(due).isIn("evaluations.refused.due", "evaluations.refused.open");
        Asking asking = opened(id);
        for (Verb verb : List.of(Verb.JUDGE, Verb.REWORK)) {
            Refusal refusal = catchThrowableOfType(
                    Refusal.class, () -> affected.move(id, judged(id, verb, verb == Verb.JUDGE), city));
            assertThat(refusal.key()).isEqualTo("evaluations.refused.open");
            assertThat(refusal.args()).containsExactly(asking.endsOn());
        }
        assertThat(matters.choices(id, city).stream()
                        .filter(c -> c.move().verb() == Verb.JUDGE)
                        .map(c -> c.refusal().key()))
                .containsExactly("evaluations.refused.open");
    }

    @Test
    void whatTheySayThemselvesNobodyWritesOver() {
        MatterId id = affected.acting(unit, county);
        affected.reporter(id, unit, Affected.phone());
        affected.settle(id, county);
        Asking asking = opened(id);
        answer(asking, 0, "+++");
        ends.end(asking.id(), Today.day());
        assertThat(verdicts(id)).containsExactly(new Verdict(true, true, true, "evaluation", Today.day()));
        assertThat(key(() -> affected.move(id, judged(id, Verb.JUDGE, true), city)))
                .isEqualTo("evaluations.refused.said");
    }

    @Test
    void whereNobodyCanBeAskedAnOfficeAboveTakesTheVerdictDownAsBefore() {
        MatterId id = settled();
        affected.move(id, judged(id, Verb.JUDGE, true), city);
        assertThat(verdicts(id)).extracting(Verdict::way).containsExactly("paper");
    }

    @Test
    void silenceIsShownAsSilence() {
        MatterId id = affected.acting(unit, county);
        affected.reporter(id, unit, Affected.phone());
        affected.settle(id, county);
        Asking asking = opened(id);
        ends.end(asking.id(), Today.day().plusDays(10));
        assertThat(askings.of(id, 0).orElseThrow().isOpen()).isTrue();
        ends.end(asking.id(), Today.day().plusDays(11));
        assertThat(askings.of(id, 0).orElseThrow().outcome()).isEqualTo(Outcome.SILENT);
        assertThat(verdicts(id)).extracting(Verdict::word).containsExactly("silent");
        assertThat(stage(id)).isEqualTo(Stage.SETTLED);
    }

    @Test
    void notSatisfiedBringsItBackTheSamePeopleAreAskedAgainAndTheSecondTimeItRises() {
        affected.circle(unit, 9);
        MatterId id = affected.acting(unit, county);
        affected.reporter(id, unit, Affected.phone());
        affected.settle(id, county);
        Asking first = opened(id);
        answer(first, 0, "+-+");
        ends.end(first.id(), Today.day().plusDays(11));
        assertThat(stage(id)).isEqualTo(Stage.RETURNED);
        assertThat(affected.matter(id, city).unit()).isEqualTo(unit.id());

        affected.redo(id, county);
        Asking second = opened(id);
        assertThat(second.round()).isEqualTo(1);
        assertThat(people(second)).containsExactlyElementsOf(people(first));

        answer(second, 0, "-++");
        ends.end(second.id(), Today.day().plusDays(11));
        Matter risen = affected.matter(id, city);
        assertThat(risen.stage()).isEqualTo(Stage.RETURNED);
        assertThat(risen.unit()).isEqualTo(unit.superior());
        assertThat(risen.symptom()).isEqualTo(unit.id());
    }

    @Test
    void whoHasAnsweredDoesNotAnswerAgainAndNobodyAfterTheEnd() {
        MatterId id = affected.acting(unit, county);
        Receipt receipt = affected.reporter(id, unit, Affected.phone());
        affected.metoo(receipt, id, Affected.phone());
        affected.metoo(receipt, id, Affected.phone());
        affected.settle(id, county);
        Asking asking = opened(id);
        answer(asking, 0, "+++");
        assertThat(key(() -> answer(asking, 0, "---"))).isEqualTo("evaluations.refused.twice");
        answer(asking, 1, "+++");
        ends.end(asking.id(), Today.day().plusDays(11));
        assertThat(key(() -> answer(asking, 2, "---"))).isEqualTo("evaluations.refused.ended");
        assertThat(stage(id)).isEqualTo(Stage.SETTLED);
    }

    @Test
    void whatComesBackByAnotherWayIsNotAskedAboutAnyMore() {
        MatterId id = affected.acting(unit, county);
        affected.reporter(id, unit, Affected.phone());
        affected.settle(id, county);
        Asking asking = opened(id);
        Scope secretary = Affected.as(Role.SECRETARY, unit, place);
        affected.move(id, affected.of(id, Verb.RETURN, secretary), secretary);
        until(() -> !askings.of(id, 0).orElseThrow().isOpen());
        assertThat(askings.of(id, 0).orElseThrow().outcome()).isEqualTo(Outcome.OVERTAKEN);
        assertThat(verdicts(id)).isEmpty();
    }

    @Test
    void theDatabaseTooWritesOnceOnly() {
        MatterId id = affected.acting(unit, county);
        affected.reporter(id, unit, Affected.phone());
        affected.settle(id, county);
        Asking asking = opened(id);
        answer(asking, 0, "---");
        ends.end(asking.id(), Today.day().plusDays(11));
        for (String sql : List.of(
                "update evaluations.answer set solved = true",
                "delete from evaluations.answer",
                "delete from evaluations.invitation",
                "update evaluations.invitation set part = 'sample'",
                "delete from evaluations.asking",
                "update evaluations.asking set outcome = 'kept' where outcome = 'sent-back'",
                "update evaluations.asking set ends_on = ends_on + 100",
                "update evaluations.pool set leaves = ''",
                "truncate evaluations.answer cascade",
                "insert into evaluations.answer select id, true, true, true, now() from evaluations.invitation i"
                        + " where exists (select from evaluations.asking a where a.id = i.asking and a.outcome is not null)")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update()).as(sql).isInstanceOf(DataAccessException.class);
        }
    }

    private org.luodi.matters.Command judged(MatterId id, Verb verb, boolean solved) {
        return affected.of(id, verb, city).verdict(new Verdict(solved, solved, true, "paper", Today.day()));
    }

    @Test
    void whoWasDrawnReportsItAndTakesHisContactAwayIsAskedOnce() {
        Receipt neighbour = affected.circle(unit, 1).get(0);
        MatterId id = affected.acting(unit, county);
        affected.reporter(id, unit, Affected.phone());
        affected.settle(id, county);
        Asking first = opened(id);
        assertThat(invitations.of(first.id())).extracting(Invitation::report).contains(affected.open(neighbour));
        answer(first, 0, "+-+");
        ends.end(first.id(), Today.day().plusDays(11));
        affected.tie(affected.open(neighbour), id);
        contacts.erase(affected.open(neighbour));
        affected.redo(id, county);
        assertThat(invitations.of(opened(id).id()))
                .filteredOn(i -> i.report().equals(affected.open(neighbour)))
                .extracting(Invitation::part)
                .containsExactly(Part.REPORTER);
    }

    @Test
    void whoReportedWhatWasJoinedToAnotherIsAskedAboutThatOneAndBringsItBack() {
        MatterId first = affected.acting(unit, county);
        MatterId between = affected.acting(unit, county);
        MatterId last = affected.acting(unit, county);
        Receipt reporter = affected.reporter(first, unit, Affected.phone());
        affected.move(first, affected.of(first, Verb.MERGE, county).other(between), county);
        affected.move(between, affected.of(between, Verb.MERGE, county).other(last), county);
        affected.settle(last, county);
        Asking asking = opened(last);
        assertThat(invitations.of(asking.id())).extracting(Invitation::report).containsExactly(affected.open(reporter));
        answer(asking, 0, "---");
        ends.end(asking.id(), Today.day().plusDays(11));
        assertThat(stage(last)).isEqualTo(Stage.RETURNED);
        assertThat(voices.of(last)).hasSize(1);
    }

    @Test
    void noMorePeopleAreLookedThroughAtOnceThanCanBeHeld() {
        affected.circle(unit, 3);
        List<Matter> matters = List.of(
                affected.matter(affected.acting(unit, county), city),
                affected.matter(affected.acting(unit, county), city),
                affected.matter(affected.acting(unit, county), city));
        assertThat(inviting.portions(matters, 7)).extracting(List::size).containsExactly(2, 1);
        assertThat(inviting.portions(matters, 1)).extracting(List::size).containsExactly(1, 1, 1);
        assertThat(inviting.portions(List.of(), 7)).isEmpty();
    }

    @Test
    void whoEndsAnAskingHoldsTheTreeBeforeItsRow() throws Exception {
        MatterId id = affected.acting(unit, county);
        affected.reporter(id, unit, Affected.phone());
        affected.settle(id, county);
        Asking asking = opened(id);
        new Meanwhile(transaction, jdbc)
                .waits(
                        "hold_tree",
                        () -> jdbc.sql("select organisation.lock_tree()")
                                .query()
                                .singleRow(),
                        () -> {
                            ends.end(asking.id(), Today.day().plusDays(11));
                            return true;
                        },
                        () -> jdbc.sql("select id from evaluations.asking where id = :id for update nowait")
                                .param("id", asking.id())
                                .query()
                                .singleRow());
        assertThat(askings.find(asking.id()).outcome()).isEqualTo(Outcome.SILENT);
    }

    @Test
    void aMatterThatCannotBeAskedAboutHoldsUpNoOtherAndIsTriedAgain() {
        MatterId bad = affected.acting(unit, county);
        affected.reporter(bad, unit, Affected.phone());
        MatterId good = affected.acting(unit, county);
        affected.reporter(good, unit, Affected.phone());
        jdbc.sql("""
                        create trigger spoilt before insert on evaluations.asking
                        for each row when (new.matter = %d) execute function evaluations.refuse()
                        """.formatted(bad.value())).update();
        try {
            affected.settle(bad, county);
            affected.settle(good, county);
            assertThat(opened(good).isOpen()).isTrue();
            assertThat(askings.of(bad, 0)).isEmpty();
            assertThat(key(() -> affected.move(bad, judged(bad, Verb.JUDGE, true), city)))
                    .isEqualTo("evaluations.refused.due");
        } finally {
            jdbc.sql("drop trigger spoilt on evaluations.asking").update();
        }
        jdbc.sql("update evaluations.later set try_after = now() where matter = ?")
                .param(bad.value())
                .update();
        assertThat(opened(bad).isOpen()).isTrue();
    }
}
