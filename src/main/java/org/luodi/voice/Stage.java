package org.luodi.voice;

import java.util.Locale;
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

    static Stage of(String word) {
        return Stream.of(values())
                .filter(s -> s.word().equals(word))
                .findFirst()
                .orElseThrow();
    }
}
