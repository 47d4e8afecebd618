package org.luodi.matters;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.luodi.organisation.Interval;
import org.luodi.organisation.Line;
import org.luodi.organisation.Placement;
import org.luodi.organisation.PositionCopies;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.UnitObligations;
import org.luodi.organisation.Units;
import org.luodi.platform.ledger.Change;
import org.luodi.platform.ledger.Ledger;
import org.springframework.stereotype.Component;

/**
 * What ties matters to units: their positions follow the tree, and open matters never lie with a unit that has ended; they
 * go to another, whatever their stage.
 */
@Component
class Obligations implements UnitObligations, PositionCopies {

    private final MatterStore store;
    private final ObligationStore obligations;
    private final TaskStore tasks;
    private final Units units;
    private final List<Matter.Copies> copies;
    private final Ledger ledger;

    Obligations(
            Matters.Stores stores,
            ObligationStore obligations,
            Units units,
            List<Matter.Copies> copies,
            Ledger ledger) {
        this.copies = copies;
        this.store = stores.matters();
        this.tasks = stores.tasks();
        this.obligations = obligations;
        this.units = units;
        this.ledger = ledger;
    }

    @Override
    public void reposition(Line line, int[] units, Long[] positions) {
        obligations.reposition(line, units, positions);
        tasks.reposition(line, units, positions);
    }

    @Override
    public long openAt(UnitId unit) {
        return obligations.countOpenAt(unit);
    }

    @Override
    public long openIn(Interval subtree, Line line) {
        return obligations.countOpenIn(subtree, line);
    }

    @Override
    public void handOver(UnitId from, UnitId to, Scope by, Instant at) {
        Placement placement = units.place(to);
        Acting acting = new Acting(by, at);
        tasks.handOver(from, placement);
        List<Change> entries = new ArrayList<>();
        List<Matter> moved = new ArrayList<>();
        for (Matter old : obligations.openAt(from)) {
            Matter now = Revision.of(old).place(placement).by(acting);
            entries.add(handedOver(old, now, placement, acting));
            moved.add(now);
        }
        copies.forEach(c -> c.follow(moved));
        for (Matter old : obligations.shownAt(from)) {
            Matter now = Revision.of(old).traits(old.traits().shownAt(to)).by(acting);
            entries.add(handedOver(old, now, units.place(old.unit()), acting));
        }
        ledger.append(entries);
    }

    private Change handedOver(Matter old, Matter now, Placement placement, Acting acting) {
        if (!store.update(old, now)) {
            throw new IllegalStateException("moved under the lock of the tree: " + old.id());
        }
        return acting.entry(Verb.HAND_OVER, old, now, placement);
    }
}
