package org.luodi.organisation;

import java.util.stream.Stream;

/** Something that has units of its own to add to the first load, such as a demonstration. */
public interface MoreUnits {

    /** The rows as they come, and more after them; superiors come before their subordinates. */
    Stream<UnitRow> around(Stream<UnitRow> rows);

    /** Whether somebody holds the answerable post of this unit from the first day; the posts themselves follow. */
    boolean holdsPost(int unit);
}
