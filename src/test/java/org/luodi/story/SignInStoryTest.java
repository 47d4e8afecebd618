package org.luodi.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luodi.platform.identity.Account;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.identity.Actor;
import org.luodi.world.WholeApplication;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody makes the own account safe: a second step, a passkey, and a look at where the account is open. */
@WholeApplication
class SignInStoryTest {

    private static final String PASSWORD = "一句自己记得住的话-2026";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {Browser.DESK, Browser.PHONE})
    void theSecondStepIsSetUpAndAskedFor(int width) throws Exception {
        Page page = browser.visitor(width, true);
        Account account = person("story-second-" + width);
        Browser.signIn(page, account.login(), "a wrong password");
        assertThat(page.inputValue("[name=username]")).isEqualTo(account.login());
        browser.inspect(page, "sign-in-refused");
        Browser.signIn(page, account.login(), PASSWORD);
        page.navigate("/me");
        browser.inspect(page, "me-sessions");
        page.click("main a[href='/me/second']");
        browser.inspect(page, "second-begin");
        page.click("main form button.primary");
        browser.inspect(page, "second-scan");
        byte[] secret = new Base32().decode(page.innerText("code.copy").replace(" ", ""));
        page.fill("[name=code]", "000000");
        page.click("main form button.primary");
        browser.inspect(page, "second-refused");
        page.fill("[name=code]", code(secret));
        page.click("main form button.primary");
        assertThat(page.locator("#codes code").count()).isEqualTo(10);
        String recovery = page.locator("#codes code").first().innerText();
        browser.inspect(page, "second-codes");

        page = halfWay(browser.visitor(width, true), account);
        browser.inspect(page, "second-step");
        page = halfWay(browser.visitor(width, false), account);
        page.fill("[name=code]", recovery);
        page.click("main button.primary");
        assertThat(page.url()).contains("/me/second");
        assertThat(page.innerText("main")).contains("还有 9 个恢复码");
        browser.mustBeClean();
    }

    private static Page halfWay(Page page, Account account) {
        page.navigate("/me/second");
        page.fill("[name=username]", account.login());
        page.fill("[name=password]", PASSWORD);
        page.click("main button.primary");
        assertThat(page.url()).endsWith("/sign-in/second");
        return page;
    }

    @Test
    void aPasskeyIsMadeAndLetsInWithoutAPassword() {
        Page page = browser.visitor(Browser.DESK, true);
        authenticator(page);
        Account account = person("story-passkey");
        Browser.signIn(page, account.login(), PASSWORD);
        page.navigate("/me/passkeys");
        browser.inspect(page, "passkeys");
        page.fill("[name=label]", "办公室电脑");
        page.click("[data-passkey-add] button");
        page.waitForSelector("tbody tr");
        assertThat(page.innerText("main")).contains("通行密钥已添加", "办公室电脑");
        browser.inspect(page, "passkeys-made");

        page.click("form[action='/sign-out'] button");
        page.waitForURL("**/sign-in");
        page.click("[data-passkey-enter]");
        page.waitForURL(url -> !url.contains("sign-in"));
        page.navigate("/me");
        assertThat(page.innerText("main")).contains("通行密钥", account.login());

        page.navigate("/me/passkeys");
        page.onDialog(dialog -> dialog.accept());
        page.click("form[action$='/removal'] button");
        page.waitForSelector(".notice.good");
        page.click("form[action='/sign-out'] button");
        page.waitForURL("**/sign-in");
        page.click("[data-passkey-enter]");
        page.waitForSelector("[role=alert]");
        assertThat(page.innerText("main")).contains("没有用通行密钥登录成功");
        browser.inspect(page, "passkey-failed");
    }

    /** A device that recognises its owner at once, as Chromium plays it. */
    private static void authenticator(Page page) {
        CDPSession devices = page.context().newCDPSession(page);
        devices.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject asked = new JsonObject();
        asked.add("options", options);
        devices.send("WebAuthn.addVirtualAuthenticator", asked);
    }

    private Account person(String login) {
        return accounts.create(login, "王芳", PASSWORD, Actor.SYSTEM);
    }

    private static String code(byte[] secret) throws Exception {
        return new TimeBasedOneTimePasswordGenerator()
                .generateOneTimePasswordString(new SecretKeySpec(secret, "HmacSHA1"), Instant.now());
    }
}
