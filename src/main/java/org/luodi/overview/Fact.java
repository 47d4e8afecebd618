package org.luodi.overview;

import java.time.LocalDate;
import java.util.Set;

/**
 * What one matter counts as at one moment.
 *
 * @param unit the unit it lies with
 * @param due null where no day is set
 * @param times how often it was reopened so far
 * @param drive the drive it belongs to, or null
 */
record Fact(
        int unit, String stage, int category, int source, LocalDate raised, LocalDate due, int times, Integer drive) {

    private static final Set<String> ENDED = Set.of("closed", "excluded", "merged");

    boolean open() {
        return !ENDED.contains(stage);
    }

    boolean reopened() {
        return open() && times > 0;
    }
}
