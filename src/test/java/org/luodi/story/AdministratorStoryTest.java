package org.luodi.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Grants.NewGrant;
import org.luodi.organisation.Line;
import org.luodi.organisation.Role;
import org.luodi.organisation.Units;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.identity.Actor;
import org.luodi.world.WholeApplication;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator lets people in, and anybody looks after the own account. */
@WholeApplication
class AdministratorStoryTest {

    private static final String PASSWORD = "一句自己记得住的话-2026";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    @Autowired
    Units units;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(port);
        if (accounts.byLogin("story-admin").isEmpty()) {
            long id = accounts.create("story-admin", "管理员", PASSWORD, Actor.SYSTEM)
                    .id();
            var nation = units.byCode("0").orElseThrow().id();
            grants.grantBySystem(new NewGrant(id, Role.SYSTEM_ADMIN, nation, Line.TERRITORIAL));
            accounts.create("story-reader", "读者", PASSWORD, Actor.SYSTEM);
        }
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {Browser.DESK, Browser.PHONE})
    void aWrongPasswordSaysNothingAboutTheAccount(int width) {
        Page page = browser.visitor(width, true);
        Browser.signIn(page, "story-admin", "wrong wrong wrong");
        browser.inspect(page, "sign-in-failed");
        String known = page.locator(".notice").innerText();
        Browser.signIn(page, "nobody-at-all", "wrong wrong wrong");
        assertThat(page.locator(".notice").innerText()).isEqualTo(known);
        browser.mustBeClean();
    }

    @ParameterizedTest
    @ValueSource(ints = {Browser.DESK, Browser.PHONE})
    void anAdministratorCreatesAnAccountAndTheFormKeepsWhatWasTyped(int width) {
        Page page = browser.visitor(width, true);
        Browser.signIn(page, "story-admin", PASSWORD);
        page.navigate("/people");
        browser.inspect(page, "people");
        page.fill("[name=login]", "new-clerk-" + width);
        page.fill("[name=name]", "新办事员");
        page.fill("[name=password]", "short");
        page.click("main form button");
        assertThat(page.locator("[role=alert]").innerText()).contains("10");
        assertThat(page.inputValue("[name=login]")).isEqualTo("new-clerk-" + width);
        browser.inspect(page, "people-refused");
        page.fill("[name=password]", PASSWORD);
        page.click("main form button");
        assertThat(page.locator("h1").innerText()).isEqualTo("新办事员");
        browser.inspect(page, "person");
        browser.mustBeClean();
    }

    @Test
    void whatOneMayNotSeeIsNotThere() {
        Page page = browser.visitor(Browser.DESK, true);
        Browser.signIn(page, "story-reader", PASSWORD);
        assertThat(page.navigate("/people").status()).isEqualTo(404);
        assertThat(page.locator(".top a[href='/people']").count()).isZero();
        assertThat(page.navigate("/no/such/page").status()).isEqualTo(404);
        browser.inspect(page, "not-found");
    }

    @ParameterizedTest
    @ValueSource(ints = {Browser.DESK, Browser.PHONE})
    void aTokenIsShownOnceAndOpensTheApi(int width) {
        Page page = browser.visitor(width, true);
        Browser.signIn(page, "story-reader", PASSWORD);
        page.navigate("/me");
        page.fill("[name=token]", "每周汇总脚本");
        page.click("form[action='/me/tokens'] button");
        browser.inspect(page, "me-token");
        String secret = page.locator("#secret").innerText().strip();
        page.navigate("/me");
        assertThat(page.locator("#secret").count()).isZero();
        assertThat(api(page, secret)).isEqualTo(200);
        page.onDialog(com.microsoft.playwright.Dialog::accept);
        page.locator("form[action$='/revocation'] button").first().click();
        assertThat(page.locator(".notice").innerText()).contains("撤销");
        assertThat(api(page, secret)).isEqualTo(401);
        browser.mustBeClean();
    }

    @Test
    void thePageSpeaksEnglishOnceAskedTo() {
        Page page = browser.visitor(Browser.DESK, true);
        page.navigate("/sign-in");
        page.click("button[name=language]");
        assertThat(page.locator("h1").innerText()).isEqualTo("Sign in");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
        browser.inspect(page, "sign-in-english");
    }

    private static int api(Page page, String secret) {
        var options =
                com.microsoft.playwright.options.RequestOptions.create().setHeader("Authorization", "Bearer " + secret);
        return page.context().request().get("/api/me", options).status();
    }
}
