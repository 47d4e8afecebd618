package org.luodi.evaluations;

import org.luodi.platform.Worded;

/** How an asking ended. */
public enum Outcome implements Worded {
    /** Their word is kept with the matter. */
    KEPT,
    /** They said no: it is done again. */
    SENT_BACK,
    /** They were asked, and nobody answered. */
    SILENT,
    /** The matter came back by another way before the last day. */
    OVERTAKEN;

    static Outcome of(String word) {
        return word == null ? null : Worded.of(Outcome.class, word).orElseThrow();
    }
}
