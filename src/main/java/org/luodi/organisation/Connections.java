package org.luodi.organisation;

import java.time.Clock;
import java.util.Map;
import org.luodi.platform.identity.Account;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.identity.PersonalFile;
import org.luodi.platform.identity.PersonalPart;
import org.luodi.platform.ledger.Change;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Subject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which login of the database is whose: it then sees the rows that the person sees at the pages (docs/decisions/122). With the roles it is
 * what is kept here of an account.
 */
@Component
class Connections implements PersonalPart {

    private final ConnectionStore store;
    private final GrantStore roles;
    private final Grants grants;
    private final Ledger ledger;
    private final Clock clock;

    Connections(ConnectionStore store, GrantStore roles, Grants grants, Ledger ledger, Clock clock) {
        this.store = store;
        this.roles = roles;
        this.grants = grants;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** From now on the login is this person's; not that of an account that is erased, or is being erased in the same instant. */
    @Transactional
    void give(String login, Account account) {
        grants.mustStay(account.id());
        store.put(login, account.id(), clock.instant());
        note(account, "connection-given");
    }

    /** The login sees nothing any more. */
    @Transactional
    boolean end(String login, Account account) {
        boolean ended = store.end(login);
        if (ended) {
            note(account, "connection-ended");
        }
        return ended;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public void tell(long account, PersonalFile file) {
        file.section("roles", roles.ever(account)::forEach);
        file.section("proposedRoles", roles.proposed(account)::forEach);
        file.section("databaseLogins", store.of(account)::forEach);
    }

    /** Who held which role when is a record of the office: it stays, under the number. */
    @Override
    public void erase(long account) {
        store.endOf(account);
    }

    private void note(Account account, String verb) {
        ledger.append(new Change(
                clock.instant(),
                Actor.SYSTEM,
                null,
                new Subject("account", account.id()),
                verb,
                Map.of(),
                grants.seat(account.id()).map(seat -> seat.reach()).orElse(org.luodi.platform.ledger.Reach.NONE)));
    }
}
