package org.luodi.relays;

import org.luodi.organisation.Line;
import org.luodi.organisation.PositionCopies;
import org.springframework.stereotype.Component;

/** The ends of packages follow the tree: they decide who sees them. */
@Component
class RelayPositions implements PositionCopies {

    private final RelayStore store;

    RelayPositions(RelayStore store) {
        this.store = store;
    }

    @Override
    public void reposition(Line line, int[] units, Long[] positions) {
        store.reposition(line, units, positions);
    }
}
