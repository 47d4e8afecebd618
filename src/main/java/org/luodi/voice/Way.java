package org.luodi.voice;

import java.util.List;
import java.util.Optional;
import org.luodi.platform.Worded;

/** How a report came in; all count the same (mechanisms 18). */
public enum Way implements Worded {
    WEB,
    PHONE,
    PAPER,
    VISIT,
    OPEN311;

    /** Those on which somebody else writes for the reporter. */
    public static List<Way> proxies() {
        return List.of(PHONE, PAPER, VISIT);
    }

    public static Optional<Way> of(String word) {
        return Worded.of(Way.class, word);
    }
}
