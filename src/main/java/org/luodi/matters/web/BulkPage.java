package org.luodi.matters.web;

import java.util.List;
import org.luodi.matters.Matters;
import org.luodi.matters.Verb;

/** What one move would do to many matters. */
public record BulkPage(Verb verb, List<Row> rows, MovePage form) {

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

    /** How many it can be made for. */
    public long allowed() {
        return rows.stream().filter(Row::allowed).count();
    }
}
