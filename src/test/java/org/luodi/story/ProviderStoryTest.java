package org.luodi.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.identity.Actor;
import org.luodi.world.WholeApplication;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Single sign-on with a real provider, Keycloak; run by bin/check-provider, which fetches it. */
@Tag("provider")
@WholeApplication
class ProviderStoryTest {

    private static final Path HOME = Path.of("target", "keycloak");
    private static final String PASSWORD = "four windows and a kettle";
    private static Process keycloak;

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    private Browser browser;

    @DynamicPropertySource
    static void start(DynamicPropertyRegistry registry) throws IOException {
        int free = freePort();
        Path realm = HOME.resolve("data/import/luodi.json");
        Files.createDirectories(realm.getParent());
        Files.copy(Path.of("src/test/resources/keycloak/luodi.json"), realm, StandardCopyOption.REPLACE_EXISTING);
        keycloak = new ProcessBuilder(
                        "bash",
                        HOME.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--http-port=" + free,
                        "--health-enabled=false")
                .redirectErrorStream(true)
                .redirectOutput(HOME.resolve("log.txt").toFile())
                .start();
        String issuer = "http://localhost:" + free + "/realms/luodi";
        awaitAnswer(issuer + "/.well-known/openid-configuration");
        registry.add("luodi.oidc.issuer", () -> issuer);
        registry.add("luodi.oidc.client", () -> "luodi");
        registry.add("luodi.oidc.secret", () -> "secret-of-the-test");
        registry.add("luodi.oidc.name", () -> "省统一认证");
    }

    @AfterAll
    static void stop() {
        keycloak.descendants().forEach(ProcessHandle::destroy);
        keycloak.destroy();
    }

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void whoHasAnAccountComesInByTheProvider() {
        accounts.create("lihua", "李华", PASSWORD, Actor.SYSTEM);
        Page page = browser.visitor(Browser.DESK, true);
        page.navigate("/me");
        browser.inspect(page, "sign-in-provider");
        atTheProvider(page, "lihua");

        assertThat(page.url()).contains("/me");
        assertThat(page.innerText("main")).contains("李华", "统一身份认证", "账号：lihua");
    }

    @Test
    void whoHasNoneIsToldSoAndNobodyIsCreated() {
        Page page = browser.visitor(Browser.PHONE, true);
        page.navigate("/sign-in");
        atTheProvider(page, "stranger");

        assertThat(page.innerText("main")).contains("还没有您的账号");
        browser.inspect(page, "provider-unknown");
        assertThat(accounts.byLogin("stranger")).isEmpty();
    }

    private static void atTheProvider(Page page, String name) {
        page.click("text=用省统一认证登录");
        page.fill("#username", name);
        page.fill("#password", PASSWORD);
        page.click("#kc-login");
        page.waitForURL(url -> !url.contains("/realms/"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void awaitAnswer(String url) {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .ignoreExceptions()
                .until(() -> http.send(request, BodyHandlers.discarding()).statusCode() == 200);
    }
}
