package org.luodi.promises;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Placement;
import org.luodi.organisation.Position;
import org.luodi.organisation.UnitId;
import org.luodi.platform.Worded;

/**
 * What a unit promises in public: a matter in plain words.
 *
 * @param deed whether it is a deed for the public rather than a problem
 * @param words nothing personal may stand in them
 * @param decided when somebody else released or declined it, and who; null before
 * @param publishedOn the day it was released; stays when it is recalled
 * @param reason why it was declined or recalled
 * @param supports how many support it
 */
public record Promise(
        long id,
        MatterId matter,
        UnitId unit,
        Position at,
        boolean deed,
        String title,
        String words,
        State state,
        Step proposed,
        Step decided,
        LocalDate publishedOn,
        Step recalled,
        String reason,
        int supports,
        int version) {

    /** Where the publication stands. */
    public enum State implements Worded {
        PROPOSED,
        PUBLISHED,
        DECLINED,
        RECALLED;

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Who did something, and when. */
    public record Step(long by, Instant at) {}

    /** What a matter would promise; nobody has released it. */
    static Promise proposed(NewPromise given, Placement place, boolean deed, Step by) {
        return new Promise(
                0,
                given.matter(),
                place.unit(),
                place.at(),
                deed,
                given.title(),
                given.words(),
                State.PROPOSED,
                by,
                null,
                null,
                null,
                null,
                0,
                1);
    }

    /** The same after somebody released or declined it. */
    Promise decided(State to, Step by, LocalDate day, String why) {
        return new Promise(
                id, matter, unit, at, deed, title, words, to, proposed, by, day, null, why, supports, version + 1);
    }

    /** The same after somebody took it back. */
    Promise recalled(Step by, String why) {
        return new Promise(
                id,
                matter,
                unit,
                at,
                deed,
                title,
                words,
                State.RECALLED,
                proposed,
                decided,
                publishedOn,
                by,
                why,
                supports,
                version + 1);
    }
}
