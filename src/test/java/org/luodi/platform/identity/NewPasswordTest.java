package org.luodi.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.luodi.world.WholeApplication;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever knew the old password has nothing left that it opened. */
@WholeApplication
class NewPasswordTest {

    private static final String OLD = "the old password";
    private static final String NEW = "the new password";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Test
    void ownNewPasswordEndsTheOtherSessionsAndTheTokens() throws Exception {
        Account account = accounts.create("changes-own", "自己改", OLD, Actor.SYSTEM);
        String token = accounts.createToken(account.actor(), "script");
        Visitor here = new Visitor(account.login(), OLD);
        Visitor elsewhere = new Visitor(account.login(), OLD);
        assertThat(elsewhere.status("/me")).isEqualTo(200);
        assertThat(api(token)).isEqualTo(200);

        assertThat(here.get("/me").body()).contains("全部访问令牌失效");
        here.post("/me/password", "present=" + encoded(OLD) + "&next=" + encoded(NEW));

        assertThat(here.get("/me").body()).contains("密码已修改");
        assertThat(here.status("/me")).isEqualTo(200);
        assertThat(elsewhere.status("/me")).isEqualTo(302);
        assertThat(api(token)).isEqualTo(401);
        assertThat(new Visitor(account.login(), OLD).status("/me")).isEqualTo(302);
        assertThat(new Visitor(account.login(), NEW).status("/me")).isEqualTo(200);
    }

    @Test
    void aResetPasswordEndsAllSessionsAndTheTokens() throws Exception {
        Account account = accounts.create("gets-reset", "忘了密码", OLD, Actor.SYSTEM);
        String token = accounts.createToken(account.actor(), "script");
        Visitor somewhere = new Visitor(account.login(), OLD);
        assertThat(somewhere.status("/me")).isEqualTo(200);

        accounts.resetPassword(account.id(), NEW, Actor.SYSTEM);

        assertThat(somewhere.status("/me")).isEqualTo(302);
        assertThat(api(token)).isEqualTo(401);
        assertThat(accounts.tokens(account.actor())).isEmpty();
    }

    private int api(String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/api/me"))
                .header("Authorization", "Bearer " + token)
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Somebody at a browser, signed in if the password is right. */
    private final class Visitor {

        private final HttpClient http =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

        Visitor(String login, String password) throws Exception {
            post("/sign-in", "username=" + login + "&password=" + encoded(password));
        }

        HttpResponse<String> get(String path) throws Exception {
            return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
        }

        int status(String path) throws Exception {
            return get(path).statusCode();
        }

        void post(String path, String form) throws Exception {
            String page = get(path.equals("/sign-in") ? path : "/me").body();
            String csrf = page.replaceAll("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
            HttpRequest request = HttpRequest.newBuilder(uri(path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form + "&_csrf=" + csrf))
                    .build();
            assertThat(http.send(request, BodyHandlers.discarding()).statusCode())
                    .isIn(302, 422);
        }
    }
}
