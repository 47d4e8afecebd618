package org.luodi.platform.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What happened to the first entry that does not fit, told from the entries that stand there now and the hashes that were sealed: both
 * begin where they first differ.
 */
final class Diagnosis {

    /** How far one looks ahead. */
    static final int WINDOW = 512;

    private final List<byte[]> found;
    private final List<byte[]> kept;

    Diagnosis(List<byte[]> found, List<byte[]> kept) {
        this.found = found;
        this.kept = kept;
    }

    /** {@code removed}, {@code inserted}, {@code moved} or {@code altered}. */
    String word() {
        if (found.isEmpty()) {
            return "removed";
        }
        boolean expectedElsewhere = at(found, kept.get(0)) > 0;
        boolean foundElsewhere = at(kept, found.get(0)) > 0;
        if (expectedElsewhere) {
            return foundElsewhere ? "moved" : isShift(found, kept) ? "inserted" : "moved";
        }
        if (foundElsewhere) {
            return isShift(kept, found) ? "removed" : "moved";
        }
        return "altered";
    }

    /** Whether the one list is the other with something put before it. */
    private static boolean isShift(List<byte[]> longer, List<byte[]> shorter) {
        int by = at(longer, shorter.get(0));
        return IntStream.range(0, Math.min(8, Math.min(shorter.size(), longer.size() - by)))
                .allMatch(i -> Arrays.equals(longer.get(by + i), shorter.get(i)));
    }

    private static int at(List<byte[]> hashes, byte[] hash) {
        return IntStream.range(0, hashes.size())
                .filter(i -> Arrays.equals(hashes.get(i), hash))
                .findFirst()
                .orElse(-1);
    }
}
