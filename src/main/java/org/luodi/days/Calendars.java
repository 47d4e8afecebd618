package org.luodi.days;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.luodi.matters.Stage;
import org.luodi.matters.Waiting;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Scope;
import org.luodi.platform.NotFound;
import org.luodi.platform.identity.Account;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.ledger.Change;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Reach;
import org.luodi.platform.ledger.Subject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The due days of one's own units as a calendar that other programs read, by a key that is shown once. */
@Component
public class Calendars {

    private static final int EVENTS = 500;
    private static final int BACK = 90;
    private static final int AHEAD = 400;

    private final CalendarStore store;
    private final People people;
    private final Waiting waiting;
    private final Ledger ledger;
    private final Clock clock;

    Calendars(CalendarStore store, People people, Waiting waiting, Ledger ledger, Clock clock) {
        this.store = store;
        this.people = people;
        this.waiting = waiting;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Who asks, and what he may see at that moment. */
    @Component
    record People(Accounts accounts, Grants grants) {}

    /** Since when a key works, if one does. */
    @Transactional(readOnly = true)
    public Optional<Instant> since(Actor actor) {
        return store.since(actor.id());
    }

    /** Makes a new key; an older one works no more. It is returned this once and kept nowhere. */
    @Transactional
    public String create(Actor actor) {
        store.revoke(actor.id(), clock.instant());
        String key = Secrets.draw();
        store.insert(actor.id(), Secrets.digest(key), clock.instant());
        note(actor, "calendar-created");
        return key;
    }

    /** Ends the key. */
    @Transactional
    public void revoke(Actor actor) {
        if (!store.revoke(actor.id(), clock.instant())) {
            throw new NotFound("calendar", actor.id());
        }
        note(actor, "calendar-revoked");
    }

    /** Whose key this is, if it works. */
    @Transactional(readOnly = true)
    public Optional<Actor> holder(String key) {
        return account(key).map(Account::actor);
    }

    /** What is due at the units of the key's account, with the scope of this moment; NotFound where the key does not work. */
    @Transactional(readOnly = true)
    public List<Waiting.Found> due(String key) {
        Account account = account(key).orElseThrow(() -> new NotFound("calendar", "key"));
        Scope scope = people.grants().scopeOf(account.actor());
        LocalDate today = LocalDate.now(clock);
        Set<Stage> stages =
                Set.of(Stage.PLACED, Stage.ACTING, Stage.SETTLED, Stage.CONFIRMED, Stage.RETURNED, Stage.RELAPSED);
        return waiting.list(
                new Waiting.Wanted(
                        Waiting.Where.OWN, Waiting.WORKING, stages, today.minusDays(BACK), today.plusDays(AHEAD)),
                scope,
                EVENTS);
    }

    private Optional<Account> account(String key) {
        return store.account(Secrets.digest(key == null ? "" : key))
                .flatMap(people.accounts()::find)
                .filter(a -> !a.disabled());
    }

    private void note(Actor actor, String verb) {
        ledger.append(new Change(
                clock.instant(), actor, null, new Subject("account", actor.id()), verb, Map.of(), Reach.NONE));
    }
}
