package org.luodi.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luodi.world.WholeApplication;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** A clerk of a county in the demonstration: finds a unit, raises a matter, moves it, and sees the numbers follow. */
@WholeApplication
@TestPropertySource(properties = {"luodi.demo=true", "luodi.tree=true"})
class ClerkStoryTest {

    private static final String PASSWORD = "luodi-demo";

    @LocalServerPort
    int port;

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
    void everyPageOfAClerkIsReadable(int width) {
        Page page = browser.visitor(width, true);
        Browser.signIn(page, "county", PASSWORD);
        assertThat(page.locator("h1").innerText()).isEqualTo("我的一天");
        browser.inspect(page, "day");
        browser.fitsInEnglish(page, "/days");
        page.navigate("/days");
        page.locator("main .rows a.button.primary").first().click();
        assertThat(page.locator("main form[method=post] button.primary").count())
                .isEqualTo(1);
        page.navigate("/overview");
        page.waitForSelector(".numbers");
        browser.inspect(page, "overview");
        assertThat(height(page)).as("the overview on %d px", width).isLessThan(5 * page.viewportSize().height);
        look(page, page.url().replaceAll("\\?.*", "") + "/children", "overview-children");
        look(page, "/units", "units");
        look(page, "/units/unanswered", "unanswered");
        look(page, "/matters?open=true", "matters");
        page.locator("main a[href^='/matters/']:not([href*='new']):not([href$='moves'])")
                .first()
                .click();
        browser.inspect(page, "matter");
        look(page, "/matters/new", "matter-new");
        look(page, "/matters/moves", "moves");
        look(page, "/programme", "programme");
        look(page, "/me", "me");
        browser.mustBeClean();
    }

    @ParameterizedTest
    @ValueSource(ints = {Browser.DESK, Browser.PHONE})
    void aMatterIsRaisedAndPlacedAndTheNumberFollows(int width) {
        Page page = browser.visitor(width, true);
        Browser.signIn(page, "county", PASSWORD);
        page.navigate("/overview");
        long open = number(page, "open");
        long placed = number(page, "placed");
        String overview = page.url();
        page.locator(".page-head a[href^='/units/']").click();
        browser.inspect(page, "unit");
        page.navigate("/matters/new?unit=" + overview.replaceAll(".*/overview/(\\d+).*", "$1"));
        page.fill("[name=title]", "村口路灯坏了三个月没人修");
        page.selectOption("[name=category]", new SelectOption().setIndex(1));
        page.selectOption("[name=source]", new SelectOption().setIndex(1));
        page.click("main form button.primary");
        assertThat(page.locator("h1").innerText()).isEqualTo("村口路灯坏了三个月没人修");
        page.click("main a[href$='/placements']");
        browser.inspect(page, "move");
        page.fill("[name=due]", "2099-01-31");
        page.click("main form button.primary");
        browser.inspect(page, "matter-placed");
        becomes(page, overview, "open", open + 1);
        assertThat(number(page, "placed")).isEqualTo(placed + 1);
        browser.mustBeClean();
    }

    @ParameterizedTest
    @ValueSource(ints = {Browser.DESK, Browser.PHONE})
    void aUnitIsFoundByTheFirstLettersOfItsName(int width) {
        Page page = browser.visitor(width, true);
        Browser.signIn(page, "county", PASSWORD);
        findOnceTheIndexIsMade(page);
        browser.inspect(page, "search");
        page.locator("#found a:has-text('安吉县')").first().click();
        assertThat(page.locator("h1").innerText()).contains("安吉县");
        browser.mustBeClean();
    }

    private static void findOnceTheIndexIsMade(Page page) {
        await().pollInSameThread()
                .pollInterval(Duration.ofSeconds(1))
                .atMost(Duration.ofMinutes(2))
                .until(() -> {
                    page.navigate("/search?q=ajx");
                    return page.locator("#found a:has-text('安吉县')").count() > 0;
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {Browser.DESK, Browser.PHONE})
    void lastYearsLedgerIsPreviewedAndImportedAndTheNumberFollows(int width) {
        Page page = browser.visitor(width, true);
        Browser.signIn(page, "county", PASSWORD);
        page.navigate("/overview");
        String overview = page.url();
        long open = number(page, "open");
        page.navigate("/sheets");
        page.setInputFiles(
                "[name=file]",
                new FilePayload("台账.csv", "text/csv", sheet(width).getBytes(UTF_8)));
        page.click("main form button.primary");
        page.waitForSelector("form[action$='/applications'] button");
        browser.inspect(page, "sheet-preview");
        page.click("form[action$='/applications'] button");
        page.waitForSelector(".notice.good");
        browser.inspect(page, "sheet-done");
        assertThat(page.locator("h1").count()).isEqualTo(1);
        assertThat(page.locator("form[action$='/cancellations']").count()).isZero();
        becomes(page, overview, "open", open + 2);
        browser.mustBeClean();
    }

    private static String sheet(int width) {
        String row = "故事-%d-%d,群众反映,住房,危房还没有改造,2026-09-10,安吉县,2026-12-20,逐户改造,整改中\n";
        return "编号,来源,问题类别,问题表述,发现时间,责任单位,整改时限,整改措施,完成状态\n"
                + row.formatted(width, 1)
                + row.formatted(width, 2)
                + row.formatted(width, 3).replace("安吉县", "没有这个单位");
    }

    private void look(Page page, String path, String name) {
        assertThat(page.navigate(path).status()).as(path).isEqualTo(200);
        browser.inspect(page, name);
    }

    private static int height(Page page) {
        return (int) page.evaluate("document.documentElement.scrollHeight");
    }

    private static long number(Page page, String measure) {
        Locator value =
                page.locator(".numbers li:has(#m-" + measure + ") .value").first();
        return Long.parseLong(value.innerText().replaceAll("\\D", ""));
    }

    /** The tallies follow within moments. */
    private static void becomes(Page page, String address, String measure, long expected) {
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            page.navigate(address);
            assertThat(number(page, measure)).isEqualTo(expected);
        });
    }
}
