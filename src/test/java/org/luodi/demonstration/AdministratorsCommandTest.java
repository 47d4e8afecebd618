package org.luodi.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Grants.NewGrant;
import org.luodi.organisation.Line;
import org.luodi.organisation.Role;
import org.luodi.organisation.Units;
import org.luodi.platform.identity.Account;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.identity.Actor;
import org.luodi.world.WholeApplication;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** From the command line the first administrator of each kind comes in, and nobody after him. */
@WholeApplication
@Transactional
class AdministratorsCommandTest {

    private static final int REFUSED = 1;
    private static final int MISUSED = 2;

    @Autowired
    AdministratorsCommand command;

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    @Autowired
    Units units;

    @Autowired
    JdbcClient jdbc;

    /** Undone with the test. */
    @BeforeEach
    void nobodyIsThere() {
        jdbc.sql("update organisation.grant_ set until = now() where until is null")
                .update();
    }

    @Test
    void theFirstOfAKindIsLetInAndNoSecond() {
        assertThat(command.run(List.of("security", "first-security"))).isZero();
        Account first = accounts.byLogin("first-security").orElseThrow();
        assertThat(grants.of(first.actor())).extracting(Grants.Held::role).containsExactly(Role.SECURITY_ADMIN);
        assertThat(command.run(List.of("security", "second-security"))).isEqualTo(REFUSED);
        assertThat(accounts.byLogin("second-security")).isEmpty();
        assertThat(command.run(List.of("audit", "first-security"))).isEqualTo(REFUSED);
        assertThat(command.run(List.of("audit", "first-audit"))).isZero();
        assertThat(command.run(List.of("clerk", "somebody"))).isEqualTo(MISUSED);
    }

    @Test
    void whoeverHoldsTheRoleGetsAnotherPasswordAndWhoeverWorksKeepsHis() {
        assertThat(command.run(List.of("system", "first-system"))).isZero();
        String before = password("first-system");
        assertThat(command.run(List.of("system", "first-system"))).isZero();
        assertThat(password("first-system")).isNotEqualTo(before);
        Account clerk = accounts.create("at-work", "张三", "a long password", Actor.SYSTEM);
        var nation = units.byCode("0").orElseThrow().id();
        grants.grantBySystem(new NewGrant(clerk.id(), Role.CLERK, nation, Line.TERRITORIAL));
        String kept = password("at-work");
        assertThat(command.run(List.of("audit", "at-work"))).isEqualTo(REFUSED);
        assertThat(password("at-work")).isEqualTo(kept);
    }

    private String password(String login) {
        return jdbc.sql("select password from platform.account where login = :login")
                .param("login", login)
                .query(String.class)
                .single();
    }
}
