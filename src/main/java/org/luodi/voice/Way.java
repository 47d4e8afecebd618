package org.luodi.voice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a report came in; all count the same (mechanisms 18). */
public enum Way {
    WEB,
    PHONE,
    PAPER,
    VISIT,
    OPEN311;

    /** As in the database, in URLs and in message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Those on which somebody else writes for the reporter. */
    public static List<Way> proxies() {
        return List.of(PHONE, PAPER, VISIT);
    }

    public static Optional<Way> of(String word) {
        return Stream.of(values()).filter(w -> w.word().equals(word)).findFirst();
    }
}
