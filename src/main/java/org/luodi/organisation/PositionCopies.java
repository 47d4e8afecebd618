package org.luodi.organisation;

/**
 * A module that keeps copies of positions on its rows. When units get new positions the copies follow in the same
 * transaction, for they decide who sees what; organisation calls, the copying module above implements.
 */
public interface PositionCopies {

    /**
     * Sets new positions on all rows of these units.
     *
     * @param units unit numbers
     * @param positions the new position of each on that line; null where the unit left the line
     */
    void reposition(Line line, int[] units, Long[] positions);
}
