package org.luodi.promises;

import java.util.List;
import org.luodi.matters.Matter;
import org.luodi.organisation.Line;
import org.luodi.organisation.PositionCopies;
import org.springframework.stereotype.Component;

/**
 * What is published follows the tree and the matter: the page of a unit shows what stands below it today, and who answers for the matter
 * releases and recalls.
 */
@Component
class PromisePositions implements PositionCopies, Matter.Copies {

    private final PromiseStore store;

    PromisePositions(PromiseStore store) {
        this.store = store;
    }

    @Override
    public void reposition(Line line, int[] units, Long[] positions) {
        store.reposition(line, units, positions);
    }

    @Override
    public void follow(List<Matter> moved) {
        store.follow(moved);
    }
}
