package org.luodi.voice;

import java.util.Optional;
import org.luodi.platform.Worded;

/** Where a report stands. */
public enum Stage implements Worded {
    CHECKING,
    RECEIVED,
    PASSED_ON,
    DISPUTED,
    TAKEN,
    JOINED,
    ALONGSIDE,
    WITHDRAWN,
    SET_ASIDE;

    /** Whether a unit still has to answer. */
    public boolean isOpen() {
        return this == CHECKING || this == RECEIVED || this == PASSED_ON || this == DISPUTED;
    }

    /** The stage of a word, if it is one. */
    public static Optional<Stage> ofWord(String word) {
        return Worded.of(Stage.class, word);
    }

    static Stage of(String word) {
        return ofWord(word).orElseThrow();
    }
}
