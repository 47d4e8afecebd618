package org.luodi.organisation.web;

import java.util.stream.Stream;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Line;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Units;
import org.luodi.platform.Refusal;
import org.luodi.platform.identity.Accounts;
import org.springframework.stereotype.Component;

/** Reads what was typed to give a role: for the page and for the API. */
@Component
class GrantForms {

    private final Units units;
    private final Accounts accounts;

    GrantForms(Units units, Accounts accounts) {
        this.units = units;
        this.accounts = accounts;
    }

    Grants.NewGrant read(GrantForm form, Scope scope) {
        String login = text(form.login());
        String code = text(form.unit());
        long account = accounts.byLogin(login)
                .orElseThrow(() -> Refusal.of("organisation.grant.account", login))
                .id();
        var unit = units.byCode(code)
                .filter(u -> scope.sees(u.at()))
                .orElseThrow(() -> Refusal.of("organisation.grant.unit", code));
        Role role = Stream.of(Role.values())
                .filter(r -> r.name().equals(form.role()))
                .findFirst()
                .orElseThrow(() -> Refusal.of("organisation.grant.role"));
        Line line = form.line() == null ? Line.TERRITORIAL : form.line().line();
        return new Grants.NewGrant(account, role, unit.id(), line);
    }

    private static String text(String typed) {
        return typed == null ? "" : typed.strip();
    }
}
