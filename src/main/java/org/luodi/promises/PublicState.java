package org.luodi.promises;

import org.luodi.matters.Matter;
import org.luodi.matters.Stage;
import org.luodi.platform.Worded;

/** The few plain words in which the public is told where a matter stands. */
public enum PublicState implements Worded {
    /** Somebody answers for it and works on it. */
    UNDER_WAY,
    /** It is said to be done; those affected have not all said so. */
    SAID_DONE,
    /** It came back, and is done again. */
    REWORK,
    /** Those affected confirmed it, and it is closed. */
    SOLVED,
    /** It is not within remit, with a legal basis. */
    NOT_TAKEN,
    /** It goes on together with another one. */
    JOINED;

    /** What the public is told of a matter. */
    public static PublicState of(Matter matter) {
        Stage stage = matter.stage();
        return switch (stage) {
            case RAISED, PLACED, ACTING -> matter.reopened() > 0 ? REWORK : UNDER_WAY;
            case RETURNED, RELAPSED -> REWORK;
            case SETTLED, CONFIRMED -> SAID_DONE;
            case CLOSED -> SOLVED;
            case EXCLUDED -> NOT_TAKEN;
            case MERGED -> JOINED;
        };
    }
}
