package org.luodi.organisation;

/**
 * A role on the subtree of a unit, along one line.
 *
 * @param interval positions of the subtree on that line, as of the scope's tree version
 */
public record Grant(Role role, UnitId unit, Line line, Interval interval) {

    /** Whether its subtree holds the position. */
    public boolean covers(Position at) {
        return line == Line.TERRITORIAL
                ? interval.holds(at.territorial())
                : at.industry() != null && interval.holds(at.industry());
    }
}
