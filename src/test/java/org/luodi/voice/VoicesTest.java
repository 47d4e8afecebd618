package org.luodi.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Units;
import org.luodi.platform.Refusal;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.ledger.Entry;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Subject;
import org.luodi.programme.WorkingDays;
import org.luodi.world.OnTheTree;
import org.luodi.world.Place;
import org.luodi.world.Today;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnTheTree
class VoicesTest {

    @Autowired
    Voices voices;

    @Autowired
    Reports reports;

    @Autowired
    ReportRounds rounds;

    @Autowired
    Units units;

    @Autowired
    Grants grants;

    @Autowired
    Accounts accounts;

    @Autowired
    Ledger ledger;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    JdbcClient jdbc;

    private Place place;

    @BeforeEach
    void goToACounty() {
        place = new Place(units, grants, accounts, 3);
    }

    @Test
    void aReportGetsAReceiptThatOpensIt() {
        Receipt receipt = voices.receive(lamp());
        assertThat(receipt.code()).matches("R[0-9A-HJKMNP-TV-Z]{10}");
        assertThat(receipt.secret()).matches("([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}");
        ReportId id = open(receipt);
        Voices.Told told = voices.told(id);
        assertThat(told.report().stage()).isEqualTo(Stage.RECEIVED);
        assertThat(told.report().receiver()).isEqualTo(place.village.id());
        assertThat(told.report().due()).isEqualTo(workingDays.after(Today.day(), 5));
        assertThat(told.words()).extracting(Written::text).containsExactly("村口路灯三个月不亮");
    }

    @Test
    void aReceiptIsReadHoweverItWasTyped() {
        Receipt receipt = voices.receive(lamp());
        String code = receipt.code().toLowerCase().replace('0', 'o').replace('1', 'l');
        String secret = " " + receipt.secret().toLowerCase().replace("-", " ") + " ";
        assertThat(voices.authenticated(code, secret)).contains(open(receipt));
    }

    @Test
    void aGuessGetsTheSameAnswerWhetherTheCodeExistsOrNot() {
        Receipt receipt = voices.receive(lamp());
        Receipt other = voices.receive(lamp());
        assertThat(voices.authenticated(receipt.code(), other.secret())).isEmpty();
        assertThat(voices.authenticated("R0000000000", receipt.secret())).isEmpty();
        assertThat(voices.authenticated(null, null)).isEmpty();
        assertThat(voices.authenticated("x".repeat(1_000_000), "'; drop table voice.report; --"))
                .isEmpty();
    }

    @Test
    void whatIsSentTwiceIsKeptOnceAndGetsTheSameReceipt() {
        String once = voices.token();
        Receipt first = voices.receive(lamp().once(once));
        Receipt second = voices.receive(lamp().once(once));
        assertThat(second.secret()).isEqualTo(first.secret());
        assertThat(first.again()).isFalse();
        assertThat(second.again()).isTrue();
        assertThat(entries(open(first))).containsExactly("received");
    }

    @Test
    void neitherTheSecretNorTheWordsStandOnTheLedger() {
        Receipt receipt = voices.receive(lamp().reachedAt("13812345678", true));
        ReportId id = open(receipt);
        Entry entry =
                ledger.about(new Subject("report", id.value()), null, 1).rows().get(0);
        assertThat(entry.body().toString()).doesNotContain("路灯", "138", receipt.secret(), receipt.code());
        assertThat(entry.reach().territorial()).endsWith(place.village.id().value());
        assertThat(entry.actor()).isZero();
        String kept = jdbc.sql(
                        "select r::text || c::text from voice.report r join voice.contact c on c.report = r.id where r.id = ?")
                .param(id.value())
                .query(String.class)
                .single();
        assertThat(kept).doesNotContain("13812345678", receipt.secret().replace("-", ""));
    }

    @Test
    void whatIsAboutTheUnitItselfGoesOneLevelUp() {
        Report report =
                voices.told(open(voices.receive(lamp().aboutHandler(true)))).report();
        assertThat(report.place()).isEqualTo(place.village.id());
        assertThat(report.receiver()).isEqualTo(place.town.id());
    }

    @Test
    void withoutProofItWaitsToBeLookedAtAndIsThereAllTheSame() {
        Report report = voices.told(open(voices.receive(lamp().proven(false)))).report();
        assertThat(report.stage()).isEqualTo(Stage.CHECKING);
        assertThat(report.due()).isEqualTo(workingDays.after(Today.day(), 3));
    }

    @Test
    void whatIsWrittenDownForSomebodyCountsTheSame() {
        var secretary = place.scope(place.account(Role.SECRETARY, place.village));
        Receipt receipt = voices.receive(lamp().by(Way.PHONE).proven(false), secretary);
        Report report = voices.told(open(receipt)).report();
        assertThat(report.stage()).isEqualTo(Stage.RECEIVED);
        assertThat(report.takenBy()).isEqualTo(secretary.actor().id());
        var reader = place.scope(place.account(Role.READER, place.village));
        assertThat(key(() -> voices.receive(lamp().by(Way.PHONE), reader))).isEqualTo("voice.refused.who.proxy");
        assertThat(key(() -> voices.receive(lamp(), secretary))).isEqualTo("voice.refused.way");
    }

    @Test
    void aReporterAddsAndSaysWhichCategoryIsRight() {
        ReportId id = open(voices.receive(lamp().in(1)));
        voices.add(id, "昨晚有人摔倒");
        voices.doubt(id, 5);
        Voices.Told told = voices.told(id);
        assertThat(told.words()).hasSize(2);
        assertThat(told.report().category()).isEqualTo(5);
        assertThat(entries(id)).containsExactly("doubted", "added-to", "received");
        assertThat(key(() -> voices.doubt(id, 999))).isEqualTo("programme.refused.category");
        assertThat(key(() -> voices.add(id, " "))).isEqualTo("voice.refused.text");
    }

    @Test
    void meTooHasAReceiptOfItsOwnAndStandsBesideTheFirst() {
        Receipt first = voices.receive(lamp());
        Receipt second = voices.meToo(first.code(), NewReport.of(null, null));
        Receipt third = voices.meToo(second.code(), NewReport.of(null, "我家门口也是"));
        assertThat(voices.told(open(first)).metoo()).isEqualTo(2);
        Report echo = voices.told(open(third)).report();
        assertThat(echo.stage()).isEqualTo(Stage.ALONGSIDE);
        assertThat(echo.echoOf()).isEqualTo(open(first));
        assertThat(echo.place()).isEqualTo(place.village.id());
    }

    @Test
    void meTooWithoutProofIsLookedAtBeforeItCounts() {
        Receipt first = voices.receive(lamp());
        Receipt held = voices.meToo(first.code(), NewReport.of(null, null).proven(false));
        Report report = voices.told(open(held)).report();
        assertThat(report.stage()).isEqualTo(Stage.CHECKING);
        assertThat(report.due()).isEqualTo(workingDays.after(Today.day(), 3));
        assertThat(voices.told(open(first)).metoo()).isZero();
        assertThat(entries(open(held))).containsExactly("held");
        assertThat(reports.list(new Reports.Filter(true, Stage.CHECKING, true), secretary(), new Reports.Slot(null, 50))
                        .rows())
                .filteredOn(r -> r.report().id().equals(open(held)))
                .extracting(ReportRow::excerpt)
                .containsExactly("村口路灯三个月不亮");

        release(open(held));

        assertThat(voices.told(open(held)).report().stage()).isEqualTo(Stage.ALONGSIDE);
        assertThat(voices.told(open(held)).report().due()).isNull();
        assertThat(voices.told(open(first)).metoo()).isEqualTo(1);
        assertThat(entries(open(held))).containsExactly("went-beside", "released", "held");
    }

    @Test
    void meTooThatNobodyLookedAtGoesIntoTheMatterOfTheFirst() {
        Receipt first = voices.receive(lamp());
        Receipt held = voices.meToo(first.code(), NewReport.of(null, null).proven(false));
        MatterId matter = take(open(first));
        assertThat(voices.told(open(held)).report().stage()).isEqualTo(Stage.CHECKING);

        rounds.ring(Instant.now().plus(Duration.ofDays(30)));

        Report now = voices.told(open(held)).report();
        assertThat(now.stage()).isEqualTo(Stage.JOINED);
        assertThat(now.matter()).isEqualTo(matter);
        assertThat(entries(open(held))).containsExactly("followed", "went-beside", "released-unseen", "held");
    }

    @Test
    void meTooThatWasHeldGoesOnForItselfWhereTheFirstIsWithdrawn() {
        Receipt first = voices.receive(lamp());
        Receipt held = voices.meToo(first.code(), NewReport.of(null, null).proven(false));
        voices.withdraw(open(first));
        release(open(held));
        Voices.Told told = voices.told(open(held));
        assertThat(told.report().stage()).isEqualTo(Stage.RECEIVED);
        assertThat(told.report().echoOf()).isNull();
        assertThat(told.words()).extracting(Written::text).containsExactly("村口路灯三个月不亮");
    }

    @Test
    void whoWasHeldStandsBesideTheNextWhereTheFirstWithdraws() {
        Receipt first = voices.receive(lamp());
        Receipt second = voices.meToo(first.code(), NewReport.of(null, null));
        Receipt held = voices.meToo(first.code(), NewReport.of(null, null).proven(false));
        voices.withdraw(open(first));
        release(open(held));
        assertThat(voices.told(open(held)).report().echoOf()).isEqualTo(open(second));
        assertThat(voices.told(open(held)).report().stage()).isEqualTo(Stage.ALONGSIDE);
    }

    private void release(ReportId id) {
        int version = voices.told(id).report().version();
        reports.answer(id, ReportAnswer.of(Verb.RELEASE, version), secretary());
    }

    private MatterId take(ReportId id) {
        int version = voices.told(id).report().version();
        ReportAnswer.Draft draft = new ReportAnswer.Draft("路灯不亮", null, 1, null);
        return reports.answer(id, ReportAnswer.take(version, draft), secretary())
                .matter();
    }

    private Scope secretary() {
        return place.scope(place.account(Role.SECRETARY, place.village));
    }

    @Test
    void whoSaidMeTooStaysWhereTheFirstWithdraws() {
        Receipt first = voices.receive(lamp());
        Receipt second = voices.meToo(first.code(), NewReport.of(null, null));
        Receipt third = voices.meToo(first.code(), NewReport.of(null, null));
        voices.withdraw(open(first));
        assertThat(voices.told(open(first)).report().stage()).isEqualTo(Stage.WITHDRAWN);
        Voices.Told next = voices.told(open(second));
        assertThat(next.report().stage()).isEqualTo(Stage.RECEIVED);
        assertThat(next.report().echoOf()).isNull();
        assertThat(next.words()).isNotEmpty();
        assertThat(voices.told(open(third)).report().echoOf()).isEqualTo(open(second));
        assertThat(key(() -> voices.meToo(first.code(), NewReport.of(null, null))))
                .isEqualTo("voice.refused.echo");
        assertThat(key(() -> voices.add(open(first), "还在"))).isEqualTo("voice.refused.stage");
    }

    @Test
    void whoAgreedIsInTheCircleOfThePlaceOnce() {
        int before = voices.circle(place.village.id()).size();
        voices.receive(lamp().reachedAt("139 1111 2222", true));
        voices.receive(lamp().reachedAt("+86 13911112222", true));
        voices.receive(lamp().reachedAt("someone@example.com", false));
        List<Circle> circle = voices.circle(place.village.id());
        assertThat(circle).hasSize(before + 1).allMatch(c -> c.kind().equals("phone"));
        assertThat(voices.circle(place.town.id())).hasSize(before + 1);
        assertThat(voices.circle(place.neighbour.id())).isEmpty();
    }

    @Test
    void whatCannotBeKeptIsRefusedWithAReason() {
        assertThat(key(() -> voices.receive(NewReport.of(null, "x")))).isEqualTo("voice.refused.place");
        assertThat(key(() -> voices.receive(NewReport.of(place.village.id(), " "))))
                .isEqualTo("voice.refused.text");
        assertThat(key(() -> voices.receive(NewReport.of(place.village.id(), "灯".repeat(10_000_000)))))
                .isEqualTo("voice.refused.text.long");
        assertThat(key(() -> voices.receive(NewReport.of(place.village.id(), "灯\0"))))
                .isEqualTo("voice.refused.characters");
        assertThat(key(() -> voices.receive(lamp().in(999)))).isEqualTo("programme.refused.category");
        assertThat(key(() -> voices.receive(lamp().reachedAt("call me", false))))
                .isEqualTo("voice.refused.contact");
        assertThat(key(() -> voices.receive(lamp().once("short")))).isEqualTo("voice.refused.token");
    }

    private NewReport lamp() {
        return NewReport.of(place.village.id(), "村口路灯三个月不亮");
    }

    private ReportId open(Receipt receipt) {
        return voices.authenticated(receipt.code(), receipt.secret()).orElseThrow();
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
