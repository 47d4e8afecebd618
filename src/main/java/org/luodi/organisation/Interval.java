package org.luodi.organisation;

/** The positions of a subtree: from (its own, inclusive) to (exclusive). */
public record Interval(long from, long to) {

    /**
     * That a column of positions lies inside, as SQL. The bounds are numbers and not parameters: the best plan for a nation is
     * the worst for a village, so the planner must see them each time.
     *
     * @param column a constant of the asking store
     */
    public String condition(String column) {
        return "%1$s >= %2$d and %1$s < %3$d".formatted(column, from, to);
    }

    public boolean holds(long position) {
        return from <= position && position < to;
    }
}
