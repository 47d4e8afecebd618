package org.luodi.organisation;

import java.util.List;

/** A change of the tree that somebody asks for; versions are those the person saw. */
public sealed interface TreeChange {

    /**
     * A unit to be made.
     *
     * @param unitClass empty: taken from the level
     * @param industrySuperior superior on the industry line, or null
     * @param headsLine whether it is the head of an industry line
     */
    record NewUnit(
            String code,
            String name,
            String unitClass,
            String level,
            UnitId superior,
            UnitId industrySuperior,
            boolean headsLine) {}

    /** A new unit below its superior. */
    record Add(NewUnit unit) implements TreeChange {}

    /** Another name. */
    record Rename(UnitId unit, int version, String name) implements TreeChange {}

    /** Another superior on a line; null on the industry line leaves the line. */
    record Move(UnitId unit, int version, Line line, UnitId superior) implements TreeChange {}

    /** The unit ends; what lies below it and with it goes to the other. */
    record Merge(UnitId unit, int version, UnitId into) implements TreeChange {}

    /** New units beside the unit take some of its children; the unit itself stays with the rest. */
    record Split(UnitId unit, int version, List<Part> parts) implements TreeChange {}

    /** One new unit of a split with the children it takes. Its superiors are those of the unit that is split. */
    record Part(String code, String name, List<UnitId> children) {}

    /** The unit ends; its open matters go to {@code handTo}, which may be null where there are none. */
    record Close(UnitId unit, int version, UnitId handTo) implements TreeChange {}

    /**
     * What a change of the tree touches.
     *
     * @param units open units in the subtree, the unit itself included
     * @param posts current answerable posts in the subtree
     * @param openMatters open matters in the subtree
     * @param handedOver open matters that go to another unit
     * @param positions units whose position changes
     */
    record Impact(long units, long posts, long openMatters, long handedOver, long positions) {}
}
