package org.luodi.platform.exchange;

import java.util.ArrayList;
import java.util.List;

/** What stands between the cells of a text file, seen from its beginning; Excel may name it in a first line, sep=; */
record Delimiter(char character, boolean named) {

    private static final char[] KNOWN = {',', '\t', ';'};
    private static final int LINES = 50;

    static Delimiter of(String sample) {
        if (sample.regionMatches(true, 0, "sep=", 0, 4) && sample.length() > 5 && isLineEnd(sample.charAt(5))) {
            return new Delimiter(sample.charAt(4), true);
        }
        char best = ',';
        long bestScore = 0;
        for (char candidate : KNOWN) {
            List<Integer> counts = counts(sample, candidate);
            long score = Math.max(score(counts), counts.isEmpty() ? 0 : counts.get(0));
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return new Delimiter(best, false);
    }

    private static boolean isLineEnd(char c) {
        return c == '\r' || c == '\n';
    }

    /** How often the candidate stands outside quotes, for each of the first lines. */
    private static List<Integer> counts(String sample, char candidate) {
        List<Integer> counts = new ArrayList<>();
        boolean quoted = false;
        int count = 0;
        for (int i = 0; i < sample.length() && counts.size() < LINES; i++) {
            char c = sample.charAt(i);
            quoted = quoted ^ c == '"';
            if (!quoted && c == candidate) {
                count++;
            } else if (!quoted && c == '\n') {
                counts.add(count);
                count = 0;
            }
        }
        if (!sample.endsWith("\n")) {
            counts.add(count);
        }
        return counts;
    }

    /**
     * A delimiter stands equally often in half of the lines at least; more lines agreeing is better, then more cells.
     * Where the lines disagree, the first one decides.
     */
    private static long score(List<Integer> counts) {
        long best = 0;
        for (int count : counts) {
            long agreeing = counts.stream().filter(other -> other == count).count();
            boolean possible = count > 0 && agreeing * 2 >= counts.size();
            best = possible ? Math.max(best, agreeing * 1000 + count) : best;
        }
        return best;
    }
}
