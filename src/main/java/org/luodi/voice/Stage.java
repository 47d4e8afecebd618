package org.luodi.voice;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a report stands. */
public enum Stage {
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

    /** As in the database, in URLs and in message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The stage of a word, if it is one. */
    public static Optional<Stage> ofWord(String word) {
        return Stream.of(values()).filter(s -> s.word().equals(word)).findFirst();
    }

    static Stage of(String word) {
        return ofWord(word).orElseThrow();
    }
}
