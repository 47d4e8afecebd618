package org.luodi.matters;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a matter stands on its way (design.md, Life of a matter). */
public enum Stage {
    RAISED,
    PLACED,
    ACTING,
    SETTLED,
    CONFIRMED,
    CLOSED,
    RETURNED,
    EXCLUDED,
    MERGED,
    RELAPSED;

    /** Whether it has not ended. */
    public boolean isOpen() {
        return this != CLOSED && this != EXCLUDED && this != MERGED;
    }

    /** As in the database, the ledger, the API and the URLs. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All words. */
    public static List<String> words() {
        return Stream.of(values()).map(Stage::word).toList();
    }

    /** The stage of a word, if it is one. */
    public static Optional<Stage> of(String word) {
        return Stream.of(values()).filter(s -> s.word().equals(word)).findFirst();
    }
}
