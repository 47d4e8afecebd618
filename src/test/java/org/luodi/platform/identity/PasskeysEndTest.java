package org.luodi.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Subject;
import org.luodi.world.Visitor;
import org.luodi.world.WholeApplication;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A passkey lets in for good: so nobody adds one at an open browser, and none outlives the password it was added under. */
@WholeApplication
class PasskeysEndTest {

    private static final String OLD = "four windows and a kettle";
    private static final String NEW = "a kettle and five windows";
    private static final AtomicInteger COUNT = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Passkeys passkeys;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    private Account account;
    private Authenticator device;
    private Visitor here;

    @BeforeEach
    void whoHasOne() throws Exception {
        account = accounts.create("ends-" + COUNT.incrementAndGet(), "王芳", OLD, Actor.SYSTEM);
        here = Visitor.signedIn(port, account.login(), OLD);
        device = new Authenticator();
        assertThat(device.register(here, port, "/me/passkeys")).isEqualTo(200);
    }

    @Test
    void aPasswordSetByAnAdministratorEndsThem() throws Exception {
        assertThat(passkeys.count(account.id())).isEqualTo(1);

        accounts.resetPassword(account.id(), NEW, Actor.SYSTEM);

        assertThat(device.signIn(new Visitor(port), port)).isEqualTo(401);
        assertThat(passkeys.count(account.id())).isZero();
        assertThat(verbs()).contains("passkeys-ended");
    }

    @Test
    void onesOwnNewPasswordEndsThem() throws Exception {
        assertThat(here.page("/me").text()).contains("通行密钥也全部删除");
        here.post("/me", "/me/password", Map.of("present", OLD, "next", NEW));

        assertThat(device.signIn(new Visitor(port), port)).isEqualTo(401);
        assertThat(here.page("/me").text()).contains("通行密钥已全部删除");
        assertThat(verbs()).contains("passkeys-ended");
    }

    @Test
    void addingOneAsksForThePasswordAgainWhereTheSessionIsOld() throws Exception {
        jdbc.sql("update platform.session set began_at = began_at - interval '11 minutes' where account = ?")
                .param(account.id())
                .update();
        Authenticator another = new Authenticator();
        assertThat(here.page("/me/passkeys").select("[data-passkey-add]")).isEmpty();
        assertThat(here.json("/webauthn/register/options", "", "X-XSRF-TOKEN", here.token("/me/passkeys"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(here.json("/webauthn/register", "{}", "X-XSRF-TOKEN", here.token("/me/passkeys"))
                        .statusCode())
                .isEqualTo(403);

        assertThat(assure("a wrong one")).isEqualTo(422);
        assertThat(here.page("/me/passkeys").select("[data-passkey-add]")).isEmpty();
        assertThat(assure(OLD)).isEqualTo(302);
        assertThat(another.register(here, port, "/me/passkeys")).isEqualTo(200);
    }

    private int assure(String password) {
        return here.post("/me/passkeys", "/me/passkeys/assurances", Map.of("password", password))
                .statusCode();
    }

    private List<String> verbs() {
        return ledger.about(new Subject("account", account.id()), null, 50).rows().stream()
                .map(e -> e.verb())
                .toList();
    }
}
