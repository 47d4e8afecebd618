package org.luodi.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.matters.Detail;
import org.luodi.matters.Matters;
import org.luodi.matters.NewMatter;
import org.luodi.organisation.GrantProposals;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Line;
import org.luodi.organisation.Role;
import org.luodi.organisation.TreeChanges;
import org.luodi.organisation.Unit;
import org.luodi.organisation.Units;
import org.luodi.platform.identity.Accounts;
import org.luodi.world.WholeApplication;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every page on a phone, by day and by night: it fits, it breaks no rule of accessibility, it keeps every text. */
@WholeApplication
class EveryPageStoryTest {

    private static final String FILE = "编码,名称,上级编码,级别\nq11,上河新村,q1,村级\nq13,新村,q1,村级\nq14,无处,nowhere,村级\n";

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
    GrantProposals proposals;

    @Autowired
    Matters matters;

    private Browser browser;
    private Unit county;

    @BeforeEach
    void open() {
        county = new Village(units, changes, accounts, grants).county();
        browser = new Browser(port);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void everyPageFitsAPhone() {
        Page page = browser.visitor(Browser.PHONE, true);
        Browser.signIn(page, Village.LOGIN, Village.PASSWORD);
        int unit = county.id().value();
        for (String path : List.of(
                "/days",
                "/ledger",
                "/ledger/heads",
                "/ledger/keys",
                "/ledger/entries/1",
                "/trails/matter/" + matter(),
                "/voice/desk",
                "/voice/desk/new",
                "/voice/desk/moves",
                "/promises/desk",
                "/promises/units/" + unit,
                "/days/guide",
                "/days/parts/place",
                "/days/notices",
                "/days/reminders",
                "/relays",
                "/matters/board?unit=" + unit,
                "/matters/calendar?unit=" + unit,
                "/matters/bulk",
                "/relays/new?unit=" + unit,
                "/overview/" + unit,
                "/overview/" + unit + "/children",
                "/units",
                "/units/" + unit,
                "/units/" + unit + "/children",
                "/units/" + unit + "/post",
                "/voice/desk/units/" + unit + "/position",
                "/units/unanswered",
                "/units/imports",
                "/search?q=" + Village.COUNTY,
                "/matters",
                "/matters/new",
                "/matters/moves",
                "/claims",
                "/claims?box=sent",
                "/claims/moves",
                "/claims/catalogue",
                "/sheets",
                "/evidence?matter=" + matter(),
                "/papers/briefing?unit=" + unit,
                "/programme",
                "/me",
                "/no/such/page")) {
            page.navigate(path);
            browser.inspect(page, name(path));
        }
        for (String verb : List.of("add", "rename", "move", "merge", "split", "close")) {
            page.navigate("/units/" + unit + "/changes/" + verb);
            browser.inspect(page, name("change-" + verb));
        }
        browser.mustBeClean();
    }

    @Test
    void everyPageOfTheThreeAdministratorsFitsAPhone() {
        long person = accounts.byLogin(Village.LOGIN).orElseThrow().id();
        String unit = "/units/" + county.id().value();
        long proposal = proposals.propose(
                new Grants.NewGrant(person, Role.READER, county.id(), Line.TERRITORIAL),
                grants.scopeOf(accounts.byLogin(Village.SYSTEM).orElseThrow().actor()));
        Map<String, List<String>> pages = Map.of(
                Village.SYSTEM,
                List.of(
                        "/days",
                        "/days/webhooks",
                        "/status",
                        "/days/mail/failures",
                        "/people",
                        "/people/" + person,
                        "/people/" + person + "/erasure",
                        "/grants",
                        unit),
                Village.SECURITY,
                List.of("/days", "/grants", "/grants/proposals/" + proposal),
                Village.AUDIT,
                List.of("/days", "/audit", "/audit?kind=GRANT", unit));
        pages.forEach((login, paths) -> {
            Page page = browser.visitor(Browser.PHONE, true);
            Browser.signIn(page, login, Village.PASSWORD);
            for (String path : paths) {
                page.navigate(path);
                browser.inspect(page, name(login + path));
            }
        });
        proposals.withdraw(
                proposal,
                grants.scopeOf(accounts.byLogin(Village.SYSTEM).orElseThrow().actor()));
        browser.mustBeClean();
    }

    @Test
    void whatAFormAnswersFitsAPhoneToo() {
        Page page = browser.visitor(Browser.PHONE, true);
        Browser.signIn(page, Village.LOGIN, Village.PASSWORD);
        page.navigate("/units/" + county.id().value() + "/changes/rename");
        page.fill("[name=name]", "清水新县");
        page.click("main form button.primary");
        assertThat(page.locator(".notice.warn").innerText()).contains("涉及");
        browser.inspect(page, name("change-preview"));

        page.navigate("/units/imports");
        page.setInputFiles("[name=file]", new FilePayload("单位.csv", "text/csv", FILE.getBytes(UTF_8)));
        page.click("main form button");
        assertThat(page.locator("main").innerText()).contains("上河村", "上河新村", "nowhere");
        browser.inspect(page, name("import-preview"));

        page = browser.visitor(Browser.PHONE, true);
        Browser.signIn(page, Village.SYSTEM, Village.PASSWORD);
        page.navigate("/grants");
        page.fill("[name=login]", "nobody-at-all");
        page.fill("[name=unit]", "q");
        page.click("main form button");
        browser.inspect(page, name("grants-refused"));
        browser.mustBeClean();
    }

    @Test
    void changesOfTheTreeAreSeenThenMade() {
        Page page = browser.visitor(Browser.PHONE, true);
        Browser.signIn(page, Village.LOGIN, Village.PASSWORD);
        int village = units.byCode("q12").orElseThrow().id().value();
        page.navigate("/units/" + village + "/changes/rename");
        page.fill("[name=name]", "下河社区");
        page.click("main form button.primary");
        page.waitForSelector(".notice.warn");
        page.click("main form button.primary");
        assertThat(page.locator("h1:has-text('下河社区')").innerText()).contains("下河社区");

        page.navigate("/units/" + county.id().value() + "/changes/add");
        page.fill("[name=code]", "q-water");
        page.fill("[name=name]", "水务系统");
        page.selectOption("[name=level]", "other");
        page.check("[name=head]");
        page.click("main form button.primary");
        page.waitForSelector(".notice.warn");
        browser.inspect(page, "add-head");
        page.click("main form button.primary");
        assertThat(page.locator("h1:has-text('水务系统')").innerText()).contains("水务系统");
        Unit head = units.byCode("q-water").orElseThrow();
        assertThat(head.industry()).isNotNull();
        assertThat(head.industrySuperior()).isNull();
        browser.mustBeClean();
    }

    /** A matter that has just been raised at the county. */
    private long matter() {
        var account = accounts.byLogin(Village.LOGIN).orElseThrow();
        var draft = new NewMatter(null, county.id(), 12, 1, 2, null, null, Detail.titled("桥栏杆坏了"));
        return matters.raise(draft, grants.scopeOf(account.actor())).value();
    }

    private static String name(String path) {
        return "every" + path.replaceAll("[^a-z]+", "-");
    }
}
