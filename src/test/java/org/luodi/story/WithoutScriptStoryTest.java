package org.luodi.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.organisation.Grants;
import org.luodi.organisation.TreeChanges;
import org.luodi.organisation.Units;
import org.luodi.platform.identity.Accounts;
import org.luodi.world.WholeApplication;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The main line where no script runs: an old phone, a strict office, a reader of screens. */
@WholeApplication
class WithoutScriptStoryTest {

    @LocalServerPort
    int port;

    @Autowired
    Units units;

    @Autowired
    TreeChanges changes;

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    private Browser browser;

    @BeforeEach
    void open() {
        new Village(units, changes, accounts, grants).county();
        browser = new Browser(port);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void aUnitIsFoundAndAMatterRaisedAndMovedWithoutAnyScript() {
        Page page = browser.visitor(Browser.PHONE, false);
        Browser.signIn(page, Village.LOGIN, Village.PASSWORD);
        assertThat(page.locator("h1").count()).isEqualTo(1);

        // The index follows a new unit within moments; a page without script does not ask again by itself.
        await().pollInSameThread().atMost(Duration.ofSeconds(60)).until(() -> {
            page.navigate("/search");
            page.fill("[name=q]", Village.COUNTY);
            page.click("form[action='/search'] button");
            return page.locator("#found a:has-text('" + Village.COUNTY + "')").count() > 0;
        });
        page.click("#found a:has-text('" + Village.COUNTY + "')");
        assertThat(page.locator("h1").innerText()).contains(Village.COUNTY);

        String unit = page.url().replaceAll(".*/units/(\\d+).*", "$1");
        page.navigate("/units/" + unit + "/children");
        assertThat(page.locator("main").innerText()).contains("青石镇");

        page.navigate("/matters/new?unit=" + unit);
        page.fill("[name=title]", "没有脚本也能登记");
        page.selectOption("[name=category]", new SelectOption().setIndex(1));
        page.selectOption("[name=source]", new SelectOption().setIndex(1));
        page.click("main form button.primary");
        assertThat(page.locator("h1").innerText()).isEqualTo("没有脚本也能登记");

        page.click("main a[href$='/placements']");
        page.fill("[name=due]", "2099-01-31");
        page.click("main form button.primary");
        assertThat(page.locator("main").innerText()).contains("已交办", "2099-01-31");

        page.navigate("/overview/" + unit);
        page.locator("main details > summary").last().click();
        assertThat(page.locator("main details").last().getAttribute("open")).isNotNull();
        browser.mustBeClean();
    }
}
