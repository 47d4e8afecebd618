package org.luodi.voice;

import java.util.Optional;
import java.util.stream.Stream;
import org.luodi.platform.Worded;

/** What can be done with a report; the noun is where it is posted. */
public enum Verb implements Worded {
    RECEIVE("received", "reports"),
    HOLD("held", "holds"),
    ECHO("echoed", "echoes"),
    RELEASE("released", "releases"),
    SUSPECT("suspected", "suspicions"),
    SET_ASIDE("set-aside", "settings-aside"),
    /** Nobody looked in time: it goes its way. */
    PASS_UNSEEN("released-unseen", "unseen"),
    TAKE("taken", "takings"),
    JOIN("joined", "joinings"),
    HAND_BACK("passed-on", "hand-backs"),
    HAND_BACK_AGAIN("disputed", "second-hand-backs"),
    /** The unit it was handed to said nothing in time. */
    FALL_SILENT("unanswered", "silences"),
    DECIDE("decided", "decisions"),
    ADD("added-to", "additions"),
    DOUBT("doubted", "category-doubts"),
    OBJECT("objected", "objections"),
    WITHDRAW("withdrawn", "withdrawals"),
    /** A "me too" that was held is let through: it goes beside the report it says the same as. */
    GO_BESIDE("went-beside", "goings-beside"),
    /** The report it went alongside has a matter now. */
    FOLLOW("followed", "followings"),
    /** The report it went alongside was withdrawn; it takes its place, at the stage that one had. */
    STEP_IN("stepped-in", "steps-in"),
    /** A unit has ended; another stands in its place. */
    HAND_OVER("handed-over", "hand-overs");

    private final String past;
    private final String noun;

    Verb(String past, String noun) {
        this.past = past;
        this.noun = noun;
    }

    /** As on the ledger. */
    public String past() {
        return past;
    }

    public String noun() {
        return noun;
    }

    /** Whether somebody of an office makes it, with a form of its own. */
    public boolean isAnswer() {
        return ReportMoves.ALL.stream()
                .anyMatch(m -> m.verb() == this && m.who().isOffice());
    }

    /** The answer behind a noun in a URL. */
    public static Optional<Verb> ofNoun(String noun) {
        return Stream.of(values())
                .filter(v -> v.noun.equals(noun) && v.isAnswer())
                .findFirst();
    }

    static Verb ofPast(String past) {
        return Stream.of(values()).filter(v -> v.past.equals(past)).findFirst().orElseThrow();
    }
}
