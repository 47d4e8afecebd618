package org.luodi.matters;

import java.util.List;
import java.util.Optional;
import org.luodi.platform.Worded;

/** Where a matter stands on its way (design.md, Life of a matter). */
public enum Stage implements Worded {
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

    /** All words. */
    public static List<String> words() {
        return Worded.words(Stage.class);
    }

    /** The stage of a word, if it is one. */
    public static Optional<Stage> of(String word) {
        return Worded.of(Stage.class, word);
    }
}
