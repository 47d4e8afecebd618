package org.luodi.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Chromium, as a person at a desk (1280 px) or with a phone (390 px) uses it; what goes wrong in the page is collected. */
final class Browser implements AutoCloseable {

    static final int DESK = 1280;
    static final int PHONE = 390;

    /** One for all stories: starting it takes longer than most of them. */
    private static final Playwright PLAYWRIGHT =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

    private static final com.microsoft.playwright.Browser CHROMIUM = PLAYWRIGHT
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(List.of(
                            "--headless",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));

    private static final String AXE = AxeBuilder.getAxeScript();

    /** The first of each kind of fault, as words; only those rules are asked that are given, as axe wants them. */
    private static final String FAULTS = """
            async (rules) => {
                const found = await axe.run(document, { runOnly: rules, resultTypes: ['violations'] });
                return found.violations.map((each) => `${each.id}: ${each.help} ${each.nodes[0].html}`);
            }""";

    private static final Map<String, Object> ALL = Map.of(
            "type", "tag", "values", List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"));

    private static final Map<String, Object> CONTRAST = Map.of("type", "rule", "values", List.of("color-contrast"));

    /** What has the focus and lies below the bar at the top or the bottom (WCAG 2.4.11). */
    private static final String UNDER_A_BAR = """
            Array.from(document.querySelectorAll('main :is(a[href], button, input, select, textarea, summary)'))
                .filter((each) => each.type !== 'hidden' && each.checkVisibility())
                .filter((each) => {
                    each.focus();
                    const box = each.getBoundingClientRect();
                    const seen = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                    return seen !== null && seen.closest('.top, .bottom') !== null;
                })
                .map((each) => each.outerHTML)""";

    private final String base;
    private final List<String> faults = new ArrayList<>();
    private BrowserContext context;

    Browser(int port) {
        this.base = "http://localhost:" + port;
    }

    /** A new visitor, who knows nothing of the one before. */
    Page visitor(int width, boolean script) {
        if (context != null) {
            context.close();
        }
        context = CHROMIUM.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(base)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setJavaScriptEnabled(script)
                .setColorScheme(ColorScheme.LIGHT)
                .setViewportSize(width, width == PHONE ? 844 : 900));
        Page page = context.newPage();
        page.setDefaultTimeout(30_000);
        page.onPageError(fault -> faults.add(page.url() + " " + fault));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                faults.add(page.url() + " " + message.text());
            }
        });
        return page;
    }

    static void signIn(Page page, String login, String password) {
        page.navigate("/sign-in");
        page.fill("[name=username]", login);
        page.fill("[name=password]", password);
        page.click("main button");
    }

    /** The page is there, fits, breaks no rule of accessibility, on a phone by night neither, and has kept every text. */
    void inspect(Page page, String name) {
        int width = page.viewportSize().width;
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screens", name + "-" + width + ".png"))
                .setFullPage(true));
        assertThat(page.content()).as("missing texts on " + page.url()).doesNotContain("??");
        fits(page);
        page.evaluate(AXE);
        none(page, FAULTS, ALL);
        if (width == PHONE) {
            byNight(page);
        }
        none(page, UNDER_A_BAR, null);
    }

    /** Nothing but the colours is other by night. */
    private static void byNight(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        none(page, FAULTS, CONTRAST);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private static void none(Page page, String faults, Object what) {
        assertThat(page.evaluate(faults, what)).as(page.url()).isEqualTo(List.of());
    }

    /** In English too, whose words are longer, nothing scrolls sideways. */
    void fitsInEnglish(Page page, String path) {
        context.addCookies(List.of(new Cookie("language", "en").setUrl(base)));
        page.navigate(path);
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
        fits(page);
        context.clearCookies(new BrowserContext.ClearCookiesOptions().setName("language"));
    }

    private static void fits(Page page) {
        int overflow =
                (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(overflow).as("scrolls sideways: " + page.url()).isLessThanOrEqualTo(0);
    }

    /** Nothing failed in the page itself: no script error, nothing that the content policy refused. */
    void mustBeClean() {
        assertThat(faults).isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}
