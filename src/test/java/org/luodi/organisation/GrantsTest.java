package org.luodi.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.organisation.Grants.NewGrant;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.luodi.platform.identity.AccessRule;
import org.luodi.platform.identity.Actor;

/** Who may give a role: two people, the second a security administrator of the same line, above the unit. */
class GrantsTest {

    private static final Actor NATION = new Actor(11, "nation");
    private static final Actor COUNTY = new Actor(12, "county");
    private static final Actor SCHOOLS = new Actor(13, "schools");
    private static final Actor ACCOUNTS = new Actor(14, "county, system");
    private static final Actor ACCOUNTS_ABOVE = new Actor(15, "nation, system");
    private static final Actor PROPOSER = new Actor(16, "nation, system");
    private static final long SOMEBODY = 99;

    private final TestTree tree = new TestTree();
    private final Grants grants = tree.bean(Grants.class);
    private final GrantProposals proposals = tree.bean(GrantProposals.class);

    @BeforeEach
    void plantAnIndustryLine() {
        plant("e", "教育系统", "0", null, true);
        plant("e1", "甲县教育局", "c1", "e", false);
        plant("e11", "东镇小学", "t1", "e1", false);
        administrator(NATION, "0", Line.TERRITORIAL);
        administrator(COUNTY, "c1", Line.TERRITORIAL);
        administrator(SCHOOLS, "e1", Line.INDUSTRY);
        hold(ACCOUNTS, Role.SYSTEM_ADMIN, "c1");
        hold(ACCOUNTS_ABOVE, Role.SYSTEM_ADMIN, "0");
        hold(PROPOSER, Role.SYSTEM_ADMIN, "0");
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
    void neitherHeWhoProposedNorHeWhomItIsForLetsItStand() {
        Actor another = new Actor(17, "another");
        hold(another, Role.SECURITY_ADMIN, "c1");
        NewGrant grant = new NewGrant(SOMEBODY, Role.CLERK, tree.id("t1"), Line.TERRITORIAL);
        long id = proposals.propose(grant, grants.scopeOf(COUNTY));
        assertThatThrownBy(() -> proposals.propose(grant, grants.scopeOf(ACCOUNTS)))
                .satisfies(says("organisation.proposal.stands"));
        assertThatThrownBy(() -> proposals.confirm(id, grants.scopeOf(COUNTY)))
                .satisfies(says("organisation.proposal.own"));
        assertThatThrownBy(() -> proposals.confirm(id, grants.scopeOf(ACCOUNTS)))
                .satisfies(says("organisation.grant.powers"));
        assertThatThrownBy(() -> proposals.refuse(id, " ", grants.scopeOf(another)))
                .satisfies(says("organisation.proposal.reason"));
        assertThat(grants.scopeOf(new Actor(SOMEBODY, "somebody")).grants()).isEmpty();
        proposals.confirm(id, grants.scopeOf(another));
        assertThat(grants.scopeOf(new Actor(SOMEBODY, "somebody")).grants()).hasSize(1);
        assertThatThrownBy(() -> proposals.refuse(id, "no", grants.scopeOf(another)))
                .satisfies(says("organisation.proposal.decided"));
        NewGrant own = new NewGrant(another.id(), Role.SECURITY_ADMIN, tree.id("t2"), Line.TERRITORIAL);
        long forHim = proposals.propose(own, grants.scopeOf(PROPOSER));
        assertThatThrownBy(() -> proposals.confirm(forHim, grants.scopeOf(another)))
                .satisfies(says("organisation.proposal.self"));
        assertThat(proposals.forMe(grants.scopeOf(another), 10)).isEmpty();
        assertThat(proposals.forMe(grants.scopeOf(COUNTY), 10)).hasSize(1);
    }

    @Test
    void theDatabaseHasNoProposalDecidedByWhoeverMadeIt() {
        NewGrant grant = new NewGrant(SOMEBODY, Role.CLERK, tree.id("t1"), Line.TERRITORIAL);
        long id = proposals.propose(grant, grants.scopeOf(COUNTY));
        for (long person : new long[] {COUNTY.id(), SOMEBODY}) {
            assertThatThrownBy(() -> tree.jdbc
                            .sql(
                                    "update organisation.proposal set outcome = 'CONFIRMED', decided_by = ?, decided_at = now() where id = ?")
                            .params(person, id)
                            .update())
                    .hasMessageContaining("proposal_second_person");
        }
    }

    @Test
    void whatIsRefusedOrTakenBackGivesNothingAndMayBeProposedAgain() {
        NewGrant grant = new NewGrant(SOMEBODY, Role.CLERK, tree.id("t1"), Line.TERRITORIAL);
        long first = proposals.propose(grant, grants.scopeOf(PROPOSER));
        proposals.refuse(first, "不在这个镇工作", grants.scopeOf(COUNTY));
        assertThat(proposals.one(first, grants.scopeOf(PROPOSER)).outcome().reason())
                .isEqualTo("不在这个镇工作");
        long second = proposals.propose(grant, grants.scopeOf(PROPOSER));
        assertThatThrownBy(() -> proposals.withdraw(second, grants.scopeOf(COUNTY)))
                .satisfies(says("organisation.proposal.other"));
        proposals.withdraw(second, grants.scopeOf(PROPOSER));
        assertThat(proposals.waiting(grants.scopeOf(NATION), null, 10).rows()).isEmpty();
        assertThat(grants.scopeOf(new Actor(SOMEBODY, "somebody")).grants()).isEmpty();
    }

    @Test
    void aProposalThatCouldNotStandIsRefusedAtOnce() {
        NewGrant apart = new NewGrant(COUNTY.id(), Role.CLERK, tree.id("t1"), Line.TERRITORIAL);
        assertThatThrownBy(() -> proposals.propose(apart, grants.scopeOf(PROPOSER)))
                .satisfies(says("organisation.grant.apart"));
        NewGrant far = new NewGrant(SOMEBODY, Role.CLERK, tree.id("t3"), Line.TERRITORIAL);
        assertThatThrownBy(() -> proposals.propose(far, grants.scopeOf(COUNTY))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> proposals.propose(apart, tree.scope()))
                .satisfies(says("organisation.proposal.powers"));
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
        assertThat(seen).hasSize(5);
        Set<Long> endable = grants.endable(seen, county);
        for (Grants.Held held : seen) {
            if (endable.contains(held.id())) {
                assertThatCode(() -> grants.revoke(held.id(), county)).doesNotThrowAnyException();
            } else {
                assertThatThrownBy(() -> grants.revoke(held.id(), county)).isInstanceOf(Refusal.class);
            }
        }
        assertThat(endable).hasSize(3);
    }

    @Test
    void anAccountIsAnsweredForByTheSameRule() {
        give(SCHOOLS, "e11", Line.INDUSTRY);
        assertThat(grants.answersFor(ACCOUNTS, SOMEBODY)).isFalse();
        assertThat(grants.answersFor(ACCOUNTS_ABOVE, SOMEBODY)).isTrue();
        assertThat(grants.answersFor(NATION, SOMEBODY)).isFalse();
    }

    @Test
    void nobodyAnswersForAnotherAdministratorSoThatNoneCanSignInAsOne() {
        assertThat(grants.answersFor(ACCOUNTS_ABOVE, COUNTY.id())).isFalse();
        assertThat(grants.answersFor(ACCOUNTS_ABOVE, ACCOUNTS.id())).isFalse();
        assertThat(grants.answersFor(COUNTY, ACCOUNTS.id())).isFalse();
        assertThat(grants.answersFor(ACCOUNTS, ACCOUNTS.id())).isTrue();
    }

    @Test
    void whatStandsApartIsHeldByNoOneAccount() {
        for (Role first : Role.values()) {
            for (Role second : Role.values()) {
                stand(first, second);
            }
        }
    }

    private void stand(Role first, Role second) {
        Actor one = new Actor(100 + first.ordinal() * 10L + second.ordinal(), "one");
        hold(one, first, "t1");
        if (first.goesWith(second)) {
            hold(one, second, "c1");
            assertThat(grants.of(one)).hasSize(2);
        } else {
            assertThatThrownBy(() -> hold(one, second, "c1")).satisfies(says("organisation.grant.apart"));
            assertThatThrownBy(() -> insert(one, second)).hasMessageContaining("grant_apart");
            grants.revoke(grants.of(one).get(0).id(), grants.scopeOf(NATION));
            hold(one, second, "c1");
        }
    }

    /** Past the rule, as whoever has the database could: the constraint alone is left. */
    private void insert(Actor actor, Role role) {
        tree.jdbc
                .sql("""
                        insert into organisation.grant_ (account, role, unit, line, since)
                        values (:account, :role, :unit, 'TERRITORIAL', now())
                        """)
                .param("account", actor.id())
                .param("role", role.name())
                .param("unit", tree.id("t2").value())
                .update();
    }

    @Test
    void theThreeAndThoseWhoWorkAreAllThereIs() {
        assertThat(Stream.of(Role.values()).filter(r -> r.who() != AccessRule.Who.STAFF))
                .containsExactly(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN);
        assertThat(grants.callsAs(ACCOUNTS)).containsExactly(AccessRule.Who.SYSTEM);
        assertThat(grants.callsAs(COUNTY)).containsExactly(AccessRule.Who.SECURITY);
        assertThat(grants.callsAs(new Actor(SOMEBODY, "somebody"))).isEmpty();
    }

    private void give(Actor by, String unit, Line line) {
        NewGrant grant = new NewGrant(SOMEBODY, Role.READER, tree.id(unit), line);
        long id = proposals.propose(grant, grants.scopeOf(PROPOSER));
        proposals.confirm(id, grants.scopeOf(by));
    }

    private void administrator(Actor actor, String unit, Line line) {
        grants.grantBySystem(new NewGrant(actor.id(), Role.SECURITY_ADMIN, tree.id(unit), line));
    }

    private void hold(Actor actor, Role role, String unit) {
        grants.grantBySystem(new NewGrant(actor.id(), role, tree.id(unit), Line.TERRITORIAL));
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
