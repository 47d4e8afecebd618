package org.luodi.claims;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What upstairs causes it and could mend it (mechanisms 23). */
public enum Lever {
    RULE,
    BUDGET,
    POWER,
    DATA;

    /** As in the database, in URLs and in message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Lever> of(String word) {
        return Stream.of(values()).filter(l -> l.word().equals(word)).findFirst();
    }

    public static List<String> words() {
        return Stream.of(values()).map(Lever::word).toList();
    }
}
