package org.luodi.voice;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far two texts speak of the same: pairs of neighbouring characters where no spaces part the words, else whole words. */
final class Likeness {

    private static final Pattern RUN = Pattern.compile("\\p{IsHan}+|[\\p{L}&&[^\\p{IsHan}]]{3,}|\\d+");
    private static final int FEW = 2;

    private Likeness() {}

    /** From 0 to 1: which part of the shorter text's pieces stands in the other. */
    static double of(String one, String other) {
        Set<String> first = pieces(one);
        Set<String> second = pieces(other);
        int shorter = Math.min(first.size(), second.size());
        if (shorter < FEW) {
            return 0;
        }
        first.retainAll(second);
        return (double) first.size() / shorter;
    }

    private static Set<String> pieces(String text) {
        Set<String> pieces = new HashSet<>();
        Matcher runs = RUN.matcher(text.toLowerCase(Locale.ROOT));
        while (runs.find()) {
            String run = runs.group();
            if (!Character.isIdeographic(run.codePointAt(0))) {
                pieces.add(run);
                continue;
            }
            for (int i = 0; i + 2 <= run.length(); i++) {
                pieces.add(run.substring(i, i + 2));
            }
        }
        return pieces;
    }
}
