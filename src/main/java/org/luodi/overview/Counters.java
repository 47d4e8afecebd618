package org.luodi.overview;

/**
 * The counters of one unit, from which every measure is read.
 *
 * @param counts one for each of {@link Counts#COLUMNS}
 * @param overdue open matters whose due day has passed
 * @param week open matters due today or within the seven days after
 */
public record Counters(long[] counts, long overdue, long week) {

    static final Counters NONE = new Counters(new long[Counts.SIZE], 0, 0);

    /** Matters in a stage. */
    public long stage(String stage) {
        return counts[Counts.column(stage)];
    }

    /** Open matters that were reopened at least once. */
    public long reopened() {
        return counts[Counts.REOPENED];
    }

    /** Matters in any stage that has not ended. */
    public long open() {
        long ended = stage("closed") + stage("excluded") + stage("merged");
        long all = 0;
        for (int i = 0; i < Counts.REOPENED; i++) {
            all += counts[i];
        }
        return all - ended;
    }
}
