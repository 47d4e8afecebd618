package org.luodi.matters;

import org.luodi.organisation.Line;
import org.luodi.organisation.PositionCopies;
import org.springframework.stereotype.Component;

/** Lets the positions on matters follow the tree. */
@Component
class Copies implements PositionCopies {

    private final MatterStore store;

    Copies(MatterStore store) {
        this.store = store;
    }

    @Override
    public void reposition(Line line, int[] units, Long[] positions) {
        store.reposition(line, units, positions);
    }
}
