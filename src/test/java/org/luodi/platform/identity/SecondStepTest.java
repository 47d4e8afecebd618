package org.luodi.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luodi.platform.ledger.Entry;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Subject;
import org.luodi.world.Visitor;
import org.luodi.world.WholeApplication;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One-time codes after the password: set up, asked for, recovered from, required. */
@WholeApplication
class SecondStepTest {

    private static final String PASSWORD = "four windows and a kettle";
    private static final AtomicInteger COUNT = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    SecondSteps steps;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    private Account account;

    @BeforeEach
    void create() {
        account = accounts.create("second-" + COUNT.incrementAndGet(), "李明", PASSWORD, Actor.SYSTEM);
    }

    /** RFC 6238, appendix B: the last six of its eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codesAreThoseOfTheStandard(long second, String code) {
        assertThat(OneTimeCodes.at("12345678901234567890".getBytes(), Instant.ofEpochSecond(second)))
                .isEqualTo(code);
    }

    @Test
    void aCodeIsGoodForItsNeighboursAndOnlyOnce() {
        byte[] secret = OneTimeCodes.draw();
        Instant now = Instant.ofEpochSecond(1_800_000_015);
        String code = OneTimeCodes.at(secret, now);

        OptionalLong step = OneTimeCodes.step(secret, code, now.plusSeconds(30), 0);
        assertThat(step).hasValue(60_000_000);
        assertThat(OneTimeCodes.step(secret, code, now, step.getAsLong())).isEmpty();
        assertThat(OneTimeCodes.step(secret, code, now.plusSeconds(60), 0)).isEmpty();
        assertThat(OneTimeCodes.step(secret, "", now, 0)).isEmpty();
    }

    @Test
    void whoSetItUpIsAskedForACodeAfterThePassword() {
        Visitor here = Visitor.signedIn(port, account.login(), PASSWORD);
        List<String> codes = setUp(here, "/me/second", "/me/second");
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        assertThat(here.page("/me/second").select("#codes")).isEmpty();

        Visitor next = new Visitor(port);
        assertThat(next.get("/me/second?shown=all").headers().allValues("Set-Cookie"))
                .noneMatch(c -> c.contains("SESSION"));
        HttpResponse<byte[]> half = signIn(next);
        assertThat(Visitor.next(half)).isEqualTo("/sign-in/second");
        assertThat(Visitor.next(next.get("/me"))).isEqualTo("/sign-in/second");
        assertThat(next.page("/voice").select("a[href=/me]")).isEmpty();

        HttpResponse<byte[]> wrong = second(next, "000000x");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(Visitor.text(wrong)).contains("验证码不对").doesNotContain("000000x");
        assertThat(entries("signed-in")).hasSize(1);
        HttpResponse<byte[]> in = second(next, codes.get(3).toUpperCase().replace("-", " "));
        assertThat(in.headers().firstValue("Location").orElseThrow()).endsWith("/me/second?shown=all");
        assertThat(next.get("/me").statusCode()).isEqualTo(200);
        assertThat(entries("signed-in")).hasSize(2);
        assertThat(entries("recovery-code-used")).hasSize(1);
        assertThat(entries("sign-in-failed").get(0).body().get("why").asString())
                .isEqualTo("code");
    }

    @Test
    void aRecoveryCodeLetsInOnlyOnce() {
        List<String> codes = setUp(Visitor.signedIn(port, account.login(), PASSWORD), "/me/second", "/me/second");
        Visitor one = new Visitor(port);
        signIn(one);
        second(one, codes.get(0));
        Visitor two = new Visitor(port);
        signIn(two);

        assertThat(second(two, codes.get(0)).statusCode()).isEqualTo(422);
        assertThat(steps.of(account.id()).codesLeft()).isEqualTo(9);
    }

    @Test
    void whoGuessesCodesWaits() {
        setUp(Visitor.signedIn(port, account.login(), PASSWORD), "/me/second", "/me/second");
        Visitor guesser = new Visitor(port);
        signIn(guesser);
        for (int i = 0; i < 5; i++) {
            second(guesser, "12345" + i);
        }

        assertThat(second(guesser, "123459").statusCode()).isEqualTo(429);
    }

    @Test
    void whereItIsRequiredItIsSetUpBeforeAnythingElse() {
        steps.require(account.id(), true, Actor.SYSTEM);
        Visitor visitor = new Visitor(port);
        signIn(visitor);
        assertThat(Visitor.text(visitor.get("/sign-in/second"))).contains("须有第二步验证");

        setUp(visitor, "/sign-in/second", "/me/second");

        assertThat(visitor.get("/me").statusCode()).isEqualTo(200);
        assertThat(visitor.page("/me/second").select("form[action$=/removal]")).isEmpty();
        assertThat(visitor.post("/me", "/me/second/removal", Map.of("code", "123456"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void anAdministratorRemovesItForWhoeverLostThePhone() {
        setUp(Visitor.signedIn(port, account.login(), PASSWORD), "/me/second", "/me/second");
        steps.reset(account.id(), Actor.SYSTEM);

        Visitor visitor = Visitor.signedIn(port, account.login(), PASSWORD);
        assertThat(visitor.get("/me").statusCode()).isEqualTo(200);
        assertThat(entries("second-step-reset")).hasSize(1);
    }

    @Test
    void theSecretLiesSealedInTheDatabase() {
        Visitor here = Visitor.signedIn(port, account.login(), PASSWORD);
        here.post("/me/second", "/me/second/enrolments", Map.of());
        byte[] secret = secret(here, "/me/second");

        byte[] kept = jdbc.sql("select secret from platform.second_step where account = ?")
                .param(account.id())
                .query(byte[].class)
                .single();
        assertThat(HexFormat.of().formatHex(kept)).doesNotContain(HexFormat.of().formatHex(secret));
    }

    private List<String> setUp(Visitor visitor, String page, String shown) {
        visitor.post(page, page + "/enrolments", Map.of());
        String code = OneTimeCodes.at(secret(visitor, page), Instant.now());
        assertThat(visitor.post(page, page + "/confirmation", Map.of("code", code))
                        .statusCode())
                .isEqualTo(302);
        return visitor.page(shown).select("#codes code").eachText();
    }

    private static byte[] secret(Visitor visitor, String page) {
        return new Base32().decode(visitor.page(page).select("code.copy").text().replace(" ", ""));
    }

    private HttpResponse<byte[]> signIn(Visitor visitor) {
        return visitor.post("/sign-in", "/sign-in", Map.of("username", account.login(), "password", PASSWORD));
    }

    private HttpResponse<byte[]> second(Visitor visitor, String code) {
        return visitor.post("/sign-in/second", "/sign-in/second", Map.of("code", code));
    }

    private List<Entry> entries(String verb) {
        return ledger.about(new Subject("account", account.id()), null, 50).rows().stream()
                .filter(e -> e.verb().equals(verb))
                .toList();
    }
}
