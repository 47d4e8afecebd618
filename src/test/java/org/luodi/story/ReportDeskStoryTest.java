package org.luodi.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Line;
import org.luodi.organisation.Role;
import org.luodi.organisation.TreeChanges;
import org.luodi.organisation.Unit;
import org.luodi.organisation.Units;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.identity.Actor;
import org.luodi.voice.NewReport;
import org.luodi.voice.Receipt;
import org.luodi.voice.ReportId;
import org.luodi.voice.Voices;
import org.luodi.world.WholeApplication;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two villages say that a report is not theirs, and the town decides; what is about the village itself goes to the town at once. */
@WholeApplication
class ReportDeskStoryTest {

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
    private Unit village;

    @BeforeEach
    void open() {
        new Village(units, changes, accounts, grants).county();
        village = units.byCode("q11").orElseThrow();
        person("story-desk-upper", Role.SECRETARY, village);
        person("story-desk-lower", Role.SECRETARY, units.byCode("q12").orElseThrow());
        person("story-desk-town", Role.CLERK, units.byCode("q1").orElseThrow());
        browser = new Browser(port);
    }

    private void person(String login, Role role, Unit unit) {
        if (accounts.byLogin(login).isEmpty()) {
            var account = accounts.create(login, unit.name() + "的人", Village.PASSWORD, Actor.SYSTEM);
            grants.grantBySystem(new Grants.NewGrant(account.id(), role, unit.id(), Line.TERRITORIAL));
        }
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void afterTwoHandBacksTheTownDecidesAndItsWordStands() {
        ReportId id = receive(NewReport.of(village.id(), "界河桥的栏杆松了"));
        String here = "/voice/desk/" + id.value();
        Page upper = browser.visitor(Browser.PHONE, false);
        Browser.signIn(upper, "story-desk-upper", Village.PASSWORD);
        upper.navigate("/voice/desk");
        upper.click("main a[href='" + here + "']");
        upper.click("main a[href$='/hand-backs']");
        upper.selectOption("[name=ground]", "other-place");
        upper.fill("[name=words]", "按界线图，桥在下河村一侧");
        Unit lowerVillage = units.byCode("q12").orElseThrow();
        upper.fill("[name=q]", lowerVillage.name());
        String other = "input[name=unit][value='" + lowerVillage.id().value() + "']";
        await().pollInSameThread().atMost(Duration.ofSeconds(60)).until(() -> {
            upper.click("button[name=find]");
            return upper.locator(other).count() > 0;
        });
        assertThat(upper.inputValue("[name=words]")).isEqualTo("按界线图，桥在下河村一侧");
        upper.check(other);
        upper.click("main form .actions button.primary");
        assertThat(upper.locator("main").innerText()).contains("已转给别的单位", lowerVillage.name());

        Page lower = browser.visitor(Browser.PHONE, true);
        Browser.signIn(lower, "story-desk-lower", Village.PASSWORD);
        lower.navigate("/voice/desk");
        browser.inspect(lower, "desk");
        lower.navigate(here);
        browser.inspect(lower, "desk-one");
        lower.navigate(here + "/second-hand-backs");
        browser.inspect(lower, "desk-hand-back");
        lower.selectOption("[name=ground]", "other-duty");
        lower.fill("[name=words]", "管护合同是上河村签的");
        lower.check("input[name=unit][value='" + village.id().value() + "']");
        lower.click("main form .actions button.primary");

        Page town = browser.visitor(Browser.DESK, true);
        Browser.signIn(town, "story-desk-town", Village.PASSWORD);
        town.navigate("/days");
        assertThat(town.locator("main").innerText()).contains("界河桥的栏杆松了");
        town.navigate(here + "/decisions");
        town.fill("[name=words]", "谁签合同谁管护");
        town.check("input[name=unit][value='" + village.id().value() + "']");
        browser.inspect(town, "desk-decision");
        town.click("main form .actions button.primary");
        assertThat(town.locator("main").innerText()).contains("裁定由谁答复", "谁签合同谁管护");

        Page again = browser.visitor(Browser.DESK, true);
        Browser.signIn(again, "story-desk-upper", Village.PASSWORD);
        again.navigate(here);
        assertThat(again.locator("main details").first().textContent()).contains("上级已经裁定由本单位答复");
        again.navigate(here + "/takings");
        again.fill("[name=title]", "界河桥栏杆松动");
        again.selectOption("[name=category]", "11");
        browser.inspect(again, "desk-taking");
        again.click("main form .actions button.primary");
        assertThat(again.locator("main").innerText()).contains("已立为问题", "界河桥栏杆松动");
        browser.mustBeClean();
    }

    @Test
    void whatIsAboutTheVillageItselfLiesWithTheTownAndTheVillageNeverSeesIt() {
        ReportId id = receive(NewReport.of(village.id(), "收卫生费不开收据").aboutHandler(true));
        Page upper = browser.visitor(Browser.DESK, true);
        Browser.signIn(upper, "story-desk-upper", Village.PASSWORD);
        upper.navigate("/voice/desk");
        assertThat(upper.locator("main").innerText()).doesNotContain("收卫生费不开收据");
        upper.navigate("/voice/desk/" + id.value());
        assertThat(upper.locator("main").innerText()).doesNotContain("收卫生费不开收据");
        Page town = browser.visitor(Browser.DESK, true);
        Browser.signIn(town, "story-desk-town", Village.PASSWORD);
        town.navigate("/voice/desk/" + id.value());
        assertThat(town.locator("main").innerText()).contains("收卫生费不开收据", "反映的是单位本身", "青石镇");
        browser.inspect(town, "desk-about");
    }

    private ReportId receive(NewReport report) {
        Receipt receipt = voices.receive(report);
        return voices.authenticated(receipt.code(), receipt.secret()).orElseThrow();
    }
}
