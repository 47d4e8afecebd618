package org.luodi.matters;

import java.time.LocalDate;

/** A correction: the whole of what may be corrected, as it is to stand. */
public record Amendment(int category, int source, LocalDate raisedOn, LocalDate due, Detail detail) {

    /** Everything as it is. */
    public static Amendment none(Matters.Told told) {
        Matter m = told.matter();
        return new Amendment(m.category(), m.source(), m.raisedOn(), m.due(), told.detail());
    }
}
