package org.luodi.story;

import org.luodi.organisation.Grants;
import org.luodi.organisation.Line;
import org.luodi.organisation.Role;
import org.luodi.organisation.TreeChange;
import org.luodi.organisation.TreeChanges;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.identity.Account;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.identity.Actor;

/** A county with a town and two villages below the nation, and somebody who works at the top, for stories that need no more. */
record Village(Units units, TreeChanges changes, Accounts accounts, Grants grants) {

    static final String LOGIN = "story-county";
    static final String SYSTEM = "story-system";
    static final String SECURITY = "story-security";
    static final String AUDIT = "story-audit";
    static final String PASSWORD = "一句自己记得住的话-2026";
    static final String COUNTY = "清水县";

    /** The county, made the first time it is asked for. */
    Unit county() {
        UnitId nation = units.byCode("0").orElseThrow().id();
        if (units.byCode("q").isEmpty()) {
            Account account = accounts.create(LOGIN, "县级办公室", PASSWORD, Actor.SYSTEM);
            for (Role role : new Role[] {Role.CLERK, Role.SECRETARY}) {
                grants.grantBySystem(new Grants.NewGrant(account.id(), role, nation, Line.TERRITORIAL));
            }
            administrator(SYSTEM, Role.SYSTEM_ADMIN, nation);
            administrator(SECURITY, Role.SECURITY_ADMIN, nation);
            administrator(AUDIT, Role.AUDIT_ADMIN, nation);
            UnitId county = add("q", COUNTY, "county", nation);
            UnitId town = add("q1", "青石镇", "town", county);
            add("q11", "上河村", "village", town);
            add("q12", "下河村", "village", town);
        }
        return units.byCode("q").orElseThrow();
    }

    private void administrator(String login, Role role, UnitId nation) {
        Account account = accounts.create(login, "管理员", PASSWORD, Actor.SYSTEM);
        grants.grantBySystem(new Grants.NewGrant(account.id(), role, nation, Line.TERRITORIAL));
    }

    private UnitId add(String code, String name, String level, UnitId superior) {
        Account account = accounts.byLogin(LOGIN).orElseThrow();
        var unit = new TreeChange.NewUnit(code, name, "", level, superior, null, false);
        return changes.make(new TreeChange.Add(unit), grants.scopeOf(account.actor()));
    }
}
