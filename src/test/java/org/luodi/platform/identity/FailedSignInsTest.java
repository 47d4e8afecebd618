package org.luodi.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.audit.Audits;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Units;
import org.luodi.platform.ledger.AuditTrail.Kind;
import org.luodi.platform.ledger.Entry;
import org.luodi.world.OnTheTree;
import org.luodi.world.Place;
import org.luodi.world.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** Each failed sign-in, in whatever way, is one entry that the audit administrator reads, and nothing of what was typed is in it. */
@OnTheTree
class FailedSignInsTest {

    /** What somebody may type into any field by mistake. */
    private static final String TYPED = "mypassword4711";

    private static final String PASSWORD = "a long password";

    @LocalServerPort
    int port;

    @Autowired
    Audits audits;

    @Autowired
    Accounts accounts;

    @Autowired
    AccountStore store;

    @Autowired
    SecondSteps steps;

    @Autowired
    EntryBook book;

    @Autowired
    ProviderEntrance provider;

    @Autowired
    Provider settings;

    @Autowired
    Place place;

    @Autowired
    Units units;

    @Autowired
    Clock clock;

    private Account clerk;
    private Account top;
    private long before;

    @BeforeEach
    void people() {
        clerk = place.account(Role.CLERK, place.town);
        top = place.account(Role.AUDIT_ADMIN, units.byCode("0").orElseThrow());
        before = newest();
    }

    @Test
    void aNameThatThereIsNotAndAWrongPassword() {
        signIn(TYPED, PASSWORD);
        mustHaveNoted(EntryBook.NOBODY, "password");
        signIn(clerk.login(), TYPED);
        mustHaveNoted(clerk.id(), "password");
        accounts.disable(clerk.id(), true, Actor.SYSTEM);
        signIn(clerk.login(), PASSWORD);
        mustHaveNoted(clerk.id(), "disabled");
    }

    @Test
    void aWrongSecondStep() {
        steps.enrol(clerk.actor());
        byte[] secret = new org.apache.commons.codec.binary.Base32()
                .decode(steps.enrolment(clerk.actor()).orElseThrow().secret().replace(" ", ""));
        steps.confirm(clerk.actor(), OneTimeCodes.at(secret, Instant.now()));
        Visitor half = new Visitor(port);
        half.post("/sign-in", "/sign-in", Map.of("username", clerk.login(), "password", PASSWORD));
        assertThat(half.post("/sign-in/second", "/sign-in/second", Map.of("code", TYPED))
                        .statusCode())
                .isEqualTo(422);
        mustHaveNoted(clerk.id(), "code");
    }

    @Test
    void aPasskeyThatNobodyKnows() {
        Visitor visitor = new Visitor(port);
        String body = """
                {"id": "%1$s", "rawId": "%1$s", "type": "public-key", "clientExtensionResults": {}, "response":
                {"authenticatorData": "AAAA", "clientDataJSON": "AAAA", "signature": "AAAA", "userHandle": "%1$s"}}
                """.formatted(TYPED);
        assertThat(visitor.json("/login/webauthn", body, "X-XSRF-TOKEN", visitor.token("/sign-in"))
                        .statusCode())
                .isEqualTo(401);
        mustHaveNoted(EntryBook.NOBODY, "passkey");
    }

    @Test
    void aProviderThatRefusesOrLetsInWhomWeDoNotKnow() throws Exception {
        provider.onAuthenticationFailure(
                new MockHttpServletRequest(), new MockHttpServletResponse(), new BadCredentialsException(TYPED));
        mustHaveNoted(EntryBook.NOBODY, "provider");
        comesFromProvider(TYPED);
        mustHaveNoted(EntryBook.NOBODY, "provider");
        accounts.disable(clerk.id(), true, Actor.SYSTEM);
        comesFromProvider(clerk.login());
        mustHaveNoted(clerk.id(), "provider");
    }

    @Test
    void aTokenThatIsNoneOnceAnHourForEachTokenAndForEachNetwork() {
        String token = accounts.createToken(clerk.actor(), "程序");
        accounts.revokeToken(
                clerk.actor(), accounts.tokens(clerk.actor()).get(0).id());
        assertThat(new Visitor(port).delete("/api/me/sessions", "Bearer " + token))
                .isEqualTo(401);
        mustHaveNoted(clerk.id(), "token");
        assertThat(new Visitor(port).delete("/api/me/sessions", "Bearer " + token))
                .isEqualTo(401);
        assertThat(failures(top)).isEmpty();

        TokenDoor door = new TokenDoor(accounts, store, book, clock);
        assertThat(door.enter(carrying("Bearer luodi_" + TYPED, "10.1.2.3"))).isEmpty();
        mustHaveNoted(EntryBook.NOBODY, "token");
        assertThat(door.enter(carrying("Bearer " + TYPED + TYPED, "10.1.2.4"))).isEmpty();
        assertThat(door.enter(carrying("Basic " + TYPED, "10.1.9.4"))).isEmpty();
        assertThat(failures(top)).isEmpty();
        assertThat(door.enter(carrying("Bearer luodi_" + TYPED, "10.1.9.4"))).isEmpty();
        mustHaveNoted(EntryBook.NOBODY, "token");
    }

    @Test
    void theAuditAdministratorOfTheUnitReadsThoseOfItsPeopleInWords() {
        Account here = place.account(Role.AUDIT_ADMIN, place.county);
        Account elsewhere = place.account(Role.AUDIT_ADMIN, place.neighbour);
        before = newest();
        signIn(clerk.login(), TYPED);
        signIn(TYPED, TYPED);
        assertThat(failures(top)).hasSize(2);
        assertThat(failures(here))
                .singleElement()
                .satisfies(e -> assertThat(e.about().id()).isEqualTo(clerk.id()));
        assertThat(failures(elsewhere)).isEmpty();

        String page = "/audit?kind=SIGN_IN&person=" + clerk.id();
        var rows = Visitor.signedIn(port, here.login(), PASSWORD).page(page).select("tbody tr");
        assertThat(rows.eachText()).singleElement().asString().contains("登录失败", "账号或密码不对", clerk.name());
        assertThat(Visitor.signedIn(port, top.login(), PASSWORD)
                        .page("/audit?kind=SIGN_IN")
                        .text())
                .contains("没有这个账号")
                .doesNotContain(TYPED);
    }

    private void signIn(String login, String password) {
        assertThat(new Visitor(port)
                        .post("/sign-in", "/sign-in", Map.of("username", login, "password", password))
                        .statusCode())
                .isEqualTo(422);
    }

    private void comesFromProvider(String login) throws Exception {
        OidcIdToken token = OidcIdToken.withTokenValue("t")
                .subject("s")
                .claim(settings.claim(), login)
                .build();
        provider.onAuthenticationSuccess(
                new MockHttpServletRequest(),
                new MockHttpServletResponse(),
                new TestingAuthenticationToken(new DefaultOidcUser(List.of(), token), null));
    }

    private static MockHttpServletRequest carrying(String authorization, String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Authorization", authorization);
        request.setRemoteAddr(address);
        return request;
    }

    /** One entry since the last look, of this account and for this reason. */
    private void mustHaveNoted(long account, String why) {
        List<Entry> found = failures(top);
        assertThat(found).singleElement().satisfies(e -> {
            assertThat(e.about().id()).isEqualTo(account);
            assertThat(e.body().path("why").asString("")).isEqualTo(why);
            assertThat(e.toString()).doesNotContain(TYPED);
        });
        before = newest();
    }

    private List<Entry> failures(Account auditor) {
        return audits.list(new Audits.Sought(Kind.SIGN_IN, null, null, null), scope(auditor), null, 20).rows().stream()
                .filter(e -> e.place().id() > before)
                .toList();
    }

    private long newest() {
        return audits.list(new Audits.Sought(null, null, null, null), scope(top), null, 20).rows().stream()
                .mapToLong(e -> e.place().id())
                .max()
                .orElse(0);
    }

    private Scope scope(Account account) {
        return place.scope(account);
    }
}
