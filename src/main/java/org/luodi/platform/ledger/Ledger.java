package org.luodi.platform.ledger;

import java.time.Instant;
import java.util.List;
import org.luodi.platform.Parameter;
import org.luodi.platform.Slice;
import org.luodi.platform.Writes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The ledger: every state change is appended here in the transaction that makes it (design.md, The spine). */
@Component
public class Ledger {

    private final LedgerStore store;

    Ledger(LedgerStore store) {
        this.store = store;
    }

    /** Appends one entry; fails where no transaction is open, for a change without its entry must not exist. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(Change change) {
        store.insert(List.of(change));
    }

    /** Appends one entry on the same way to the server as the change that it tells of. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(Change change, Writes together) {
        store.insert(change, together);
    }

    /** Appends many entries in one statement, in the order given. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(List<Change> changes) {
        if (!changes.isEmpty()) {
            store.insert(changes);
        }
    }

    /**
     * Entries after a place, in an order that skips nothing under concurrent commits: only transactions older than every
     * running one are shown.
     */
    @Transactional(readOnly = true)
    public List<Entry> after(Place place, int limit) {
        return store.after(place, limit, true);
    }

    /** Every entry this transaction's snapshot sees after a place, also those that a later commit may still precede. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Entry> seenAfter(Place place, int limit) {
        return store.after(place, limit, false);
    }

    /** The oldest running transaction's number: every entry below it is settled. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long firstRunning() {
        return store.firstRunning();
    }

    /** The history of one record, newest first, paged by key. */
    @Transactional(readOnly = true)
    public Slice<Entry> about(Subject subject, String cursor, int limit) {
        Long before = cursor == null ? null : Parameter.cursor(cursor);
        return Slice.of(
                store.about(subject, before, limit + 1),
                limit,
                e -> Long.toString(e.place().id()));
    }

    /** What an account did, newest first, paged by key. */
    @Transactional(readOnly = true)
    public Slice<Entry> by(long account, String cursor, int limit) {
        Long before = cursor == null ? null : Parameter.cursor(cursor);
        return Slice.of(
                store.by(account, before, limit + 1),
                limit,
                e -> Long.toString(e.place().id()));
    }

    /**
     * Which turns of matters are asked for.
     *
     * @param verbs some of {@code closed}, {@code returned}, {@code relapsed}
     * @param industry whether the unit's reach on the industry line counts, else on the territorial one
     * @param until not included
     */
    public record Turns(List<String> verbs, int unit, boolean industry, Instant from, Instant until) {}

    /** Turns of matters that counted for a unit when they were made, the newest first. */
    @Transactional(readOnly = true)
    public List<Entry> turns(Turns turns, int limit) {
        return store.turns(turns, limit);
    }
}
