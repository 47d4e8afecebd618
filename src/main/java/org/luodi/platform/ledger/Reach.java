package org.luodi.platform.ledger;

import java.util.List;

/**
 * The units an entry counts for: the unit itself and its superiors of that day, along both lines, root first.
 * It is written down with the entry, so that the past is reported with the tree of its day.
 *
 * @param territorial unit numbers from the root down to the unit
 * @param industry the same along the industry line; empty where the unit has none
 */
public record Reach(List<Integer> territorial, List<Integer> industry) {

    public static final Reach NONE = new Reach(List.of(), List.of());

    public Reach {
        territorial = List.copyOf(territorial);
        industry = List.copyOf(industry);
    }
}
