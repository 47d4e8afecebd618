package org.luodi.promises;

import org.luodi.organisation.Line;
import org.luodi.organisation.PositionCopies;
import org.springframework.stereotype.Component;

/** What is published follows the tree: the page of a unit shows what stands below it today. */
@Component
class PromisePositions implements PositionCopies {

    private final PromiseStore store;

    PromisePositions(PromiseStore store) {
        this.store = store;
    }

    @Override
    public void reposition(Line line, int[] units, Long[] positions) {
        store.reposition(line, units, positions);
    }
}
