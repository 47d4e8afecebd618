package org.luodi.voice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a unit says that a report is not its own. */
public enum Ground {
    OTHER_PLACE,
    OTHER_DUTY,
    POWER_ABOVE,
    ALREADY_THERE;

    /** As in the database, in forms and in message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Ground> of(String word) {
        return Stream.of(values()).filter(g -> g.word().equals(word)).findFirst();
    }

    /** All of them, for a form. */
    public static List<String> words() {
        return Stream.of(values()).map(Ground::word).toList();
    }
}
