package org.luodi.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
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
import org.luodi.world.WholeApplication;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A village's problem has its root in the county: sent up from a phone without script, refused, appealed, claimed after all. */
@WholeApplication
class ClaimStoryTest {

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
        Unit county = new Village(units, changes, accounts, grants).county();
        person("story-claim-village", Role.SECRETARY, units.byCode("q11").orElseThrow());
        person("story-claim-county", Role.CLERK, county);
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
    void whatHasItsRootAboveIsSentUpRefusedAppealedAndClaimed() {
        Page village = browser.visitor(Browser.PHONE, false);
        Browser.signIn(village, "story-claim-village", Village.PASSWORD);
        village.navigate("/matters/new");
        village.fill("[name=title]", "慢病药要到县城买");
        village.selectOption("[name=category]", new SelectOption().setIndex(3));
        village.selectOption("[name=source]", new SelectOption().setIndex(1));
        village.click("main form button.primary");
        village.click("main a[href^='/claims/new']");
        village.click("main a[href$='lever=rule']");
        village.selectOption("[name=asked]", new SelectOption().setLabel("清水县（没有同类记录）"));
        village.fill("[name=evidence]", "药品目录由县里统一确定，村卫生室不能自己进药");
        village.click("main form button.primary");
        assertThat(village.locator("h1").innerText()).isEqualTo("上河村请清水县认领");
        String claim = village.url().replaceAll(".*(/claims/\\d+).*", "$1");

        Page county = browser.visitor(Browser.PHONE, true);
        Browser.signIn(county, "story-claim-county", Village.PASSWORD);
        county.navigate("/claims");
        browser.inspect(county, "claims-answer");
        county.click("main a[href='" + claim + "']");
        browser.inspect(county, "claim-sent");
        county.navigate(claim + "/part-acceptances");
        browser.inspect(county, "claim-part");
        county.navigate(claim + "/refusals");
        county.fill("[name=words]", "目录由省里定");
        county.selectOption("[name=ground]", "not-our-power");
        county.click("main form button.primary");
        assertThat(county.locator("main").innerText()).contains("已退回", "流转 1 次");

        Page again = browser.visitor(Browser.PHONE, true);
        Browser.signIn(again, "story-claim-village", Village.PASSWORD);
        again.navigate(claim + "/appeals");
        again.fill("[name=words]", "目录文件是县里发的");
        again.click("main form button.primary");
        assertThat(again.locator("main").innerText()).contains("申诉中");

        Page above = browser.visitor(Browser.DESK, true);
        Browser.signIn(above, Village.LOGIN, Village.PASSWORD);
        above.navigate(claim + "/upholdings");
        above.fill("[name=words]", "目录由县里发，应由县里改");
        above.fill("[name=title]", "放开村卫生室进药目录");
        above.click("main form button.primary");
        assertThat(above.locator("main").innerText()).contains("裁定应予认领", "放开村卫生室进药目录", "已归到根子问题");
        browser.inspect(above, "claim-upheld");
        above.navigate("/claims/catalogue");
        assertThat(above.locator("main").innerText()).contains("县级");
        browser.inspect(above, "claims-catalogue");
        browser.mustBeClean();
    }
}
