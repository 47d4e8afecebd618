package org.luodi.matters.web;

import java.util.List;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.Verb;

/**
 * What one move would do to many matters.
 *
 * @param gone those that the person does not see any more
 * @param form what the move needs; null where none of them is in sight
 */
public record BulkPage(Verb verb, List<Row> rows, List<MatterId> gone, MovePage form) {

    /**
     * One of them.
     *
     * @param choice null where the stage does not allow the move
     */
    public record Row(Matters.Told told, Matters.Choice choice) {

        public boolean allowed() {
            return choice != null && choice.refusal() == null;
        }
    }

    /** How many it cannot be made for. */
    public long refused() {
        return rows.size() + gone.size() - allowed();
    }

    /** How many it can be made for. */
    public long allowed() {
        return rows.stream().filter(Row::allowed).count();
    }
}
