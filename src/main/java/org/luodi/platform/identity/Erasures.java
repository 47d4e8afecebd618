package org.luodi.platform.identity;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes away who an account was, once nobody uses it any more; what stands on the ledger stays under its number. */
@Component
public class Erasures {

    private final PersonalStore store;
    private final Accounts accounts;
    private final EntryBook book;
    private final Clock clock;
    private final ObjectProvider<Powers> powers;
    private final List<PersonalPart> parts;

    Erasures(
            PersonalStore store,
            Accounts accounts,
            EntryBook book,
            Clock clock,
            ObjectProvider<Powers> powers,
            List<PersonalPart> parts) {
        this.store = store;
        this.accounts = accounts;
        this.book = book;
        this.clock = clock;
        this.powers = powers;
        this.parts = parts;
    }

    /** Why the account may not be erased, and what to do about it; empty where it may. */
    @Transactional(readOnly = true)
    public Optional<Refusal> hindrance(long id, Actor by) {
        Account account = accounts.find(id).orElseThrow(() -> new NotFound("account", id));
        if (account.erased()) {
            return Optional.of(Refusal.of("platform.erase.done"));
        }
        if (id == by.id()) {
            return Optional.of(Refusal.of("platform.erase.self"));
        }
        Optional<Refusal> held =
                powers.stream().flatMap(p -> p.hindersErasure(id).stream()).findFirst();
        return held.isPresent() || account.disabled() ? held : Optional.of(Refusal.of("platform.erase.enabled"));
    }

    /** Erases it for good. What hinders it is asked once the row is held: nothing can be given to the account from then on. */
    @Transactional
    public void erase(long id, Actor by) {
        store.hold(id);
        hindrance(id, by).ifPresent(refusal -> {
            throw refusal;
        });
        if (!store.erase(id, clock.instant())) {
            throw Refusal.conflict("platform.erase.changed");
        }
        parts.forEach(part -> part.erase(id));
        book.note(by, id, "erased", Map.of());
    }
}
