package org.luodi.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cuts typed letters into syllables: {@code xian} is one or two, {@code changa} is chang and the beginning of another. */
final class PinyinCuts {

    /** More ways than these are a game with letters, not a name. */
    private static final int WAYS = 8;

    private static final int LONGEST_SYLLABLE = 6;
    private static final Set<String> SYLLABLES = Stream.of(com.hankcs.hanlp.dictionary.py.Pinyin.values())
            .map(com.hankcs.hanlp.dictionary.py.Pinyin::getPinyinWithoutTone)
            .filter(s -> !s.equals("none"))
            .collect(Collectors.toUnmodifiableSet());
    private static final Map<String, List<String>> COMPLETIONS = completions();

    private PinyinCuts() {}

    /** Whole syllables, then what the last letters may become. */
    record Cut(List<String> whole, List<String> last) {}

    /** At most eight cuts, those with the longest syllables first. */
    static List<Cut> of(String letters) {
        List<Cut> cuts = new ArrayList<>();
        if (!letters.isEmpty()) {
            cut(letters, List.of(), cuts, new boolean[letters.length()]);
        }
        return cuts;
    }

    /** @param dead places from which no cut reaches the end, found so far; keeps the work small for any letters */
    private static boolean cut(String letters, List<String> whole, List<Cut> cuts, boolean[] dead) {
        int from = whole.stream().mapToInt(String::length).sum();
        String rest = letters.substring(from);
        boolean found = false;
        if (COMPLETIONS.containsKey(rest)) {
            cuts.add(new Cut(whole, COMPLETIONS.get(rest)));
            found = true;
        }
        for (int length = Math.min(LONGEST_SYLLABLE, rest.length() - 1); length > 0; length--) {
            boolean worth = cuts.size() < WAYS && !dead[from + length] && SYLLABLES.contains(rest.substring(0, length));
            found |= worth && cut(letters, with(whole, rest.substring(0, length)), cuts, dead);
        }
        dead[from] = !found;
        return found;
    }

    private static List<String> with(List<String> whole, String next) {
        return Stream.concat(whole.stream(), Stream.of(next)).toList();
    }

    private static Map<String, List<String>> completions() {
        return SYLLABLES.stream()
                .flatMap(
                        s -> Stream.iterate(1, n -> n <= s.length(), n -> n + 1).map(n -> s.substring(0, n)))
                .distinct()
                .collect(Collectors.toUnmodifiableMap(
                        beginning -> beginning,
                        beginning -> List.copyOf(SYLLABLES.stream()
                                .filter(s -> s.startsWith(beginning))
                                .collect(Collectors.toCollection(TreeSet::new)))));
    }
}
