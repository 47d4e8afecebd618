package org.luodi.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Line;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.TreeChange;
import org.luodi.organisation.TreeChanges;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.identity.Account;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.identity.Actor;
import org.luodi.world.Today;
import org.luodi.world.WholeApplication;
import org.springframework.beans.factory.annotation.Autowired;

/** The condition a scope puts into every list: what lies outside is not there, even where the list begins inside. */
@WholeApplication
class ScopeTest {

    private static int times;

    @Autowired
    Units units;

    @Autowired
    TreeChanges changes;

    @Autowired
    Matters matters;

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    private Scope all;
    private UnitId bureau;
    private UnitId school;
    private UnitId canteen;

    /** A bureau that heads an industry line, a school below it on both lines, a canteen below the school on the territorial line only. */
    @BeforeEach
    void aSchoolWithACanteenThatIsOnNoIndustryLine() {
        times++;
        Unit root = units.byCode("0").orElseThrow();
        Account account = account("all");
        grants.grantBySystem(new Grants.NewGrant(account.id(), Role.CLERK, root.id(), Line.TERRITORIAL));
        all = grants.scopeOf(account.actor());
        bureau = add("bureau", "organ", root.id(), null, true);
        school = add("school", "school", bureau, bureau, false);
        canteen = add("canteen", "two-new", school, null, false);
        raise(school);
        raise(canteen);
    }

    @Test
    void aListThatBeginsInsideTheScopeStillLeavesOutWhatLiesOutside() {
        Scope industry = scope("industry", school, Line.INDUSTRY);

        assertThat(where(industry, Line.TERRITORIAL)).containsExactly(school);
        assertThat(where(all, Line.TERRITORIAL)).containsExactlyInAnyOrder(school, canteen);
        assertThat(where(industry, Line.INDUSTRY)).containsExactly(school);
    }

    @Test
    void unitsThatNobodyAnswersForAreThoseOfTheScopeOnly() {
        Scope one = scope("one", canteen, Line.TERRITORIAL);

        assertThat(units.unanswered(one, null, null, 50).rows())
                .extracting(Unit::id)
                .containsExactly(canteen);
        assertThat(units.unanswered(all, null, null, 50).rows()).hasSizeGreaterThan(2);
    }

    @Test
    void aScopeReadBeforeTheTreeChangedShowsNothing() {
        Scope before = scope("before", school, Line.TERRITORIAL);
        assertThat(where(before, Line.TERRITORIAL)).hasSize(2);

        add("another", "village", units.byCode("0").orElseThrow().id(), null, false);

        assertThat(where(before, Line.TERRITORIAL)).isEmpty();
    }

    @Test
    void whoHoldsNoRoleSeesNothing() {
        Scope nobody = grants.scopeOf(account("nobody").actor());

        assertThat(units.unanswered(nobody, null, null, 50).rows()).isEmpty();
    }

    private List<UnitId> where(Scope scope, Line line) {
        return matters.list(MatterFilter.of(school, line), scope, null, 50).rows().stream()
                .map(told -> told.matter().unit())
                .toList();
    }

    private Scope scope(String login, UnitId unit, Line line) {
        Account account = account(login);
        grants.grantBySystem(new Grants.NewGrant(account.id(), Role.READER, unit, line));
        return grants.scopeOf(account.actor());
    }

    private Account account(String login) {
        return accounts.create(login + "-" + times, login, "a long password", Actor.SYSTEM);
    }

    private UnitId add(String name, String unitClass, UnitId superior, UnitId industry, boolean heads) {
        TreeChange.NewUnit unit =
                new TreeChange.NewUnit(name + "-" + times, name, unitClass, "other", superior, industry, heads);
        UnitId id = changes.make(new TreeChange.Add(unit), all);
        all = grants.scopeOf(all.actor());
        return id;
    }

    private void raise(UnitId unit) {
        LocalDate today = Today.day();
        matters.raise(new NewMatter(null, unit, 1, 1, 2, today, null, Detail.titled("问题")), all);
    }
}
