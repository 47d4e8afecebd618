package org.luodi.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.luodi.organisation.Grants.NewGrant;
import org.luodi.platform.identity.Account;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.server.StartRefusal;
import org.luodi.world.WholeApplication;
import org.springframework.beans.factory.annotation.Autowired;

@WholeApplication
class SecondStepRolesTest {

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    @Autowired
    Units units;

    @Test
    void theSettingAsksItOfWhoeverHoldsTheRole() {
        Account caller = person("second-caller", Role.CALLER);
        Account clerk = person("second-clerk", Role.CLERK);
        SecondStepRoles roles = new SecondStepRoles(grants, " security-admin, Caller ");

        assertThat(roles.requiredOf(caller.id())).isTrue();
        assertThat(roles.requiredOf(clerk.id())).isFalse();
        assertThat(new SecondStepRoles(grants, "").requiredOf(caller.id())).isFalse();
    }

    @Test
    void aRoleThatThereIsNotStopsTheStart() {
        assertThatThrownBy(() -> SecondStepRoles.read("security-admin,boss"))
                .isInstanceOf(StartRefusal.class)
                .hasMessageContaining("boss");
    }

    @Test
    void theUnitsOfAnAccountAreNoPassword() {
        Account clerk = person("second-words", Role.CLERK);
        List<String> words = new UnitWords(grants).words(clerk.id());

        assertThat(words).containsExactly(units.byCode("0").orElseThrow().name());
    }

    private Account person(String login, Role role) {
        Account account = accounts.create(login, "张三", "four windows and a kettle", Actor.SYSTEM);
        UnitId root = units.byCode("0").orElseThrow().id();
        grants.grantBySystem(new NewGrant(account.id(), role, root, Line.TERRITORIAL));
        return account;
    }
}
