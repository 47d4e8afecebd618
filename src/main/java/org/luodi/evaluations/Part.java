package org.luodi.evaluations;

import java.util.Locale;

/** As what somebody is asked. */
public enum Part {
    REPORTER,
    METOO,
    /** Drawn at random: the handling unit has no hand in it. */
    SAMPLE;

    /** Whether the matter is his own: his no brings it back. */
    public boolean isConcerned() {
        return this != SAMPLE;
    }

    /** As in the database and in message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Part of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
