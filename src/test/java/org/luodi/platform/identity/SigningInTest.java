package org.luodi.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luodi.platform.ledger.Entry;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Subject;
import org.luodi.world.Visitor;
import org.luodi.world.WholeApplication;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Signing in, what is said when it fails, what the ledger keeps of it, and the sessions that come of it. */
@WholeApplication
class SigningInTest {

    private static final String PASSWORD = "four windows and a kettle";
    private static final AtomicInteger COUNT = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    private Account account;

    @BeforeEach
    void create() {
        String login = "enters-" + COUNT.incrementAndGet();
        account = accounts.create(login, "李明", PASSWORD, Actor.SYSTEM);
    }

    /** Whoever has no account leaves nothing behind on the server, however often and with however much. */
    @Test
    void whoIsNotSignedInMakesNoSessionAndComesToThePageThatWasAskedFor() {
        Visitor visitor = new Visitor(port);
        HttpResponse<byte[]> sent = visitor.get("/me/second?from=%E5%8D%97&to=b");

        assertThat(Visitor.next(sent)).isEqualTo("/sign-in");
        assertThat(sent.headers().allValues("Set-Cookie")).noneMatch(c -> c.contains("SESSION"));
        HttpResponse<byte[]> in = signIn(visitor, account.login(), PASSWORD);
        assertThat(in.headers().firstValue("Location").orElseThrow()).endsWith("/me/second?from=%E5%8D%97&to=b");
        assertThat(visitor.get("/me/second?from=%E5%8D%97&to=b").headers().allValues("Set-Cookie"))
                .anyMatch(c -> c.startsWith("asked=;"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "/\\evil.example", "https://evil.example/", "/\t/evil.example", "", "/{a}"})
    void aCookieLeadsNowhereElse(String path) {
        String kept = Base64.getUrlEncoder().encodeToString(path.getBytes(StandardCharsets.UTF_8));
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");

        for (String value : List.of(kept, "%%%", "")) {
            request.setCookies(new Cookie("asked", value));
            assertThat(new AskedFor().getRequest(request, null)).isNull();
        }
    }

    @Test
    void aWrongPasswordIsAnsweredOnTheFormWithTheNameStillThere() {
        HttpResponse<byte[]> answer = signIn(new Visitor(port), account.login(), "a wrong one");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Visitor.text(answer))
                .contains("账号或密码不对", "value=\"" + account.login() + "\"")
                .doesNotContain("a wrong one");
        assertThat(entries("sign-in-failed")).hasSize(1);
        assertThat(entries("sign-in-failed").get(0).body().get("why").asString())
                .isEqualTo("password");
    }

    @Test
    void manyFailuresMakeWaitAndTheRightPasswordWaitsToo() {
        Visitor visitor = new Visitor(port);
        for (int i = 0; i < 5; i++) {
            signIn(visitor, account.login(), "a wrong one");
        }
        HttpResponse<byte[]> answer = signIn(visitor, account.login(), PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(Visitor.text(answer)).contains("分钟再试");
        assertThat(entries("sign-in-failed")).hasSize(5);
    }

    @Test
    void aNameThatThereIsNotIsAnsweredAlike() {
        assertThat(Visitor.text(signIn(new Visitor(port), "nobody-" + account.login(), PASSWORD)))
                .contains("账号或密码不对");
    }

    @Test
    void aDisabledAccountWithTheRightPasswordIsToldSo() {
        accounts.disable(account.id(), true, Actor.SYSTEM);

        assertThat(Visitor.text(signIn(new Visitor(port), account.login(), PASSWORD)))
                .contains("已停用");
        assertThat(Visitor.text(signIn(new Visitor(port), account.login(), "a wrong one")))
                .doesNotContain("已停用");
    }

    @Test
    void aWeakerHashIsMadeAnewAtTheNextSignIn() {
        String weak = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(PASSWORD);
        jdbc.sql("update platform.account set password = ? where id = ?")
                .params(weak, account.id())
                .update();
        Visitor before = Visitor.signedIn(port, account.login(), PASSWORD);

        assertThat(hash()).isNotEqualTo(weak).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(before.get("/me").statusCode()).isEqualTo(200);
        String strong = hash();
        Visitor.signedIn(port, account.login(), PASSWORD);
        assertThat(hash()).isEqualTo(strong);
    }

    @Test
    void aNewPasswordMadeOfTheOwnNameIsRefusedOnThePage() {
        Visitor visitor = Visitor.signedIn(port, account.login(), PASSWORD);
        HttpResponse<byte[]> answer =
                visitor.post("/me", "/me/password", Map.of("present", PASSWORD, "next", "李明 goes to work"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Visitor.text(answer)).contains("密码里有账号、姓名或单位名称");
    }

    @Test
    void sessionsAreSeenAndEndedByTheirOwner() {
        Visitor here = Visitor.signedIn(port, account.login(), PASSWORD);
        Visitor phone = Visitor.signedIn(port, account.login(), PASSWORD);
        Visitor tablet = Visitor.signedIn(port, account.login(), PASSWORD);
        var page = here.page("/me");
        List<String> endings =
                page.select("form[action~=/me/sessions/\\d+/ending]").eachAttr("action");
        assertThat(endings).hasSize(2);
        assertThat(page.text()).contains("其他设备上的其他浏览器", "本设备");

        here.post("/me", endings.get(1), Map.of());
        assertThat(phone.get("/me").statusCode()).isEqualTo(302);
        assertThat(tablet.get("/me").statusCode()).isEqualTo(200);
        here.post("/me", "/me/sessions/ending", Map.of());
        assertThat(tablet.get("/me").statusCode()).isEqualTo(302);
        assertThat(here.get("/me").statusCode()).isEqualTo(200);
        assertThat(here.page("/me").select("form[action=/me/sessions/ending]")).isEmpty();
        assertThat(entries("session-ended")).hasSize(2);
    }

    @Test
    void nobodyEndsASessionOfSomebodyElse() {
        Visitor here = Visitor.signedIn(port, account.login(), PASSWORD);
        Account other = accounts.create(account.login() + "-other", "张三", PASSWORD, Actor.SYSTEM);
        Visitor stranger = Visitor.signedIn(port, other.login(), PASSWORD);
        long session = jdbc.sql("select max(id) from platform.session where account = ?")
                .param(account.id())
                .query(Long.class)
                .single();

        assertThat(stranger.post("/me", "/me/sessions/" + session + "/ending", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(here.get("/me").statusCode()).isEqualTo(200);
    }

    @Test
    void signingOutEndsTheSessionForGood() {
        Visitor here = Visitor.signedIn(port, account.login(), PASSWORD);
        here.post("/me", "/sign-out", Map.of());

        assertThat(here.get("/me").statusCode()).isEqualTo(302);
        assertThat(jdbc.sql("select count(*) from platform.session where account = ? and ended_at is null")
                        .param(account.id())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(entries("signed-in")).hasSize(1);
        assertThat(entries("signed-out")).hasSize(1);
    }

    @Test
    void aSessionThatLayUnusedForAWorkingDayIsOver() {
        Visitor here = Visitor.signedIn(port, account.login(), PASSWORD);
        jdbc.sql("update platform.session set seen_at = seen_at - interval '13 hours' where account = ?")
                .param(account.id())
                .update();

        assertThat(here.get("/me").statusCode()).isEqualTo(302);
    }

    @Test
    void aScriptListsAndEndsThemToo() {
        Visitor here = Visitor.signedIn(port, account.login(), PASSWORD);
        String bearer = "Bearer " + accounts.createToken(account.actor(), "script");
        assertThat(Visitor.text(new Visitor(port).get("/api/me/sessions", "Authorization", bearer)))
                .contains("\"way\":\"password\"", "\"here\":false")
                .doesNotContain("digest");

        assertThat(new Visitor(port).delete("/api/me/sessions", bearer)).isEqualTo(204);
        assertThat(here.get("/me").statusCode()).isEqualTo(302);
        assertThat(new Visitor(port).delete("/api/me/sessions/1", bearer)).isEqualTo(404);
    }

    private HttpResponse<byte[]> signIn(Visitor visitor, String login, String password) {
        return visitor.post("/sign-in", "/sign-in", Map.of("username", login, "password", password));
    }

    private String hash() {
        return jdbc.sql("select password from platform.account where id = ?")
                .param(account.id())
                .query(String.class)
                .single();
    }

    private List<Entry> entries(String verb) {
        return ledger.about(new Subject("account", account.id()), null, 50).rows().stream()
                .filter(e -> e.verb().equals(verb))
                .toList();
    }
}
