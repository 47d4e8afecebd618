package org.luodi.organisation;

/**
 * One line of a file of units.
 *
 * @param line where it stands in the file, as a person counts
 * @param superior code of the territorial superior; empty for a root
 * @param unitClass empty: taken from the level
 * @param industrySuperior code of the superior on the industry line; empty for none, its own code for the head of a line
 */
public record UnitRow(
        int line, String code, String name, String superior, String level, String unitClass, String industrySuperior) {

    /** A row of a file that knows the territorial line only. */
    public static UnitRow of(int line, String code, String name, String superior, String level) {
        return new UnitRow(line, code, name, superior, level, "", "");
    }
}
