package org.luodi.trails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.claims.ClaimId;
import org.luodi.claims.Claims;
import org.luodi.claims.Lever;
import org.luodi.claims.NewClaim;
import org.luodi.matters.Command;
import org.luodi.matters.Detail;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.NewMatter;
import org.luodi.matters.Verb;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.platform.identity.Account;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.ledger.Change;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Reach;
import org.luodi.platform.ledger.Subject;
import org.luodi.relays.Relay;
import org.luodi.relays.RelayDraft;
import org.luodi.relays.Relays;
import org.luodi.voice.Contacts;
import org.luodi.voice.NewReport;
import org.luodi.voice.Receipt;
import org.luodi.voice.ReportAnswer;
import org.luodi.voice.ReportId;
import org.luodi.voice.Reports;
import org.luodi.voice.Voices;
import org.luodi.world.OnTheTree;
import org.luodi.world.Place;
import org.luodi.world.Today;
import org.luodi.world.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a report to what became of it, who saw the contact on the way, each step with its sealed number; for those who see it. */
@OnTheTree
class TrailsTest {

    private static final String PHONE = "13812345679";

    @Autowired
    Trails trails;

    @Autowired
    Voices voices;

    @Autowired
    Reports reports;

    @Autowired
    Contacts contacts;

    @Autowired
    Matters matters;

    @Autowired
    Claims claims;

    @Autowired
    Place place;

    @Autowired
    Accounts accounts;

    @Autowired
    Relays relays;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Account secretary;
    private Account caller;
    private Scope village;
    private Scope county;
    private ReportId report;
    private MatterId matter;

    @BeforeEach
    void aReportThatBecameAMatter() {
        secretary = place.account(Role.SECRETARY, place.village);
        caller = place.account(Role.CALLER, place.county);
        village = place.scope(secretary);
        county = place.scope(place.account(Role.CLERK, place.county));
        Receipt receipt =
                voices.receive(NewReport.of(place.village.id(), "路灯坏了").reachedAt(PHONE, true));
        report = voices.authenticated(receipt.code(), receipt.secret()).orElseThrow();
        contacts.look(report, "回访", place.scope(caller));
        int version = reports.visible(report, village).report().version();
        ReportAnswer.Draft draft =
                new ReportAnswer.Draft("路灯不亮", "村口路灯坏了", 1, Today.day().plusDays(30));
        matter = reports.answer(report, ReportAnswer.take(version, draft), village)
                .matter();
    }

    @Test
    void aMatterShowsWhereItComesFromAndWhatBecameOfIt() {
        MatterId other = raise();
        int version = matters.visible(other, county).matter().version();
        matters.move(other, Command.of(Verb.MERGE, version, "同一件事").other(matter), county);
        ClaimId claim =
                claims.send(new NewClaim(null, place.county.id(), Lever.RULE, "目录里没有路灯", List.of(matter)), village);

        Trail trail = of("matter", matter.value(), county);
        assertThat(trail.origins())
                .extracting(Kin::subject)
                .containsExactly(subject("report", report.value()), subject("matter", other.value()));
        assertThat(trail.outcomes()).extracting(Kin::subject).contains(subject("claim", claim.value()));
        assertThat(verbs(trail))
                .contains("claim sent", "matter merged", "matter raised", "report received", "report taken");
        assertThat(trail.looks()).extracting(s -> s.entry().actor()).containsExactly(caller.id());
        assertThat(of("matter", other.value(), county).outcomes())
                .extracting(Kin::subject)
                .contains(subject("matter", matter.value()));
        assertThat(of("claim", claim.value(), county).origins())
                .extracting(Kin::subject)
                .containsExactly(subject("matter", matter.value()));
        assertThat(of("report", report.value(), county).outcomes())
                .extracting(Kin::subject)
                .startsWith(subject("matter", matter.value()));
    }

    @Test
    void eachStepLeadsToTheProofOfItsNumber() {
        await().untilAsserted(() ->
                assertThat(of("matter", matter.value(), county).steps().rows()).allMatch(s -> s.number() != null));
        Visitor clerk = Visitor.signedIn(port, secretary);
        Document page = clerk.page("/trails/matter/" + matter.value());
        assertThat(page.text()).contains("来龙去脉", "看了反映人的联系方式", caller.name()).doesNotContain(PHONE);
        String proof = page.select("a[href^=/ledger/entries/]").first().attr("href");
        assertThat(new Visitor(port).get(proof).statusCode()).isEqualTo(200);
        assertThat(clerk.page("/matters/" + matter.value()).select("a[href=/trails/matter/" + matter.value() + "]"))
                .isNotEmpty();
        assertThat(clerk.page("/voice/desk/" + report.value()).select("a[href=/trails/report/" + report.value() + "]"))
                .isNotEmpty();
        JsonNode told = JsonMapper.shared()
                .readTree(Visitor.text(asProgram(secretary, "/api/trails/report/" + report.value())));
        assertThat(told.get("rows").valueStream()).allMatch(s -> s.get("number").isNumber());
    }

    @Test
    void whatIsNotSeenDoesNotExist() {
        Account elsewhere = place.account(Role.CLERK, place.neighbour);
        Visitor stranger = Visitor.signedIn(port, elsewhere);
        assertThat(stranger.get("/trails/matter/" + matter.value()).statusCode())
                .isEqualTo(404);
        assertThat(stranger.get("/trails/report/" + report.value()).statusCode())
                .isEqualTo(404);
        assertThat(stranger.get("/trails/account/1").statusCode()).isEqualTo(404);
        assertThat(asProgram(elsewhere, "/api/trails/matter/" + matter.value()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aLongTrailIsPaged() {
        Trail first = trails.of("matter", matter.value(), county, new Trails.Page(null, 2));
        Trail next = trails.of(
                "matter", matter.value(), county, new Trails.Page(first.steps().next(), 2));
        assertThat(first.steps().rows()).hasSize(2);
        assertThat(next.steps().rows())
                .isNotEmpty()
                .doesNotContainAnyElementsOf(first.steps().rows());
        assertThat(next.looks()).isEmpty();
    }

    /** A package of many matters, most of whose steps concern others: what concerns this one is shown all the same. */
    @Test
    void whatConcernsOthersHidesNoStep() {
        RelayDraft draft =
                new RelayDraft(Relay.Kind.UNIT, place.village.id(), place.neighbour.id(), List.of(matter), "修好", "张三");
        long relay = relays.open(draft, county);
        contacts.look(report, "再回访", place.scope(caller));
        append(60, subject("relay", relay), Map.of("matter", Long.MAX_VALUE));
        append(210, subject("report", report.value()), Map.of());

        assertThat(of("matter", matter.value(), county).outcomes())
                .extracting(Kin::subject)
                .contains(subject("relay", relay));
        Trail trail = trails.of("matter", matter.value(), county, new Trails.Page(null, 2_000));
        assertThat(verbs(trail)).contains("relay opened", "report noted").doesNotContain("relay noted");
        assertThat(trail.looks()).hasSize(2);
        String cursor = null;
        List<String> paged = new ArrayList<>();
        do {
            Trail page = trails.of("matter", matter.value(), county, new Trails.Page(cursor, 50));
            paged.addAll(verbs(page));
            cursor = page.steps().next();
        } while (cursor != null);
        assertThat(paged).isEqualTo(verbs(trail));
        jdbc.sql("update relays.item set state = 'withdrawn', reason = 'x', by = 1, at = now() where relay = ?")
                .param(relay)
                .update();
        jdbc.sql("update relays.relay set ended_at = now() where id = ?")
                .param(relay)
                .update();
    }

    private void append(int entries, Subject about, Map<String, ?> body) {
        Change change = new Change(Instant.now(), Actor.SYSTEM, null, about, "noted", body, Reach.NONE);
        transaction.executeWithoutResult(status -> ledger.append(Collections.nCopies(entries, change)));
    }

    private HttpResponse<byte[]> asProgram(Account account, String path) {
        return new Visitor(port).get(path, "Authorization", "Bearer " + accounts.createToken(account.actor(), "trail"));
    }

    private MatterId raise() {
        return matters.raise(
                new NewMatter(
                        null, place.village.id(), 3, 1, 2, null, Today.day().plusDays(30), Detail.titled("灯")),
                county);
    }

    private Trail of(String kind, long id, Scope scope) {
        return trails.of(kind, id, scope, new Trails.Page(null, 50));
    }

    private static Subject subject(String kind, long id) {
        return new Subject(kind, id);
    }

    private static List<String> verbs(Trail trail) {
        return trail.steps().rows().stream()
                .map(s -> s.kin().kind() + " " + s.entry().verb())
                .toList();
    }
}
