package org.luodi.voice;

import java.util.List;
import java.util.Optional;
import org.luodi.platform.Worded;

/** Why a unit says that a report is not its own. */
public enum Ground implements Worded {
    OTHER_PLACE,
    OTHER_DUTY,
    POWER_ABOVE,
    ALREADY_THERE;

    public static Optional<Ground> of(String word) {
        return Worded.of(Ground.class, word);
    }

    /** All of them, for a form. */
    public static List<String> words() {
        return Worded.words(Ground.class);
    }
}
