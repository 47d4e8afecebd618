package org.luodi.world;

import java.util.List;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Line;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.Units;
import org.luodi.platform.identity.Account;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.identity.Actor;

/** A county of the shipped tree with two towns, and the people who work there. */
public class Place {

    static final String PASSWORD = "a long password";

    private static int count;

    private final Units units;
    private final Grants grants;
    private final Accounts accounts;

    public final Unit province;
    public final Unit city;
    public final Unit county;
    public final Unit neighbour;
    public final Unit town;
    public final Unit village;

    public Place(Units units, Grants grants, Accounts accounts) {
        this(units, grants, accounts, 2);
    }

    /** The same in another province, for what must not meet what other tests leave behind. */
    public Place(Units units, Grants grants, Accounts accounts, int which) {
        this.units = units;
        this.grants = grants;
        this.accounts = accounts;
        Unit nation = units.byCode("0").orElseThrow();
        Scope all = scope(account(Role.CLERK, nation));
        this.province = below(nation, all).get(which);
        this.city = below(province, all).get(1);
        this.county = below(city, all).get(1);
        this.neighbour = below(city, all).get(2);
        this.town = below(county, all).get(0);
        this.village = below(town, all).get(0);
    }

    /** A new account with one role on one subtree. */
    public Account account(Role role, Unit unit) {
        Account account = accounts.create("person" + ++count, "张三" + count, PASSWORD, Actor.SYSTEM);
        grants.grantBySystem(new Grants.NewGrant(account.id(), role, unit.id(), Line.TERRITORIAL));
        return account;
    }

    public Scope scope(Account account) {
        return grants.scopeOf(account.actor());
    }

    public Scope as(Role role, Unit unit) {
        return scope(account(role, unit));
    }

    private List<Unit> below(Unit unit, Scope scope) {
        return units.children(unit.id(), Line.TERRITORIAL, scope, null, 50).rows();
    }
}
