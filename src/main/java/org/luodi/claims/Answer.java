package org.luodi.claims;

import java.time.LocalDate;
import org.luodi.claims.ClaimMoves.Verb;
import org.luodi.matters.MatterId;

/**
 * What somebody answers to a claim, with what the move needs; the rest is null.
 *
 * @param version the version the person saw
 * @param ground why it is refused
 * @param words the basis of a refusal, the part that is taken, the reason, the appeal
 * @param stays what stays below where a part is taken
 */
public record Answer(Verb verb, int version, Ground ground, String words, String stays, Root root) {

    /**
     * The matter that is to hold the root: one that stands, or a new one.
     *
     * @param matter an open matter of the holding unit; null for a new one
     * @param title of the new one
     * @param due of the new one
     */
    public record Root(MatterId matter, String title, LocalDate due) {}

    /** An answer that needs words alone. */
    public static Answer of(Verb verb, int version, String words) {
        return new Answer(verb, version, null, words, null, null);
    }

    public Answer ground(Ground why) {
        return new Answer(verb, version, why, words, stays, root);
    }

    public Answer stays(String below) {
        return new Answer(verb, version, ground, words, below, root);
    }

    public Answer root(Root in) {
        return new Answer(verb, version, ground, words, stays, in);
    }
}
