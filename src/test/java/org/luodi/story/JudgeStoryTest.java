package org.luodi.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.matters.Command;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.Verb;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Line;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.TreeChanges;
import org.luodi.organisation.Unit;
import org.luodi.organisation.Units;
import org.luodi.platform.Refusal;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.identity.Actor;
import org.luodi.world.Today;
import org.luodi.world.WholeApplication;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A resident reports, is asked, says no, is asked again, says yes; what three pages count follows every step. */
@WholeApplication
class JudgeStoryTest {

    private static final String PHONE = "13800002222";
    private static final String ASKED = "main .notice a[href^='/evaluations/']";
    private static final List<String> UNITS = List.of("q11", "q", "0");

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
    Matters matters;

    private Browser browser;
    private Scope village;
    private Scope county;
    private Map<String, Long> before;

    @BeforeEach
    void open() {
        new Village(units, changes, accounts, grants).county();
        village = person("story-judge-village", Role.SECRETARY, "q11");
        county = person("story-judge-county", Role.CLERK, "q");
        person("story-judge-caller", Role.CALLER, "q");
        browser = new Browser(port);
    }

    private Scope person(String login, Role role, String code) {
        Actor actor = accounts.byLogin(login)
                .orElseGet(() -> {
                    Unit unit = units.byCode(code).orElseThrow();
                    var account = accounts.create(login, unit.name() + "的人", Village.PASSWORD, Actor.SYSTEM);
                    grants.grantBySystem(new Grants.NewGrant(account.id(), role, unit.id(), Line.TERRITORIAL));
                    return account;
                })
                .actor();
        return grants.scopeOf(actor);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private record Receipt(String code, String secret) {}

    @Test
    void closedIsNotSolvedUntilTheOneWhoReportedItSaysSo() {
        before = counted();
        Receipt receipt = report();
        MatterId matter = takeUp();
        counts(Map.of("open", 1L));

        settle(matter, "换了灯泡");
        forwarded(link(receipt));
        called();
        answer(receipt, "false");
        counts(Map.of("open", 1L, "reopened", 1L));
        assertThat(told(receipt)).contains("退回重办");

        settle(matter, "重新布了线");
        answer(receipt, "true");
        until(() -> matters.choices(matter, county).size() > 0 && closable(matter));
        move(matter, Verb.CLOSE, c -> c, county);
        counts(Map.of("closed", 1L));
        assertThat(told(receipt)).contains("已销号");
        rates();
        browser.mustBeClean();
    }

    /** From a phone, without an account. */
    private Receipt report() {
        Page page = browser.visitor(Browser.PHONE, true);
        page.navigate("/voice");
        page.fill("[name=text]", "村口第三盏路灯不亮，晚上接孩子看不见路");
        page.fill("[name=contact]", PHONE);
        page.fill("#f-q", "上河村");
        String place = "input[name=unit][value='" + id("q11") + "']";
        until(() -> {
            page.click("button[formaction='/voice/places']");
            return page.locator(place).count() > 0;
        });
        page.check(place);
        page.click("main form > .actions button.primary");
        page.waitForSelector("#code, [name=sure]");
        if (page.locator("[name=sure]").count() > 0) {
            page.click("[name=sure]");
            page.waitForSelector("#code");
        }
        browser.inspect(page, "judge-receipt");
        return new Receipt(
                page.locator("#code").innerText(), page.locator("#secret").innerText());
    }

    private MatterId takeUp() {
        Page page = browser.visitor(Browser.PHONE, false);
        Browser.signIn(page, "story-judge-village", Village.PASSWORD);
        page.navigate("/voice/desk");
        page.click("main a:has-text('村口第三盏路灯不亮')");
        page.click("main a[href$='/takings']");
        page.fill("[name=title]", "村口路灯不亮");
        page.selectOption("[name=category]", "11");
        page.click("main form .actions button.primary");
        String href = page.locator("main a[href^='/matters/']").first().getAttribute("href");
        MatterId matter = new MatterId(Long.parseLong(href.replaceAll("\\D", "")));
        move(matter, Verb.PLACE, c -> c.due(Today.day().plusDays(30)), county);
        return matter;
    }

    private void settle(MatterId matter, String fixed) {
        move(matter, Verb.ACT, c -> c.measures("修路灯").due(Today.day().plusDays(30)), village);
        move(matter, Verb.SETTLE, c -> c.solution(fixed, "每月巡查").evidence("照片"), village);
        move(matter, Verb.CONFIRM, c -> c, village);
    }

    /** Nobody is asked before it settles; then the page that follows the report leads to the questions. */
    private void answer(Receipt receipt, String solved) {
        String link = link(receipt);
        Page page = browser.visitor(Browser.PHONE, true);
        follow(page, receipt);
        browser.inspect(page, "judge-asked-" + solved);
        page.click(ASKED);
        choose(page, solved);
        browser.inspect(page, "judge-questions-" + solved);
        Page other = page.context().newPage();
        other.navigate(link);
        choose(other, "true");
        page.click("main form button.primary");
        assertThat(page.locator("main").innerText()).contains("谢谢");

        other.click("main form button.primary");
        assertThat(other.locator("main").innerText()).contains("每人只评一次").doesNotContain("村口");
    }

    private static void choose(Page page, String solved) {
        page.selectOption("[name=solved]", solved);
        page.selectOption("[name=satisfied]", solved);
        page.selectOption("[name=fits]", "true");
    }

    private String link(Receipt receipt) {
        Page page = browser.visitor(Browser.PHONE, false);
        follow(page, receipt);
        until(() -> {
            page.navigate("/voice/follow");
            return page.locator(ASKED).count() > 0;
        });
        return page.locator(ASKED).getAttribute("href");
    }

    /** Whoever got the link from somebody else sees that there is a question, and nothing of it. */
    private void forwarded(String link) {
        Page page = browser.visitor(Browser.PHONE, true);
        page.navigate(link);
        browser.inspect(page, "judge-forwarded");
        assertThat(page.locator("main").innerText()).contains("只有这个链接打不开").doesNotContain("路灯");
        page.fill("[name=shown]", "0000");
        page.click("main form button.primary");
        assertThat(page.locator("main").innerText()).contains("对不上").doesNotContain("路灯");
    }

    /** The caller sees whom to call and, for a reason, the number. */
    private void called() {
        Page page = browser.visitor(Browser.PHONE, true);
        Browser.signIn(page, "story-judge-caller", Village.PASSWORD);
        page.navigate("/evaluations/desk/calls");
        browser.inspect(page, "judge-calls");
        page.click("main a[href^='/evaluations/desk/calls/']");
        browser.inspect(page, "judge-call");
        page.fill("[name=reason]", "第一次回访");
        page.click("main form[action$='/looks'] button");
        assertThat(page.locator("main a[href^='tel:']").innerText()).isEqualTo(PHONE);
        page.setViewportSize(Browser.DESK, 900);
        browser.inspect(page, "judge-call");
    }

    private static void follow(Page page, Receipt receipt) {
        page.navigate("/voice/follow");
        page.fill("[name=code]", receipt.code());
        page.fill("[name=secret]", receipt.secret());
        page.click("main form button.primary");
    }

    private String told(Receipt receipt) {
        Page page = browser.visitor(Browser.PHONE, false);
        follow(page, receipt);
        return page.locator("main").innerText();
    }

    /** What those affected said is there; the acceptance of the county is all that is left to give. */
    private boolean closable(MatterId matter) {
        if (matters.barred(matter, Verb.ACCEPT, county).isEmpty()) {
            move(matter, Verb.ACCEPT, c -> c.level("county"), county);
        }
        return matters.barred(matter, Verb.CLOSE, county).isEmpty();
    }

    /** One answer is too few for a rate, and the page says so instead of showing one. */
    private void rates() {
        Page page = browser.visitor(Browser.DESK, true);
        page.navigate("/evaluations/units/" + id("q11"));
        browser.inspect(page, "judge-rates");
        assertThat(page.locator("main").innerText()).doesNotContain("100%").doesNotContain("50%");
    }

    /** What the system itself writes meanwhile makes a move stale; whoever made it makes it again. */
    private void move(MatterId matter, Verb verb, UnaryOperator<Command> typed, Scope who) {
        until(() -> {
            int version = matters.visible(matter, county).matter().version();
            try {
                matters.move(matter, typed.apply(Command.of(verb, version, "现场看过")), who);
                return true;
            } catch (Refusal refused) {
                assertThat(refused.key()).isEqualTo("matters.refused.stale");
                return false;
            }
        });
    }

    private int id(String code) {
        return units.byCode(code).orElseThrow().id().value();
    }

    /** What has changed since the story began, on the page of the village, of the county and of the nation. */
    private void counts(Map<String, Long> expected) {
        Map<String, Long> wanted = new HashMap<>(before);
        for (String code : UNITS) {
            expected.forEach((measure, more) -> wanted.merge(code + " " + measure, more, Long::sum));
        }
        until(() -> counted().equals(wanted));
    }

    private Map<String, Long> counted() {
        Page page = browser.visitor(Browser.DESK, false);
        Browser.signIn(page, Village.LOGIN, Village.PASSWORD);
        Map<String, Long> counted = new HashMap<>();
        for (String code : UNITS) {
            page.navigate("/overview/" + id(code));
            for (String measure : List.of("open", "closed", "reopened")) {
                String value = page.locator(".numbers li:has(#m-" + measure + ") .value")
                        .first()
                        .innerText();
                counted.put(code + " " + measure, Long.parseLong(value.replaceAll("\\D", "")));
            }
        }
        return counted;
    }

    private static void until(BooleanSupplier held) {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (!held.getAsBoolean()) {
            assertThat(Instant.now()).as("in time").isBefore(end);
        }
    }
}
