package org.luodi.evaluations;

import java.util.Locale;
import java.util.stream.Stream;

/** How an asking ended. */
public enum Outcome {
    /** Their word is kept with the matter. */
    KEPT,
    /** They said no: it is done again. */
    SENT_BACK,
    /** They were asked, and nobody answered. */
    SILENT,
    /** The matter came back by another way before the last day. */
    OVERTAKEN;

    /** As in the database, in message keys and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Outcome of(String word) {
        return word == null
                ? null
                : Stream.of(values())
                        .filter(o -> o.word().equals(word))
                        .findFirst()
                        .orElseThrow();
    }
}
