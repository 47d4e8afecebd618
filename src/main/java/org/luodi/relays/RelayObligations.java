package org.luodi.relays;

import java.time.Instant;
import java.util.Map;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Interval;
import org.luodi.organisation.Line;
import org.luodi.organisation.PositionCopies;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.UnitObligations;
import org.luodi.organisation.Units;
import org.springframework.stereotype.Component;

/**
 * What ties packages to units: their ends follow the tree, as they decide who sees them, and no package waits for a unit that
 * has ended.
 */
@Component
class RelayObligations implements UnitObligations, PositionCopies {

    private final RelayDutyStore store;
    private final Opening opening;
    private final Units units;

    RelayObligations(RelayDutyStore store, Opening opening, Units units) {
        this.store = store;
        this.opening = opening;
        this.units = units;
    }

    @Override
    public void reposition(Line line, int[] units, Long[] positions) {
        store.reposition(line, units, positions);
    }

    @Override
    public long openAt(UnitId unit) {
        return store.countWaiting(unit);
    }

    @Override
    public long openIn(Interval subtree, Line line) {
        return store.countWaiting(subtree, line);
    }

    @Override
    public void handOver(UnitId from, UnitId to, Scope by, Instant at) {
        Opening.Told told = new Opening.Told(by.actor(), at, units.place(to));
        for (Relay old : store.undecidedOf(from)) {
            UnitId receiver =
                    old.receiver().unit().equals(from) ? to : old.receiver().unit();
            UnitId giver = old.giver().unit().equals(from) ? to : old.giver().unit();
            store.replace(old.id(), from, told.unit());
            opening.append(
                    old.id(),
                    "handed-over",
                    Map.of("from", from.value(), "to", to.value(), "receiver", receiver.value()),
                    told);
            if (old.kind() == Relay.Kind.UNIT && giver.equals(receiver)) {
                endAll(old.id(), told);
            }
        }
    }

    /** Both ends have become one unit, which answers already. */
    private void endAll(long relay, Opening.Told told) {
        for (MatterId matter : store.offered(relay)) {
            opening.end(relay, End.gone(matter), told);
        }
    }
}
