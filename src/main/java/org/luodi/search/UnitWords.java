package org.luodi.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Cuts names, and what somebody types, into the pieces that the index holds. */
final class UnitWords {

    /** Stands before the first character of a name and the first syllable, so that a beginning can be asked for. */
    static final char START = '^';

    private static final int WORDS = 4;
    private static final int LONGEST = 40;
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern NOTHING = Pattern.compile("[^\\p{L}\\p{N}._-]+");
    private static final Pattern SPELT = Pattern.compile("[._'-]+");

    private UnitWords() {}

    /** The words of a query: at most four, of at most forty letters or digits each; whatever else was typed is dropped. */
    static List<String> words(String typed) {
        String start = typed.substring(0, Math.min(typed.length(), 4 * LONGEST));
        return Arrays.stream(NOTHING.split(plain(start)))
                .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
                .map(word -> word.substring(0, Math.min(word.length(), LONGEST)))
                .limit(WORDS)
                .toList();
    }

    /** One way of writing: full width as half width, small letters. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    static boolean isChinese(String word) {
        return HAN.matcher(word).find();
    }

    /** The letters of a word that may be pinyin, ü as v; empty where it cannot be. */
    static String letters(String word) {
        String letters = SPELT.matcher(word.replace('ü', 'v')).replaceAll("");
        return letters.chars().allMatch(c -> c >= 'a' && c <= 'z') ? letters : "";
    }

    /** A word as pairs of neighbouring characters; a single character stays single. */
    static List<String> pairs(String word) {
        if (word.length() == 1) {
            return List.of(word);
        }
        List<String> pairs = new ArrayList<>(word.length());
        for (int i = 0; i + 1 < word.length(); i++) {
            pairs.add(word.substring(i, i + 2));
        }
        return pairs;
    }

    static String initials(List<String> syllables) {
        StringBuilder initials = new StringBuilder(syllables.size());
        syllables.forEach(s -> initials.append(s.charAt(0)));
        return initials.toString();
    }
}
