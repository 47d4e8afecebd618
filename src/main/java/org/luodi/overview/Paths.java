package org.luodi.overview;

import java.util.List;

/** A unit and its superiors along each line, as the fold knows them; a line is empty where the unit is not on it. */
record Paths(List<Integer> territorial, List<Integer> industry) {

    static final Paths NONE = new Paths(List.of(), List.of());

    /** Takes a line (0 or 1) and a unit on it. */
    interface Visitor {
        void at(int line, int unit);
    }

    void each(Visitor visitor) {
        territorial.forEach(unit -> visitor.at(Deltas.TERRITORIAL, unit));
        industry.forEach(unit -> visitor.at(Deltas.INDUSTRY, unit));
    }
}
