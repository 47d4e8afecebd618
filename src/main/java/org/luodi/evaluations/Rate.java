package org.luodi.evaluations;

import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/**
 * A share with what it stands on. Where too few answered there is none, and neither numerator nor denominator.
 *
 * @param yes the numerator
 * @param of the denominator
 * @param low lower bound of the 95 % interval, in per mille; null where too few answered
 * @param high upper bound, likewise
 */
public record Rate(long yes, long of, Integer low, Integer high) {

    private static final double LEVEL = 0.95;

    private static final Rate NONE = new Rate(0, 0, null, null);

    /** With the Wilson score interval; nothing at all where fewer than the minimum stand behind it, for few tell on each other. */
    static Rate of(long yes, long of, int minimum) {
        if (of < minimum || of == 0) {
            return NONE;
        }
        ConfidenceInterval interval = new WilsonScoreInterval()
                .createInterval((int) Math.min(of, Integer.MAX_VALUE), (int) Math.min(yes, Integer.MAX_VALUE), LEVEL);
        return new Rate(yes, of, mille(interval.getLowerBound()), mille(interval.getUpperBound()));
    }

    /** Whether there is a rate to show. */
    public boolean isShown() {
        return low != null;
    }

    /** In per mille. */
    public int mille() {
        return mille((double) yes / of);
    }

    private static int mille(double share) {
        return (int) Math.round(Math.max(0, Math.min(1, share)) * 1000);
    }
}
