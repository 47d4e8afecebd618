package org.luodi.matters;

import java.time.LocalDate;

/**
 * What those affected said, each question on its own (是否解决、是否满意、回复是否属实).
 *
 * @param solved null where they were asked and nobody answered: silence is no consent
 * @param satisfied null where they were not asked or did not say
 * @param fits whether the reply fits the facts; null likewise
 * @param way {@code paper} or {@code phone}: it was taken down by an office, and is marked so; {@code evaluation}: they said it
 *     themselves
 */
public record Verdict(Boolean solved, Boolean satisfied, Boolean fits, String way, LocalDate receivedOn) {

    static final String EVALUATION = "evaluation";

    /** What they said themselves. */
    public static Verdict evaluated(boolean solved, Boolean satisfied, Boolean fits, LocalDate day) {
        return new Verdict(solved, satisfied, fits, EVALUATION, day);
    }

    /** They were asked, and nobody answered. */
    public static Verdict silent(LocalDate day) {
        return new Verdict(null, null, null, EVALUATION, day);
    }

    /** As in message keys. */
    public String word() {
        return solved == null ? "silent" : solved ? "solved" : "unsolved";
    }
}
