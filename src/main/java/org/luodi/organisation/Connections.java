package org.luodi.organisation;

import java.time.Clock;
import java.util.Map;
import org.luodi.platform.identity.Account;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.ledger.Change;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Subject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which login of the database is whose: it then sees the rows that the person sees at the pages (docs/decisions/122). */
@Component
class Connections {

    private final ConnectionStore store;
    private final Grants grants;
    private final Ledger ledger;
    private final Clock clock;

    Connections(ConnectionStore store, Grants grants, Ledger ledger, Clock clock) {
        this.store = store;
        this.grants = grants;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** From now on the login is this person's. */
    @Transactional
    void give(String login, Account account) {
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
