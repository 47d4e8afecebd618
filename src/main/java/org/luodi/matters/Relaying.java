package org.luodi.matters;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luodi.organisation.Placement;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.ledger.Ledger;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Open matters on their way from one who answers to the next (mechanisms 27-29). */
@Component
public class Relaying {

    private static final int PORTION = 10_000;

    private final MatterStore store;
    private final OpenStore relays;
    private final DetailStore details;
    private final Gathering gathering;
    private final Units units;
    private final List<Matter.Copies> copies;
    private final Ledger ledger;
    private final Clock clock;

    Relaying(
            Matters.Stores stores,
            OpenStore relays,
            Gathering gathering,
            Units units,
            List<Matter.Copies> copies,
            Ledger ledger,
            Clock clock) {
        this.copies = copies;
        this.store = stores.matters();
        this.details = stores.details();
        this.relays = relays;
        this.gathering = gathering;
        this.units = units;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Where a matter goes.
     *
     * @param batch key of the batch it goes into, or null where it stays
     */
    public record Goal(UnitId unit, Integer batch) {}

    /** A matter, held until the caller's transaction ends; empty where it has ended. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Matter> hold(MatterId id) {
        units.hold();
        return store.hold(id)
                .filter(m -> MatterMoves.find(m.stage(), Verb.RELAY).isPresent());
    }

    /** Gives a matter that is held to whoever accepted it, in the caller's transaction; the ledger says so. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Matter relay(Matter old, Goal goal, Scope scope) {
        gathering.hindered(old, Verb.RELAY).ifPresent(refusal -> {
            throw refusal;
        });
        Placement placement = units.place(goal.unit());
        Acting acting = new Acting(scope, clock.instant());
        Matter now = Revision.of(old)
                .place(placement)
                .batch(goal.batch() == null ? old.batch() : goal.batch())
                .by(acting);
        store.update(old, now);
        copies.forEach(c -> c.follow(List.of(now)));
        ledger.append(acting.past(Verb.RELAY, old, now, placement));
        return now;
    }

    /** Open matters of a unit but for some, the most urgent first; of one batch only where it is named. */
    @Transactional(readOnly = true)
    public List<Matters.Told> open(UnitId unit, Integer batch, List<MatterId> except, int limit) {
        return told(relays.open(unit, batch, except, limit));
    }

    /** Matters the caller has been shown otherwise, in the order of their numbers. */
    @Transactional(readOnly = true)
    public List<Matters.Told> all(List<MatterId> ids) {
        return told(store.all(ids));
    }

    /** Units that have open matters of a batch, in the order of their numbers. */
    @Transactional(readOnly = true)
    public List<UnitId> unitsWithOpen(int batch, UnitId after, int limit) {
        return relays.unitsWithOpen(batch, after, limit);
    }

    /** Open matters of batches that have ended in which nothing was done since a moment, the oldest first (mechanisms 29). */
    @Transactional(readOnly = true)
    public List<Matters.Told> quiet(List<Integer> batches, Instant since, Scope scope, int limit) {
        return batches.isEmpty()
                ? List.of()
                : told(relays.quiet(batches, since, scope.condition("position", "industry_position"), limit));
    }

    /**
     * Looks at the next matters after a number, and marks those of batches that have ended in which nothing was done since a
     * moment, for {@link #quiet}; returns the last it looked at, empty at the end. Says nothing that the ledger does not know.
     */
    @Transactional
    public Optional<Long> lieStill(long after, List<Integer> batches, Instant since) {
        Optional<Long> last = relays.portion(after, PORTION);
        last.ifPresent(l -> relays.lieStill(after, l, batches, since));
        return last;
    }

    private List<Matters.Told> told(List<Matter> rows) {
        Map<MatterId, Detail> words = details.all(rows.stream().map(Matter::id).toList());
        return rows.stream().map(m -> new Matters.Told(m, words.get(m.id()))).toList();
    }
}
