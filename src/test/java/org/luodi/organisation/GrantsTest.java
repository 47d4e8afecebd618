package org.luodi.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.organisation.Grants.NewGrant;
import org.luodi.platform.Refusal;
import org.luodi.platform.identity.Actor;

/** Who may give a role: an administrator of the same line, above the unit. */
class GrantsTest {

    private static final Actor NATION = new Actor(11, "nation");
    private static final Actor COUNTY = new Actor(12, "county");
    private static final Actor SCHOOLS = new Actor(13, "schools");
    private static final long SOMEBODY = 99;

    private final TestTree tree = new TestTree();
    private final Grants grants = tree.bean(Grants.class);

    @BeforeEach
    void plantAnIndustryLine() {
        plant("e", "教育系统", "0", null, true);
        plant("e1", "甲县教育局", "c1", "e", false);
        plant("e11", "东镇小学", "t1", "e1", false);
        administrator(NATION, "0", Line.TERRITORIAL);
        administrator(COUNTY, "c1", Line.TERRITORIAL);
        administrator(SCHOOLS, "e1", Line.INDUSTRY);
    }

    @AfterEach
    void close() {
        tree.close();
    }

    @Test
    void aTerritorialAdministratorGivesNoRoleOnAnIndustryLine() {
        assertThatThrownBy(() -> give(COUNTY, "e11", Line.INDUSTRY)).satisfies(says("organisation.grant.otherline"));
        assertThatCode(() -> give(COUNTY, "e11", Line.TERRITORIAL)).doesNotThrowAnyException();
    }

    @Test
    void anAdministratorOfAnIndustryLineGivesNoRoleOnTheTerritory() {
        assertThatThrownBy(() -> give(SCHOOLS, "e11", Line.TERRITORIAL))
                .satisfies(says("organisation.grant.otherline"));
        assertThatCode(() -> give(SCHOOLS, "e11", Line.INDUSTRY)).doesNotThrowAnyException();
    }

    @Test
    void whoeverAdministersTheTerritoryOfTheHeadBeginsTheLine() {
        assertThatCode(() -> give(NATION, "e1", Line.INDUSTRY)).doesNotThrowAnyException();
    }

    @Test
    void aRoleIsTakenBackByTheSameRule() {
        give(SCHOOLS, "e11", Line.INDUSTRY);
        long id = grants.of(new Actor(SOMEBODY, "somebody")).get(0).id();
        Scope county = grants.scopeOf(COUNTY);
        assertThatThrownBy(() -> grants.revoke(id, county)).satisfies(says("organisation.grant.otherline"));
        grants.revoke(id, grants.scopeOf(SCHOOLS));
        assertThat(grants.of(new Actor(SOMEBODY, "somebody"))).isEmpty();
    }

    @Test
    void onlyWhatMayBeTakenBackIsOfferedToBeTakenBack() {
        give(SCHOOLS, "e11", Line.INDUSTRY);
        give(COUNTY, "e11", Line.TERRITORIAL);
        Scope county = grants.scopeOf(COUNTY);
        List<Grants.Held> seen = grants.list(county, null, 50).rows();
        assertThat(seen).hasSize(4);
        Set<Long> endable = grants.endable(seen, county);
        for (Grants.Held held : seen) {
            if (endable.contains(held.id())) {
                assertThatCode(() -> grants.revoke(held.id(), county)).doesNotThrowAnyException();
            } else {
                assertThatThrownBy(() -> grants.revoke(held.id(), county)).isInstanceOf(Refusal.class);
            }
        }
        assertThat(endable).hasSize(2);
    }

    @Test
    void anAccountIsAnsweredForByTheSameRule() {
        give(SCHOOLS, "e11", Line.INDUSTRY);
        assertThat(grants.answersFor(COUNTY, SOMEBODY)).isFalse();
        assertThat(grants.answersFor(SCHOOLS, SOMEBODY)).isTrue();
        assertThat(grants.answersFor(NATION, SOMEBODY)).isTrue();
    }

    private void give(Actor by, String unit, Line line) {
        grants.grant(new NewGrant(SOMEBODY, Role.READER, tree.id(unit), line), grants.scopeOf(by));
    }

    private void administrator(Actor actor, String unit, Line line) {
        grants.grantBySystem(new NewGrant(actor.id(), Role.ADMINISTRATOR, tree.id(unit), line));
    }

    private void plant(String code, String name, String superior, String industry, boolean heads) {
        tree.make(new TreeChange.Add(new TreeChange.NewUnit(
                code, name, "", "other", tree.id(superior), industry == null ? null : tree.id(industry), heads)));
    }

    private static java.util.function.Consumer<Throwable> says(String key) {
        return failure -> assertThat(failure)
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo(key));
    }
}
