package org.luodi.evaluations;

import org.luodi.organisation.Line;
import org.luodi.organisation.PositionCopies;
import org.springframework.stereotype.Component;

/** Who sees an asking that has ended follows the tree. */
@Component
class EvaluationPositions implements PositionCopies {

    private final AskingStore store;

    EvaluationPositions(AskingStore store) {
        this.store = store;
    }

    @Override
    public void reposition(Line line, int[] units, Long[] positions) {
        store.reposition(line, units, positions);
    }
}
