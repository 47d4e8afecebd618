package org.luodi.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.matters.Command;
import org.luodi.matters.Detail;
import org.luodi.matters.Kind;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.NewMatter;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.Units;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.luodi.platform.Slice;
import org.luodi.platform.ledger.Entry;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Subject;
import org.luodi.programme.WorkingDays;
import org.luodi.world.OnTheTree;
import org.luodi.world.Place;
import org.luodi.world.Today;
import org.springframework.beans.factory.annotation.Autowired;

/** What offices do with reports: who sees them, who takes them up, who decides. */
@OnTheTree
class ReportsTest {

    private static final Reports.Slot FIRST = new Reports.Slot(null, 50);

    @Autowired
    Voices voices;

    @Autowired
    Reports reports;

    @Autowired
    ReportRounds rounds;

    @Autowired
    ReportDesks desks;

    @Autowired
    Matters matters;

    @Autowired
    Units units;

    @Autowired
    Place place;

    @Autowired
    Ledger ledger;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    Clock clock;

    private Scope village;
    private Scope town;
    private Scope county;
    private Scope neighbour;

    @BeforeEach
    void goToACounty() {
        village = place.scope(place.account(Role.SECRETARY, place.village));
        town = place.scope(place.account(Role.CLERK, place.town));
        county = place.scope(place.account(Role.LEADER, place.county));
        neighbour = place.scope(place.account(Role.CLERK, place.neighbour));
    }

    @Test
    void aReportBecomesAMatterAndThoseWhoSaidMeTooGoWithIt() {
        Receipt receipt = voices.receive(lamp());
        ReportId id = open(receipt);
        ReportId echo = open(voices.meToo(receipt.code(), NewReport.of(null, "我家门口也是，电话13812345678")));
        assertThat(reports.visible(id, village).others())
                .extracting(Written::text)
                .containsExactly("我家门口也是，电话***********");
        Report taken = reports.answer(id, take(id), village);
        assertThat(taken.stage()).isEqualTo(Stage.TAKEN);
        assertThat(taken.due()).isNull();
        Matters.Told told = matters.visible(taken.matter(), village);
        assertThat(told.matter().unit()).isEqualTo(place.village.id());
        assertThat(told.matter().source()).isEqualTo(3);
        assertThat(told.detail().symptoms()).isEqualTo("天黑看不见路");
        Report followed = voices.told(echo).report();
        assertThat(followed.stage()).isEqualTo(Stage.JOINED);
        assertThat(followed.matter()).isEqualTo(taken.matter());
        assertThat(voices.of(taken.matter())).extracting(Voice::report).containsExactly(id, echo);
        assertThat(reports.count(taken.matter())).isEqualTo(new Reports.Count(1, 1));
        assertThat(entries(echo)).containsExactly("followed", "echoed");
    }

    @Test
    void aWishThatIsTakenUpBecomesADeed() {
        ReportId id = open(voices.receive(lamp().wished(true)));
        Detail.Own own = new Detail.Own(null, "晚上走路的人", "路口装上灯", null);
        var draft = new ReportAnswer.Draft("路口装灯", null, 1, null, own);
        MatterId matter = reports.answer(id, ReportAnswer.take(version(id), draft), village)
                .matter();
        assertThat(matters.visible(matter, village).matter().kind()).isEqualTo(Kind.DEED);
        assertThat(matters.visible(matter, village).detail().own().outcome()).isEqualTo("路口装上灯");
    }

    @Test
    void aReportJoinsAStandingMatterOfTheUnitThatAnswers() {
        MatterId standing = matters.raise(problem(place.village), village);
        MatterId elsewhere = matters.raise(problem(place.town), town);
        ReportId id = report();
        assertThat(key(() -> reports.answer(id, ReportAnswer.join(1, elsewhere), county)))
                .isEqualTo("voice.refused.matter.other");
        assertThatThrownBy(() -> reports.answer(id, ReportAnswer.join(1, elsewhere), village))
                .isInstanceOf(NotFound.class);
        assertThat(reports.answer(id, ReportAnswer.join(1, standing), village).stage())
                .isEqualTo(Stage.JOINED);
        assertThat(reports.about(standing, village, 10)).hasSize(1);
    }

    @Test
    void nobodySaysMeTooIntoAMatterThatHasEnded() {
        Receipt first = voices.receive(lamp());
        ReportId held = open(voices.meToo(first.code(), NewReport.of(null, null).proven(false)));
        MatterId became =
                reports.answer(open(first), take(open(first)), village).matter();
        MatterId last = matters.raise(problem(place.village), village);
        move(became, org.luodi.matters.Verb.MERGE, town, last);
        ReportId late = open(voices.meToo(first.code(), NewReport.of(null, null)));
        assertThat(voices.told(late).report().stage()).isEqualTo(Stage.JOINED);

        move(last, org.luodi.matters.Verb.PROPOSE_EXCLUSION, town, null);
        move(last, org.luodi.matters.Verb.EXCLUDE, county, null);

        assertThat(key(() -> voices.meToo(first.code(), NewReport.of(null, "我家门口也是"))))
                .isEqualTo("voice.refused.echo");
        Report released = reports.answer(held, ReportAnswer.of(Verb.RELEASE, version(held)), village);
        assertThat(released.stage()).isEqualTo(Stage.RECEIVED);
        assertThat(released.echoOf()).isNull();
        assertThat(voices.told(held).words()).extracting(Written::text).containsExactly("村口路灯三个月不亮");
    }

    private void move(MatterId id, org.luodi.matters.Verb verb, Scope by, MatterId other) {
        int version = matters.visible(id, by).matter().version();
        matters.move(id, Command.of(verb, version, "同一件事").basis("核查记录").other(other), by);
    }

    @Test
    void whoHandsItBackAnswersUntilTheOtherHasAccepted() {
        ReportId id = report();
        Report passed = reports.answer(id, back(id, place.neighbour), village);
        assertThat(passed.stage()).isEqualTo(Stage.PASSED_ON);
        assertThat(passed.receiver()).isEqualTo(place.village.id());
        assertThat(passed.asked()).isEqualTo(place.neighbour.id());
        assertThat(passed.due()).isEqualTo(workingDays.after(Today.day(), 3));
        assertThat(reports.sees(id, village)).isTrue();
        Report taken = reports.answer(id, take(id), neighbour);
        assertThat(taken.receiver()).isEqualTo(place.neighbour.id());
        assertThat(reports.sees(id, village)).isFalse();
        assertThat(voices.told(id).way())
                .extracting(Step::verb, Step::ground)
                .contains(tuple(Verb.HAND_BACK, Ground.OTHER_DUTY));
    }

    @Test
    void theFirstMayTakeItUpAfterAllWhileTheOtherIsAsked() {
        ReportId id = report();
        reports.answer(id, back(id, place.neighbour), village);
        Report taken = reports.answer(id, take(id), village);
        assertThat(taken.receiver()).isEqualTo(place.village.id());
        assertThat(taken.asked()).isEqualTo(place.village.id());
    }

    @Test
    void afterTwoHandBacksTheLowestCommonSuperiorDecidesAndItsWordStands() {
        ReportId id = report();
        reports.answer(id, back(id, place.neighbour), village);
        Report disputed = reports.answer(id, back(id, place.town).again(), neighbour);
        assertThat(disputed.stage()).isEqualTo(Stage.DISPUTED);
        assertThat(disputed.asked()).isEqualTo(place.city.id());
        assertThat(disputed.handBacks()).isEqualTo(2);
        Scope city = place.scope(place.account(Role.CLERK, place.city));
        assertThat(key(() -> reports.answer(id, decide(id, place.town), county)))
                .isEqualTo("voice.refused.who.arbiter");
        assertThat(key(() -> reports.answer(id, decide(id, place.province), city)))
                .isEqualTo("voice.refused.unit.beyond");
        Report decided = reports.answer(id, decide(id, place.town), city);
        assertThat(decided.stage()).isEqualTo(Stage.RECEIVED);
        assertThat(decided.receiver()).isEqualTo(place.town.id());
        assertThat(decided.bound()).isTrue();
        assertThat(key(() -> reports.answer(id, back(id, place.neighbour), town)))
                .isEqualTo("voice.refused.need.not-bound");
        assertThat(reports.answer(id, take(id), town).stage()).isEqualTo(Stage.TAKEN);
    }

    @Test
    void whereOneIsAboveTheOtherTheOneAboveBothDecides() {
        assertThat(desks.arbiter(place.village.id(), place.town.id())).isEqualTo(place.county.id());
        assertThat(desks.arbiter(place.town.id(), place.village.id())).isEqualTo(place.county.id());
        assertThat(desks.arbiter(place.village.id(), place.neighbour.id())).isEqualTo(place.city.id());
        Unit nation = units.byCode("0").orElseThrow();
        assertThat(desks.arbiter(nation.id(), place.village.id())).isEqualTo(nation.id());
    }

    @Test
    void silenceOfTheUnitItWasHandedToBringsTheArbiter() {
        ReportId id = report();
        reports.answer(id, back(id, place.neighbour), village);
        rounds.ring(clock.instant());
        assertThat(voices.told(id).report().stage()).isEqualTo(Stage.PASSED_ON);
        rounds.ring(inDays(30));
        Report silent = voices.told(id).report();
        assertThat(silent.stage()).isEqualTo(Stage.DISPUTED);
        assertThat(silent.asked()).isEqualTo(place.city.id());
        assertThat(entries(id)).startsWith("unanswered");
    }

    @Test
    void onlyInItsDaysIsItHandedBack() {
        ReportId id = report();
        assertThat(key(() -> reports.answer(id, back(id, place.neighbour), village, inDays(30))))
                .isEqualTo("voice.refused.need.in-time");
    }

    @Test
    void whatIsAboutAUnitIsSeenNeitherByItNorBelowIt() {
        ReportId id =
                open(voices.receive(NewReport.of(place.town.id(), "镇上收费不开票").aboutHandler(true)));
        assertThat(reports.visible(id, county).report().receiver()).isEqualTo(place.county.id());
        assertThatThrownBy(() -> reports.visible(id, town)).isInstanceOf(NotFound.class);
        assertThat(key(() -> reports.answer(id, back(id, place.village), county)))
                .isEqualTo("voice.refused.unit.handler");
        MatterId matter = reports.answer(id, take(id), county).matter();
        assertThat(reports.about(matter, county, 10)).hasSize(1);
        assertThat(reports.about(matter, town, 10)).isEmpty();
    }

    @Test
    void twoPersonsAboveSetSpamAsideAndNobodyElse() {
        ReportId id = open(voices.receive(lamp().proven(false)));
        Scope other = place.scope(place.account(Role.LEADER, place.town));
        assertThat(key(() -> reports.answer(id, ReportAnswer.of(Verb.SUSPECT, 1), village)))
                .isEqualTo("voice.refused.who.above");
        reports.answer(id, ReportAnswer.of(Verb.SUSPECT, 1), town);
        assertThat(key(() -> reports.answer(id, ReportAnswer.of(Verb.SET_ASIDE, 2), town)))
                .isEqualTo("voice.refused.need.second-person");
        assertThat(reports.answer(id, ReportAnswer.of(Verb.SET_ASIDE, 2), other).stage())
                .isEqualTo(Stage.SET_ASIDE);
        voices.object(id, "真的有这回事");
        assertThat(reports.answer(id, ReportAnswer.of(Verb.RELEASE, 4), village).stage())
                .isEqualTo(Stage.RECEIVED);
    }

    @Test
    void whoLetsItsDayPassIsToldOnceAndItStaysThere() {
        ReportId id = report();
        rounds.ring(clock.instant());
        assertThat(entries(id)).containsExactly("received");
        rounds.ring(inDays(30));
        rounds.ring(inDays(31));
        assertThat(entries(id)).containsExactly("overdue", "received");
        assertThat(voices.told(id).report().stage()).isEqualTo(Stage.RECEIVED);
        assertThat(voices.told(id).report().version()).isEqualTo(1);
    }

    @Test
    void whatNobodyLookedAtGoesItsWay() {
        ReportId id = open(voices.receive(lamp().proven(false)));
        reports.answer(id, ReportAnswer.of(Verb.SUSPECT, 1), town);
        rounds.ring(inDays(30));
        Report passed = voices.told(id).report();
        assertThat(passed.stage()).isEqualTo(Stage.RECEIVED);
        assertThat(passed.suspectedBy()).isNull();
    }

    @Test
    void officesSeeWordsWithoutWhatTellsWhoSomebodyIs() {
        ReportId id = open(voices.receive(
                NewReport.of(place.village.id(), "路灯坏了，打13812345678").reachedAt("13812345678", false)));
        Reports.Told told = reports.visible(id, village);
        assertThat(told.words()).extracting(Written::text).containsExactly("路灯坏了，打***********");
        assertThat(told.contact()).isEqualTo("phone");
        assertThat(told.toString()).doesNotContain("138");
        assertThat(list(true, village)).extracting(ReportRow::excerpt).noneMatch(e -> e.contains("138"));
    }

    @Test
    void theListShowsWhatLiesInScopeTheMostUrgentFirstPageByPage() {
        ReportId first = report();
        ReportId second = report();
        ReportId unproven = open(voices.receive(lamp().proven(false)));
        List<ReportId> all =
                list(true, village).stream().map(r -> r.report().id()).toList();
        assertThat(all).contains(first, second, unproven);
        assertThat(all.indexOf(unproven)).isLessThan(all.indexOf(first));
        Reports.Filter filter = new Reports.Filter(true, null, false);
        Slice<ReportRow> one = reports.list(filter, village, new Reports.Slot(null, 1));
        Slice<ReportRow> two = reports.list(filter, village, new Reports.Slot(one.next(), 1));
        assertThat(two.rows().get(0).report().id()).isEqualTo(all.get(1));
        assertThat(reports.list(new Reports.Filter(true, Stage.CHECKING, true), village, FIRST)
                        .rows())
                .extracting(r -> r.report().stage())
                .containsOnly(Stage.CHECKING);
        assertThat(list(true, neighbour)).noneMatch(r -> r.report().id().equals(first));
        reports.answer(first, take(first), village);
        assertThat(list(false, town)).extracting(r -> r.report().id()).contains(first);
    }

    @Test
    void eachMoveIsOfferedOrSaysWhyNot() {
        ReportId id = report();
        assertThat(reports.choices(id, village))
                .extracting(c -> c.move().verb(), c -> c.refusal() == null)
                .containsExactly(tuple(Verb.TAKE, true), tuple(Verb.JOIN, true), tuple(Verb.HAND_BACK, true));
        Scope reader = place.scope(place.account(Role.READER, place.village));
        assertThat(reports.choices(id, reader)).allMatch(c -> c.refusal() != null);
    }

    @Test
    void whoeverIsSlowerIsToldSo() {
        ReportId id = report();
        reports.answer(id, take(id), village);
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> reports.answer(id, ReportAnswer.take(1, draft()), village));
        assertThat(refusal.key()).isEqualTo("voice.refused.stale");
        assertThat(refusal.isConflict()).isTrue();
    }

    private List<ReportRow> list(boolean open, Scope scope) {
        return reports.list(new Reports.Filter(open, null, false), scope, FIRST).rows();
    }

    private ReportId report() {
        return open(voices.receive(lamp()));
    }

    private NewReport lamp() {
        return NewReport.of(place.village.id(), "村口路灯三个月不亮");
    }

    private NewMatter problem(Unit unit) {
        return new NewMatter(null, unit.id(), 1, 3, 2, null, Today.day().plusDays(60), Detail.titled("路灯不亮"));
    }

    private ReportAnswer take(ReportId id) {
        return ReportAnswer.take(version(id), draft());
    }

    private static ReportAnswer.Draft draft() {
        return new ReportAnswer.Draft("路灯不亮", "天黑看不见路", 1, null);
    }

    private ReportAnswer back(ReportId id, Unit whose) {
        return ReportAnswer.notOurs(version(id), Ground.OTHER_DUTY, "县里的职责清单第三条", whose.id());
    }

    private ReportAnswer decide(ReportId id, Unit who) {
        return ReportAnswer.decide(version(id), who.id(), "路灯由镇里统一管");
    }

    private int version(ReportId id) {
        return voices.told(id).report().version();
    }

    private ReportId open(Receipt receipt) {
        return voices.authenticated(receipt.code(), receipt.secret()).orElseThrow();
    }

    private Instant inDays(int days) {
        return clock.instant().plus(days, ChronoUnit.DAYS);
    }

    private List<String> entries(ReportId id) {
        return ledger.about(new Subject("report", id.value()), null, 20).rows().stream()
                .map(Entry::verb)
                .toList();
    }

    private static String key(ThrowingCallable work) {
        return catchThrowableOfType(Refusal.class, work).key();
    }
}
