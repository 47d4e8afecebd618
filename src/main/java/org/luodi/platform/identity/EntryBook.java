package org.luodi.platform.identity;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.luodi.platform.ledger.Change;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Reach;
import org.luodi.platform.ledger.Subject;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the ledger keeps of coming in: who, in which way, and what failed for which reason; never what was typed or from where. */
@Component
class EntryBook {

    /** Stands for a sign-in name that there is not. */
    static final long NOBODY = 0;

    private final AccountStore store;
    private final Ledger ledger;
    private final ObjectProvider<Powers> powers;
    private final Clock clock;

    EntryBook(AccountStore store, Ledger ledger, ObjectProvider<Powers> powers, Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.powers = powers;
        this.clock = clock;
    }

    /** Counts for the unit of the account's first role and those above, whose audit administrators read it. */
    @Transactional
    void failed(long account, String why) {
        Optional<Powers.Seat> seat =
                powers.stream().flatMap(p -> p.seat(account).stream()).findFirst();
        ledger.append(new Change(
                clock.instant(),
                Actor.SYSTEM,
                seat.map(Powers.Seat::unit).orElse(null),
                new Subject("account", account),
                "sign-in-failed",
                Map.of("why", why),
                seat.map(Powers.Seat::reach).orElse(Reach.NONE)));
    }

    /** Keeps the same password under a stronger hash. */
    @Transactional
    void rehashed(Account account, String hash) {
        store.rehash(account.id(), hash);
        note(account.actor(), account.id(), "password-rehashed", Map.of());
    }

    @Transactional
    void note(Actor by, long account, String verb, Map<String, ?> body) {
        ledger.append(new Change(clock.instant(), by, null, new Subject("account", account), verb, body, Reach.NONE));
    }
}
