package org.luodi.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.organisation.GrantProposals;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Line;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Units;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.luodi.platform.Slice;
import org.luodi.platform.identity.Account;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.ledger.AuditTrail;
import org.luodi.platform.ledger.AuditTrail.Kind;
import org.luodi.platform.ledger.Entry;
import org.luodi.voice.Contacts;
import org.luodi.voice.NewReport;
import org.luodi.voice.Receipt;
import org.luodi.voice.Voices;
import org.luodi.world.OnTheTree;
import org.luodi.world.Place;
import org.luodi.world.Today;
import org.luodi.world.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What was given, taken away and tried is found again, by the audit administrator alone, and within his units. */
@OnTheTree
class AuditTest {

    private static final String PASSWORD = "a long password";

    @LocalServerPort
    int port;

    @Autowired
    Place place;

    @Autowired
    Audits audits;

    @Autowired
    GrantProposals proposals;

    @Autowired
    Grants grants;

    @Autowired
    Units units;

    @Autowired
    Voices voices;

    @Autowired
    Contacts contacts;

    @Autowired
    Accounts accounts;

    private Account clerk;
    private Scope auditor;
    private Scope stranger;

    @BeforeEach
    void aCountyWithItsAuditor() {
        clerk = place.account(Role.CLERK, place.county);
        auditor = place.scope(place.account(Role.AUDIT_ADMIN, place.county));
        stranger = place.scope(place.account(Role.AUDIT_ADMIN, place.neighbour));
    }

    @Test
    void eachStepOfAGrantIsThereWithBothPeople() {
        Account newcomer = accounts.create("newcomer" + clerk.id(), "王五", PASSWORD, clerk.actor());
        Scope system = place.scope(place.account(Role.SYSTEM_ADMIN, place.county));
        Scope security = place.scope(place.account(Role.SECURITY_ADMIN, place.county));
        long id = proposals.propose(
                new Grants.NewGrant(newcomer.id(), Role.READER, place.town.id(), Line.TERRITORIAL), system);
        proposals.confirm(id, security);
        grants.revoke(grants.of(newcomer.actor()).get(0).id(), security);
        List<Entry> found = found(new Audits.Sought(Kind.GRANT, newcomer.id(), Today.day(), null), auditor);
        assertThat(found).extracting(Entry::verb).containsExactly("revoked", "granted", "proposed");
        assertThat(found.get(1).actor()).isEqualTo(security.actor().id());
        assertThat(found.get(2).actor()).isEqualTo(system.actor().id());
        assertThat(found.get(1).body().toString()).doesNotContain("王五", newcomer.login());
        assertThat(found(new Audits.Sought(Kind.GRANT, newcomer.id(), null, null), stranger))
                .isEmpty();
        String town = place.town.code();
        assertThat(found(new Audits.Sought(null, newcomer.id(), null, town), auditor))
                .hasSize(3);
        assertThat(found(
                        new Audits.Sought(Kind.GRANT, newcomer.id(), Today.day().minusDays(1), null), auditor))
                .isEmpty();
    }

    @Test
    void aWorkbookThatCannotHoldAllIsNotCutShort() {
        AuditTrail.Wanted all = audits.wanted(new Audits.Sought(null, null, null, null), auditor);
        List<Entry> whole = new ArrayList<>();
        audits.each(all, Integer.MAX_VALUE, whole::addAll);
        assertThat(whole).isNotEmpty();
        assertThatThrownBy(() -> audits.each(all, whole.size() - 1, chunk -> {}))
                .isInstanceOf(Refusal.class)
                .hasMessage("audit.refused.many");
    }

    @Test
    void eachLookAtAContactIsThereWithoutIt() {
        Account caller = place.account(Role.CALLER, place.county);
        Receipt receipt =
                voices.receive(NewReport.of(place.village.id(), "路灯坏了").reachedAt("13812345678", false));
        contacts.look(
                voices.authenticated(receipt.code(), receipt.secret()).orElseThrow(), "回访是否修好", place.scope(caller));
        List<Entry> found = found(new Audits.Sought(Kind.LOOK, caller.id(), null, place.village.code()), auditor);
        assertThat(found)
                .singleElement()
                .satisfies(e -> assertThat(e.body().toString()).doesNotContain("138", "回访"));
        assertThat(found(new Audits.Sought(Kind.LOOK, caller.id(), null, null), stranger))
                .isEmpty();
    }

    @Test
    void whateverIsTakenAwayIsThereWithoutWhatWasAskedFor() {
        Visitor visitor = Visitor.signedIn(port, clerk);
        for (String path : List.of(
                "/matters/export.xlsx?q=secret",
                "/matters/export.csv",
                "/papers/three-lists.xlsx",
                "/papers/briefing.docx?unit=" + place.county.id().value(),
                "/sheets/template.xlsx")) {
            assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(200);
        }
        List<Entry> found = found(new Audits.Sought(Kind.EXPORT, clerk.id(), null, null), auditor);
        assertThat(found.stream()
                        .map(e -> e.body().path("what").asString("") + " "
                                + e.body().path("format").asString("")))
                .containsExactly(
                        "/sheets/template.xlsx xlsx",
                        "/papers/briefing.docx docx",
                        "/papers/three-lists.xlsx xlsx",
                        "/matters/export csv",
                        "/matters/export xlsx");
        assertThat(found.toString()).doesNotContain("secret", clerk.login());
        assertThat(found(new Audits.Sought(Kind.EXPORT, clerk.id(), null, null), stranger))
                .isEmpty();
    }

    @Test
    void whatIsRefusedOrOnlyLookedAtIsNoExport() {
        Visitor visitor = Visitor.signedIn(port, clerk);
        assertThat(visitor.get("/matters").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/papers/three-lists.xlsx?unit=999999999").statusCode())
                .isEqualTo(404);
        assertThat(visitor.get("/matters/export.xlsx?category=none").statusCode())
                .isEqualTo(400);
        assertThat(found(new Audits.Sought(Kind.EXPORT, clerk.id(), null, null), auditor))
                .isEmpty();
    }

    @Test
    void theCalendarThatAProgramReadsCountsAsItsOwners() {
        Visitor visitor = Visitor.signedIn(port, clerk);
        var page = Visitor.text(visitor.post("/days/reminders", "/days/calendar", Map.of()));
        String key = page.isEmpty() ? "" : page;
        String found = Visitor.text(visitor.get("/days/reminders")) + key;
        var matcher = java.util.regex.Pattern.compile("calendar\\.ics\\?key=([\\w-]+)")
                .matcher(found);
        assertThat(matcher.find()).isTrue();
        assertThat(new Visitor(port)
                        .get("/days/calendar.ics?key=" + matcher.group(1))
                        .statusCode())
                .isEqualTo(200);
        assertThat(found(new Audits.Sought(Kind.EXPORT, clerk.id(), null, null), auditor))
                .singleElement()
                .satisfies(e -> assertThat(e.body().path("format").asString("")).isEqualTo("ics"));
    }

    @Test
    void theRecordIsPagedByKeyWithoutLossOrRepetition() {
        for (int i = 0; i < 7; i++) {
            Account one = place.account(Role.READER, place.village);
            grants.grantBySystem(new Grants.NewGrant(one.id(), Role.SECRETARY, place.village.id(), Line.TERRITORIAL));
        }
        var sought = new Audits.Sought(Kind.GRANT, null, null, place.village.code());
        List<Entry> whole = found(sought, auditor);
        assertThat(whole).hasSizeGreaterThanOrEqualTo(14);
        List<Entry> pieces = new ArrayList<>();
        String cursor = null;
        do {
            Slice<Entry> page = audits.list(sought, auditor, cursor, 3);
            pieces.addAll(page.rows());
            cursor = page.next();
        } while (cursor != null);
        assertThat(pieces)
                .extracting(e -> e.place().id())
                .isEqualTo(whole.stream().map(e -> e.place().id()).toList());
        assertThat(whole).allMatch(e -> AuditTrail.kind(e) == Kind.GRANT);
    }

    @Test
    void thePageFindsAPersonAndTheWorkbookOfItStandsOnItToo() throws IOException {
        Account reading = place.account(Role.AUDIT_ADMIN, place.county);
        Visitor visitor = Visitor.signedIn(port, reading);
        assertThat(Visitor.text(visitor.post(
                        "/audit", "/audit", Map.of("login", "nobody-at-all", "unit", place.county.code()))))
                .contains("没有账号", place.county.code());
        assertThat(Visitor.text(visitor.post("/audit", "/audit", Map.of("unit", place.neighbour.code()))))
                .contains("范围内没有");
        var sent = visitor.post("/audit", "/audit", Map.of("login", clerk.login(), "kind", "GRANT"));
        assertThat(Visitor.next(sent)).isEqualTo("/audit");
        String address = sent.headers().firstValue("Location").orElseThrow();
        assertThat(address).contains("person=" + clerk.id()).doesNotContain(clerk.login());
        String query = address.substring(address.indexOf('?'));
        assertThat(visitor.page("/audit" + query).select("tbody tr").text()).contains("授予职责", clerk.name(), "工作人员");
        byte[] book = visitor.get("/audit/export.xlsx" + query).body();
        assertThat(sheet(book)).contains(clerk.name());
        assertThat(visitor.page("/audit?kind=EXPORT&person=" + reading.id())
                        .select("tbody tr")
                        .text())
                .contains("/audit/export.xlsx");
    }

    @Test
    void nobodyElseReadsIt() {
        for (Role role : Role.values()) {
            if (role != Role.AUDIT_ADMIN) {
                Account other = place.account(role, place.county);
                assertThat(Visitor.signedIn(port, other).get("/audit").statusCode())
                        .isEqualTo(404);
                Scope scope = place.scope(other);
                var all = new Audits.Sought(null, null, null, null);
                assertThatThrownBy(() -> audits.list(all, scope, null, 5)).isInstanceOf(NotFound.class);
            }
        }
        var outside = new Audits.Sought(null, null, null, place.neighbour.code());
        assertThatThrownBy(() -> audits.list(outside, auditor, null, 5)).isInstanceOf(Refusal.class);
    }

    private List<Entry> found(Audits.Sought sought, Scope scope) {
        return audits.list(sought, scope, null, 200).rows();
    }

    private static String sheet(byte[] workbook) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            while (zip.getNextEntry() != null) {
                text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }
}
