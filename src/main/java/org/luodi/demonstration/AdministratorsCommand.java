package org.luodi.demonstration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Line;
import org.luodi.organisation.Role;
import org.luodi.platform.Refusal;
import org.luodi.platform.identity.Account;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.server.Command;
import org.springframework.stereotype.Component;

/**
 * {@code luodi administrators <system|security|audit> <account>}: lets the first of each kind in, where nobody holds the role; gives
 * whoever holds it another password. Everything else takes two people at the pages.
 */
@Component
class AdministratorsCommand implements Command {

    private static final Map<String, Role> KINDS =
            Map.of("system", Role.SYSTEM_ADMIN, "security", Role.SECURITY_ADMIN, "audit", Role.AUDIT_ADMIN);
    private static final int REFUSED = 1;
    private static final int MISUSED = 2;

    private final Demonstration.People people;
    private final Places places;

    AdministratorsCommand(Demonstration.People people, Places places) {
        this.people = people;
        this.places = places;
    }

    @Override
    public String name() {
        return "administrators";
    }

    @Override
    public String summary() {
        return places.text("demonstration.appoint.summary");
    }

    @Override
    public int run(List<String> args) {
        Role role = args.size() == 2 ? KINDS.get(args.get(0)) : null;
        if (role == null) {
            System.out.println(summary());
            return MISUSED;
        }
        String login = args.get(1);
        Optional<Account> account = people.accounts().byLogin(login);
        List<Account> holders = holders(role);
        boolean held = account.isPresent()
                && holders.stream().anyMatch(h -> h.id() == account.get().id());
        if (!held && !holders.isEmpty()) {
            System.out.println(places.text("demonstration.appoint.held"));
            return REFUSED;
        }
        try {
            String password = enter(role, login, account, held);
            System.out.println(places.text("demonstration.administrator", login, password));
            System.out.println(places.text("demonstration.administrator.once"));
            return 0;
        } catch (Refusal refusal) {
            System.out.println(places.text(refusal.key(), refusal.args()));
            return REFUSED;
        }
    }

    /** Those at the top of the tree who could sign in. */
    private List<Account> holders(Role role) {
        return people.grants().holders(role, places.byCode("0").id()).stream()
                .flatMap(id -> people.accounts().find(id).stream())
                .filter(account -> !account.disabled())
                .toList();
    }

    /** The role before the password: where the one is refused, the other stays. */
    private String enter(Role role, String login, Optional<Account> known, boolean held) {
        String password = Demonstration.password();
        Account account = known.orElseGet(() ->
                people.accounts().create(login, places.chinese("organisation.role." + role), password, Actor.SYSTEM));
        if (!held) {
            people.grants()
                    .grantBySystem(new Grants.NewGrant(
                            account.id(), role, places.byCode("0").id(), Line.TERRITORIAL));
        }
        if (known.isPresent()) {
            people.accounts().resetPassword(account.id(), password, Actor.SYSTEM);
        }
        return password;
    }
}
