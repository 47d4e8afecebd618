package org.luodi.evaluations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Line;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.platform.NotFound;
import org.luodi.platform.identity.Account;
import org.luodi.voice.Following;
import org.luodi.voice.NewReport;
import org.luodi.voice.Receipt;
import org.luodi.voice.ReportId;
import org.luodi.world.Today;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever is asked answers himself, by link or by phone; nobody else opens his invitation, and nobody sees an answer too early. */
class AnsweringTest extends AskedTest {

    @Autowired
    Links links;

    @Autowired
    Results results;

    @Autowired
    Calls calls;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    EvaluationFollowing following;

    @Autowired
    RateStore rates;

    private final String phone = Affected.phone();
    private Receipt receipt;
    private MatterId matter;
    private Asking asking;
    private String link;

    private void asked() {
        matter = affected.acting(unit, county);
        receipt = affected.reporter(matter, unit, phone);
        affected.settle(matter, county);
        asking = opened(matter);
        link = links.of(invitations.of(asking.id()).get(0).id());
    }

    @Test
    void aForwardedLinkAloneOpensNothing() {
        asked();
        assertThat(evaluations.door(link).open()).isTrue();
        assertThat(key(() -> evaluations.open(link, ""))).isEqualTo("evaluations.refused.shown");
        assertThat(key(() -> evaluations.open(link, null))).isEqualTo("evaluations.refused.shown");
        assertThat(key(() -> evaluations.answer(link, link, EvaluationRulesTest.answer("+++", null))))
                .isEqualTo("evaluations.refused.pass");
        assertThat(invitations.said(asking.id())).isEmpty();
    }

    @Test
    void theSecretWordTheEndOfThePhoneOrTheMailAddressOpenIt() {
        asked();
        assertThat(evaluations.open(link, receipt.secret()).title()).isEqualTo("村口路灯不亮");
        Question question = evaluations.open(link, phone.substring(7));
        assertThat(question.fixed()).isEqualTo("已换灯");
        evaluations.answer(link, question.pass(), EvaluationRulesTest.answer("+++", "好"));
        assertThat(evaluations.door(link).answered()).isTrue();
        assertThat(key(() -> evaluations.open(link, receipt.secret()))).isEqualTo("evaluations.refused.twice");
    }

    @Test
    void afterFiveWrongGuessesOnlyTheReceiptOpensIt() {
        asked();
        String wrong = "%04d".formatted((Integer.parseInt(phone.substring(7)) + 1) % 10_000);
        for (int i = 0; i < 5; i++) {
            assertThat(key(() -> evaluations.open(link, wrong))).isEqualTo("evaluations.refused.shown");
        }
        assertThat(key(() -> evaluations.open(link, phone.substring(7)))).isEqualTo("evaluations.refused.locked");
        assertThat(evaluations.open(link, receipt.secret()).unit()).isEqualTo(unit.id());
    }

    @Test
    void whatWasSettledBeforeIsAskedAsOfThenAndEndsInSilence() {
        matter = affected.acting(unit, county);
        receipt = affected.reporter(matter, unit, phone);
        LocalDate then = Today.day().minusDays(14);
        transaction.executeWithoutResult(status -> {
            affected.settle(matter, county);
            evaluations.ask(matter, then);
        });
        asking = askings.of(matter, 0).orElseThrow();
        assertThat(asking.openedOn()).isEqualTo(then);
        evaluations.ask(matter, Today.day());
        assertThat(askings.of(matter, 0).orElseThrow().openedOn()).isEqualTo(then);
        ends.end(asking.id(), Today.day());
        assertThat(askings.of(matter, 0).orElseThrow().outcome()).isEqualTo(Outcome.SILENT);
    }

    @Test
    void anAlteredLinkLeadsNowhere() {
        asked();
        String other = (link.endsWith("0") ? "1" : "0");
        for (String altered : List.of(
                link.substring(0, link.length() - 1) + other, "1" + link, "x", "", link + "0", "'; drop table x; --")) {
            assertThatThrownBy(() -> evaluations.door(altered)).isInstanceOf(NotFound.class);
        }
    }

    @Test
    void theReceiptLeadsToTheQuestionAsLongAsItIsOpen() {
        asked();
        ReportId report = affected.open(receipt);
        Following.Line line = following.lines(report, matter).get(0);
        assertThat(line.href()).isEqualTo("/evaluations/" + link);
        assertThat(line.day()).isEqualTo(asking.endsOn());
        answer(asking, 0, "+++");
        assertThat(following.lines(report, matter))
                .extracting(Following.Line::key)
                .containsExactly("evaluations.follow.answered");
    }

    @Test
    void nobodySeesAnAnswerBeforeTheLastDayWhateverHisRole() {
        asked();
        affected.metoo(receipt, matter, Affected.phone());
        affected.circle(unit, 2);
        MatterId other = affected.acting(unit, county);
        affected.settle(other, county);
        Asking open = opened(other);
        answer(open, 0, "---");
        for (Role role : Role.values()) {
            Scope scope = Affected.as(role, unit, place);
            assertThat(results.list(unit.id(), Line.TERRITORIAL, scope, new Results.Slot(null, 50))
                            .rows())
                    .extracting(Result::matter)
                    .doesNotContain(other);
        }
        Result result = results.about(other).get(0);
        assertThat(result.isOpen()).isTrue();
        assertThat(result.groups()).isEmpty();
        assertThat(result.words()).isEmpty();
        assertThat(entry(open, "answered").body().toString()).doesNotContain("false", "true", "invitation");
        assertThatThrownBy(() -> results.proof(open.id())).isInstanceOf(NotFound.class);
        ends.end(open.id(), Today.day().plusDays(11));
        assertThat(results.about(other).get(0).words()).containsExactly("电话 ***********");
        assertThat(results.proof(open.id()).leaves()).hasSize(2);
    }

    @Test
    void aPoolIsReadAPortionAtATime() {
        List<Integer> read = new ArrayList<>();
        Pool pool = new Pool(4001, (from, count) -> {
            read.add(count);
            byte[] bytes = new byte[count * Pool.BYTES];
            bytes[0] = (byte) (from / 2000);
            return bytes;
        });
        List<String> leaves = new ArrayList<>(pool.stream().toList());
        assertThat(read).containsExactly(2000, 2000, 1);
        assertThat(leaves).hasSize(4001);
        assertThat(leaves.get(4000)).startsWith("02").hasSize(64);
    }

    @Test
    void onlyACallerOfAUnitAboveCallsAndEachLookIsWrittenDown() {
        asked();
        long id = invitations.of(asking.id()).get(0).id();
        Scope caller = Affected.as(Role.CALLER, place.city, place);
        assertThat(calls.waiting(caller, null, 200).rows())
                .extracting(Calls.Call::invitation)
                .contains(id);
        Account both = place.account(Role.CLERK, place.city);
        grants.grantBySystem(new Grants.NewGrant(both.id(), Role.CALLER, place.city.id(), Line.TERRITORIAL));
        for (Scope nobody : List.of(
                Affected.as(Role.CALLER, unit, place),
                Affected.as(Role.CLERK, place.city, place),
                place.scope(both),
                county)) {
            assertThat(calls.waiting(nobody, null, 200).rows()).isEmpty();
            assertThatThrownBy(() -> calls.look(id, "回访", nobody)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> calls.answer(id, EvaluationRulesTest.answer("+++", null), nobody))
                    .isInstanceOf(NotFound.class);
        }
        assertThat(key(() -> calls.look(id, " ", caller))).isEqualTo("evaluations.refused.reason");
        assertThat(key(() -> calls.look(id, "打给 13812345678", caller))).isEqualTo("evaluations.refused.personal");
        assertThat(calls.look(id, "第一次打电话", caller)).isEqualTo(phone);
        assertThat(entry(asking, "phone-seen").actor()).isEqualTo(caller.actor().id());
        assertThat(entry(asking, "phone-seen").body().toString()).doesNotContain(phone);
        calls.answer(id, EvaluationRulesTest.answer("++-", null), caller);
        assertThat(calls.waiting(caller, null, 200).rows())
                .extracting(Calls.Call::invitation)
                .doesNotContain(id);
    }

    @Test
    void theFileOfTheReporterTellsWhatHeWasAskedAndWhatHeSaid() {
        asked();
        long id = invitations.of(asking.id()).get(0).id();
        Scope caller = Affected.as(Role.CALLER, place.city, place);
        calls.look(id, "打电话问一问", caller);
        calls.answer(id, EvaluationRulesTest.answer("+-+", "灯还是暗"), caller);
        List<Following.Line> kept = following.kept(affected.open(receipt));
        assertThat(kept)
                .extracting(Following.Line::key)
                .containsExactly("evaluations.kept.invited", "evaluations.kept.seen", "evaluations.kept.phoned");
        assertThat(kept.get(1).args()).contains("打电话问一问");
        assertThat(kept.get(2).args())
                .contains("evaluations.solved.yes", "evaluations.satisfied.no", "evaluations.fits.yes", "灯还是暗");
        Receipt other = voices.receive(NewReport.of(unit.id(), "别的事"));
        assertThat(following.kept(affected.open(other))).isEmpty();
    }

    @Test
    void theSumsOfEveryUnitAboveAgreeWithARecount() {
        Rates before = results.rates(place.county.id(), Line.TERRITORIAL);
        affected.circle(unit, 5);
        asked();
        for (int i = 0; i < 6; i++) {
            answer(asking, i, i == 5 ? "+-+" : "+++");
        }
        ends.end(asking.id(), Today.day());
        Rates village = results.rates(unit.id(), Line.TERRITORIAL);
        assertThat(village.rate("concerned", "solved").isShown()).isFalse();
        Rate satisfied = village.rate("sample", "satisfied");
        assertThat(List.of(satisfied.yes(), satisfied.of())).containsExactly(4L, 5L);
        assertThat(satisfied.mille()).isEqualTo(800);
        Rates after = results.rates(place.county.id(), Line.TERRITORIAL);
        assertThat(List.of(village.count("sample.answered"), village.count("kept")))
                .containsExactly(5L, 1L);
        // Askings of other villages of the county may end in the same moment.
        assertThat(after.count("sample.answered") - before.count("sample.answered"))
                .isGreaterThanOrEqualTo(5);
        assertThat(after.count("kept") - before.count("kept")).isPositive();

        Scope secretary = Affected.as(Role.SECRETARY, unit, place);
        affected.move(matter, affected.of(matter, org.luodi.matters.Verb.RETURN, secretary), secretary);
        until(() -> results.rates(unit.id(), Line.TERRITORIAL).count("relapsed") == 1);
        assertThat(results.rates(unit.id(), Line.TERRITORIAL).lasting()).isEqualTo(Rate.of(0, 1, 5));
        assertThat(rates.differences()).isZero();
        assertThat(results.list(unit.id(), Line.TERRITORIAL, county, new Results.Slot(null, 50))
                        .rows())
                .extracting(Result::matter)
                .contains(matter);
    }

    @Test
    void whoLeftAMailAddressIsWrittenToOnce() {
        matter = affected.acting(unit, county);
        Receipt mail = voices.receive(NewReport.of(unit.id(), "路灯").reachedAt("li@example.com", false));
        affected.tie(affected.open(mail), matter);
        affected.settle(matter, county);
        Invitation invitation = invitations.of(opened(matter).id()).get(0);
        assertThat(invitation.kind()).isEqualTo("mail");
        assertThat(jdbc.sql("select count(*) from evaluations.letter where invitation = ?")
                        .param(invitation.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(evaluations.open(links.of(invitation.id()), "LI@example.com").unit())
                .isEqualTo(unit.id());
    }
}
