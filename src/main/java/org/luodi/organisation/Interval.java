package org.luodi.organisation;

/** The positions of a subtree: from (its own, inclusive) to (exclusive). */
public record Interval(long from, long to) {

    public boolean holds(long position) {
        return from <= position && position < to;
    }
}
