package org.luodi.matters;

import java.time.LocalDate;
import java.util.List;
import org.luodi.organisation.Scope;

/**
 * A part of "my day": what waits for the person who looks. Any module that stands on matters offers its own as beans; what an
 * account does not see, or cannot do anything about, is not in it.
 */
public interface DaySection {

    /** Short and its own, as in an address: {@code overdue}. */
    String name();

    /** Lower numbers stand first; what hurts most comes first. */
    int order();

    /** Message key of the heading; the same key with {@code .order} says in which order the rows stand. */
    String title();

    /** The address of the whole list behind it; null where "my day" itself is to show it. */
    String all(Scope scope);

    /** The first rows. It must cost about the same for a village and for the nation: one range of an index, no counting. */
    List<DayRow> rows(Scope scope, LocalDate today, int limit);
}
