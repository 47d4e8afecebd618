package org.luodi.evaluations;

import java.util.Locale;
import org.luodi.platform.Worded;

/** As what somebody is asked. */
public enum Part implements Worded {
    REPORTER,
    METOO,
    /** Drawn at random: the handling unit has no hand in it. */
    SAMPLE;

    /** Whether the matter is his own: his no brings it back. */
    public boolean isConcerned() {
        return this != SAMPLE;
    }

    static Part of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
