package org.luodi.claims;

import java.util.List;
import java.util.Optional;
import org.luodi.platform.Worded;

/** What upstairs causes it and could mend it (mechanisms 23). */
public enum Lever implements Worded {
    RULE,
    BUDGET,
    POWER,
    DATA;

    public static Optional<Lever> of(String word) {
        return Worded.of(Lever.class, word);
    }

    public static List<String> words() {
        return Worded.words(Lever.class);
    }
}
