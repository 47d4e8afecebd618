package org.luodi.organisation;

import java.time.LocalDate;

/**
 * A unit of the organisation.
 *
 * @param unitClass village, town, organ, school … (mechanisms, unit classes)
 * @param level nation, province, city, county, town, village, other: data, never a rule
 * @param superior territorial superior, null for the root
 * @param industrySuperior superior on the industry line, or null
 * @param at where it stands
 * @param territorial positions of its territorial subtree
 * @param industry positions of its industry subtree; null where it is not on that line
 * @param gaps why nobody answers for it, empty when somebody does (mechanisms 5)
 */
public record Unit(
        UnitId id,
        String code,
        String name,
        String unitClass,
        String level,
        UnitId superior,
        UnitId industrySuperior,
        Position at,
        Interval territorial,
        Interval industry,
        LocalDate openedOn,
        LocalDate closedOn,
        int gaps,
        int version) {

    public boolean isClosed() {
        return closedOn != null;
    }

    /** Whether an industry line begins with it. */
    public boolean headsLine() {
        return industry != null && industrySuperior == null;
    }

    /** Its superior on a line, or null. */
    public UnitId superior(Line line) {
        return line == Line.TERRITORIAL ? superior : industrySuperior;
    }

    /** Its subtree's positions on a line; null where it is not on it. */
    public Interval interval(Line line) {
        return line == Line.TERRITORIAL ? territorial : industry;
    }
}
