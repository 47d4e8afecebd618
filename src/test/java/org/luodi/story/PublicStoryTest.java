package org.luodi.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.organisation.Grants;
import org.luodi.organisation.TreeChanges;
import org.luodi.organisation.Units;
import org.luodi.platform.identity.Accounts;
import org.luodi.voice.Stage;
import org.luodi.voice.Voices;
import org.luodi.world.WholeApplication;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody without an account reports, keeps the receipt and follows: on a phone, with script and without. */
@WholeApplication
class PublicStoryTest {

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

    @Autowired
    Voices voices;

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
    void aReportIsSentFromAPhoneWithPhotosAndFollowed() throws IOException {
        Page page = browser.visitor(Browser.PHONE, true);
        page.navigate("/voice");
        browser.inspect(page, "voice-new");
        page.fill("[name=text]", "村口的桥断了<img src=x onerror=alert(1)>");
        page.setInputFiles("#pick", new FilePayload[] {photo("a.png", 3000, 2000), photo("b.png", 40, 40)});
        page.waitForSelector("#shown li:nth-child(2) img");
        choose(page);

        page.navigate("/voice");
        page.waitForSelector("#places input:checked:not([hidden])");
        assertThat(page.inputValue("[name=text]")).contains("村口的桥断了");
        assertThat(page.locator("#shown li").count()).isEqualTo(2);
        page.waitForFunction("document.querySelector('[name=altcha]').value");
        page.click("main .actions button.primary");

        String code = page.innerText("#code");
        browser.inspect(page, "voice-receipt");
        assertThat(voices.byCode(code).orElseThrow().stage()).isEqualTo(Stage.RECEIVED);
        page.click("main form button.primary");
        assertThat(page.url()).endsWith("/voice/follow");
        assertThat(page.innerText("main")).contains("onerror", Village.COUNTY, "已收到");
        page.locator("main img").first().scrollIntoViewIfNeeded();
        page.waitForFunction("document.querySelector('main img').naturalWidth === 1600");
        browser.inspect(page, "voice-followed");

        page.navigate("/voice");
        assertThat(page.inputValue("[name=text]")).isEmpty();
        page.setViewportSize(Browser.DESK, 900);
        page.click("footer button");
        page.fill("[name=text]", "桥断了，村口");
        choose(page);
        page.click("main .actions button.primary");
        browser.inspect(page, "voice-similar-large");
        assertThat(page.innerText("main")).doesNotContain("onerror");
        page.click("button[name=echo]");
        assertThat(voices.byCode(page.innerText("#code")).orElseThrow().stage()).isEqualTo(Stage.ALONGSIDE);
        browser.mustBeClean();
    }

    @Test
    void withoutScriptItIsTakenAndWaitsToBeChecked() {
        Page page = browser.visitor(Browser.PHONE, false);
        page.navigate("/voice");
        page.fill("[name=text]", "水管漏水");
        page.fill("[name=q]", Village.COUNTY);
        await().pollInSameThread().atMost(Duration.ofSeconds(60)).until(() -> {
            page.click("button[formaction='/voice/places']");
            return page.locator("#places input").count() > 0;
        });
        page.check("#places input >> nth=0");
        page.click("main .actions button.primary");
        String code = page.innerText("#code");
        assertThat(voices.byCode(code).orElseThrow().stage()).isEqualTo(Stage.CHECKING);
        page.click("main form button.primary");
        page.fill("form[action$=additions] textarea", "昨天更大了");
        page.click("form[action$=additions] button");
        assertThat(page.innerText("main")).contains("昨天更大了", "等待核对");
        page.click("form[action$=leavings] button");
        browser.inspect(page, "voice-follow");
    }

    private static void choose(Page page) {
        await().pollInSameThread().atMost(Duration.ofSeconds(60)).until(() -> {
            page.fill("[name=q]", "");
            page.fill("[name=q]", Village.COUNTY);
            page.click("button[formaction='/voice/places']");
            return page.locator("#places input:not([hidden])").count() > 0;
        });
        page.check("#places input >> nth=0");
    }

    private static FilePayload photo(String name, int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
        return new FilePayload(name, "image/png", out.toByteArray());
    }
}
