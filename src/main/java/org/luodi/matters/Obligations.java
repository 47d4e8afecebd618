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
    private final Units units;
    private final Ledger ledger;

    Obligations(MatterStore store, Units units, Ledger ledger) {
        this.store = store;
        this.units = units;
        this.ledger = ledger;
    }

    @Override
    public void reposition(Line line, int[] units, Long[] positions) {
        store.reposition(line, units, positions);
    }

    @Override
    public long openAt(UnitId unit) {
        return store.countOpenAt(unit);
    }

    @Override
    public long openIn(Interval subtree, Line line) {
        return store.countOpenIn(subtree, line);
    }

    @Override
    public void handOver(UnitId from, UnitId to, Scope by, Instant at) {
        List<Matter> matters = store.openAt(from);
        if (matters.isEmpty()) {
            return;
        }
        Placement placement = units.place(to);
        Acting acting = new Acting(by, at);
        List<Change> entries = new ArrayList<>(matters.size());
        for (Matter old : matters) {
            Matter now = handedOver(old, placement, acting);
            if (!store.update(old, now)) {
                throw new IllegalStateException("moved under the lock of the tree: " + old.id());
            }
            entries.add(acting.entry(Verb.HAND_OVER, old, now, placement));
        }
        ledger.append(entries);
    }

    private static Matter handedOver(Matter old, Placement to, Acting acting) {
        return new Matter(
                old.id(),
                old.number(),
                to.unit(),
                to.at(),
                old.stage(),
                old.category(),
                old.source(),
                old.batch(),
                old.raisedOn(),
                old.due(),
                old.reopened(),
                old.mergedInto(),
                old.version() + 1,
                acting.scope().actor().id(),
                acting.at());
    }
}
