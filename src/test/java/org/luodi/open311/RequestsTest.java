package org.luodi.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.matters.Command;
import org.luodi.matters.Detail;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.NewMatter;
import org.luodi.matters.Verb;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.ledger.Change;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Reach;
import org.luodi.platform.ledger.Subject;
import org.luodi.voice.NewReport;
import org.luodi.voice.Published;
import org.luodi.voice.Receipt;
import org.luodi.voice.ReportAnswer;
import org.luodi.voice.ReportId;
import org.luodi.voice.Reports;
import org.luodi.voice.Voices;
import org.luodi.world.OnTheTree;
import org.luodi.world.Place;
import org.luodi.world.Today;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Which reports anybody may read, in which order, and when they are over. */
@OnTheTree
class RequestsTest {

    @Autowired
    Requests requests;

    @Autowired
    RequestFollower follower;

    @Autowired
    Published published;

    @Autowired
    Voices voices;

    @Autowired
    Reports reports;

    @Autowired
    Matters matters;

    @Autowired
    Place place;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private Scope village;
    private Scope town;
    private Scope county;
    private Instant begin;

    @BeforeEach
    void goToACounty() {
        village = place.scope(place.account(Role.SECRETARY, place.village));
        town = place.scope(place.account(Role.CLERK, place.town));
        county = place.scope(place.account(Role.LEADER, place.county));
        begin = Instant.now().minusSeconds(5);
    }

    @Test
    void nothingIsPublicBeforeAnOfficeHasTakenItUp() {
        Receipt receipt = voices.receive(lamp());
        Receipt later = voices.receive(lamp());
        take(later);
        until(() -> found(later).isPresent());
        assertThat(found(receipt)).isEmpty();
        take(receipt);
        until(() -> found(receipt).isPresent());
        Request request = found(receipt).orElseThrow();
        assertThat(request.open().text()).isEqualTo("村口路灯三个月不亮");
        assertThat(request.isClosed()).isFalse();
        assertThat(request.unit()).isEqualTo(place.village.id());
        assertThat(codes(asked(List.of(), null))).containsSubsequence(later.code(), receipt.code());
    }

    @Test
    void whatWasHeldForSpamAndReleasedIsPublicWithoutBeingTakenUp() {
        Receipt receipt = voices.receive(lamp().proven(false));
        ReportId id = open(receipt);
        reports.answer(id, ReportAnswer.of(org.luodi.voice.Verb.RELEASE, version(id)), town);
        until(() -> found(receipt).isPresent());
        assertThat(found(receipt).orElseThrow().matter()).isNull();
    }

    @Test
    void whatIsAboutAUnitItselfOrSaysMeTooIsNeverListed() {
        Receipt handler = voices.receive(lamp().aboutHandler(true));
        Receipt first = voices.receive(lamp());
        Receipt echo = voices.meToo(first.code(), NewReport.of(null, "我家也是"));
        reports.answer(open(handler), ReportAnswer.take(version(open(handler)), draft()), town);
        take(first);
        until(() -> found(first).isPresent());
        assertThat(found(handler)).isEmpty();
        assertThat(found(echo)).isEmpty();
    }

    @Test
    void wordsThatTellWhoSomebodyIsAreWithheld() {
        Receipt receipt = voices.receive(NewReport.of(place.village.id(), "路灯不亮，请打13812345678"));
        take(receipt);
        until(() -> found(receipt).isPresent());
        assertThat(found(receipt).orElseThrow().open().text()).isNull();
    }

    @Test
    void whatIsWithdrawnIsGoneAtOnceEvenBeforeTheListKnows() {
        Receipt receipt = voices.receive(lamp());
        take(receipt);
        until(() -> found(receipt).isPresent());
        voices.withdraw(open(receipt));
        assertThat(found(receipt)).isEmpty();
        assertThat(codes(asked(List.of(), null))).doesNotContain(receipt.code());
        until(() -> listed(receipt) == 0);
    }

    @Test
    void itIsOverWhenItsMatterIsAndOpenAgainWhenThatComesBack() {
        Receipt receipt = voices.receive(lamp().in(11));
        MatterId matter = take(receipt);
        until(() -> found(receipt).isPresent());
        Instant closed = Instant.parse("2026-06-01T08:00:00Z");
        turn(matter, "acting", "closed", closed);
        until(() -> codes(asked(List.of(11), true)).contains(receipt.code()));
        assertThat(found(receipt).orElseThrow().updatedAt()).isEqualTo(closed);
        assertThat(codes(asked(List.of(), true))).contains(receipt.code());
        assertThat(codes(asked(List.of(), false))).doesNotContain(receipt.code());
        assertThat(codes(asked(List.of(11), null))).contains(receipt.code());
        assertThat(codes(asked(List.of(1, 12), null))).doesNotContain(receipt.code());
        turn(matter, "closed", "relapsed", closed.plusSeconds(60));
        until(() -> codes(asked(List.of(11), false)).contains(receipt.code()));
        assertThat(found(receipt).orElseThrow().isClosed()).isFalse();
    }

    @Test
    void whatWasJoinedToAnotherMatterGoesOnWithThat() {
        Receipt receipt = voices.receive(lamp());
        MatterId matter = take(receipt);
        MatterId other = matters.raise(
                new NewMatter(
                        null, place.village.id(), 1, 3, 2, null, Today.day().plusDays(60), Detail.titled("路灯")),
                village);
        int version = matters.visible(matter, village).matter().version();
        matters.move(matter, Command.of(Verb.MERGE, version, "同一件事").other(other), town);
        until(() -> found(receipt).filter(r -> r.matter().id().equals(other)).isPresent());
        assertThat(found(receipt).orElseThrow().isClosed()).isFalse();
    }

    @Test
    void aTokenLeadsToTheCodeOnceAnybodyMayReadIt() {
        String token = "a-token-that-others-may-see";
        assertThat(requests.isSent(token)).isFalse();
        Receipt receipt = voices.receive(lamp().once(published.once(token)));
        assertThat(requests.isSent(token)).isTrue();
        assertThat(requests.code(token)).isEmpty();
        take(receipt);
        until(() -> requests.code(token).isPresent());
        assertThat(requests.code(token)).contains(receipt.code());
        assertThat(published.once(token)).isNotEqualTo(token).doesNotContain(token);
    }

    @Test
    void theListIsCutWherePagesEndAndDoesNotOverlap() {
        for (int i = 0; i < 3; i++) {
            take(voices.receive(lamp().in(40)));
        }
        until(() -> requests.list(asked(List.of(40), null)).size() >= 3);
        List<String> all = codes(asked(List.of(40), null));
        assertThat(codes(new Asked(List.of(40), null, begin, Instant.now(), 0, 2)))
                .isEqualTo(all.subList(0, 2));
        assertThat(codes(new Asked(List.of(40), null, begin, Instant.now(), 2, 2))
                        .get(0))
                .isEqualTo(all.get(2));
        assertThat(codes(new Asked(List.of(), null, begin.minusSeconds(60), begin, 0, 10)))
                .doesNotContainAnyElementsOf(all);
    }

    private void turn(MatterId matter, String from, String to, Instant at) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update matters.matter set stage = ? where id = ?")
                    .param(to)
                    .param(matter.value())
                    .update();
            ledger.append(new Change(
                    at,
                    Actor.SYSTEM,
                    null,
                    new Subject("matter", matter.value()),
                    to,
                    Map.of("from", from, "to", to),
                    Reach.NONE));
        });
    }

    private NewReport lamp() {
        return NewReport.of(place.village.id(), "村口路灯三个月不亮");
    }

    private MatterId take(Receipt receipt) {
        ReportId id = open(receipt);
        return reports.answer(id, ReportAnswer.take(version(id), draft()), village)
                .matter();
    }

    private static ReportAnswer.Draft draft() {
        return new ReportAnswer.Draft("路灯不亮", "天黑看不见路", 1, null);
    }

    private ReportId open(Receipt receipt) {
        return voices.authenticated(receipt.code(), receipt.secret()).orElseThrow();
    }

    private int version(ReportId id) {
        return voices.told(id).report().version();
    }

    private Asked asked(List<Integer> categories, Boolean closed) {
        return new Asked(categories, closed, begin, Instant.now().plus(Duration.ofMinutes(1)), 0, 1000);
    }

    private List<String> codes(Asked asked) {
        return requests.list(asked).stream().map(r -> r.report().code()).toList();
    }

    private Optional<Request> found(Receipt receipt) {
        return requests.all(List.of(receipt.code())).stream().findFirst();
    }

    private int listed(Receipt receipt) {
        return jdbc.sql(
                        "select count(*) from open311.request q join voice.report r on r.id = q.report where r.code = ?")
                .param(receipt.code())
                .query(Integer.class)
                .single();
    }

    /** Reads on; what another transaction still hides shows a moment later. */
    private void until(BooleanSupplier done) {
        Instant end = Instant.now().plusSeconds(30);
        while (!done.getAsBoolean() && Instant.now().isBefore(end)) {
            follower.step();
        }
        assertThat(done.getAsBoolean()).isTrue();
    }
}
