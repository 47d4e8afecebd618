package org.luodi.matters;

import java.util.Optional;
import java.util.stream.Stream;
import org.luodi.platform.Worded;

/** What can be done to a matter. The past participle goes onto the ledger, the noun into the URL. */
public enum Verb implements Worded {
    RAISE("raised", "matters"),
    PLACE("placed", "placements"),
    ACT("acted", "actions"),
    SETTLE("settled", "settlements"),
    CONFIRM("confirmed", "confirmations"),
    CLOSE("closed", "closures"),
    RETURN("returned", "returns"),
    EXCLUDE("excluded", "exclusions"),
    MERGE("merged", "mergers"),
    RELAPSE("relapsed", "relapses"),
    AMEND("amended", "amendments"),
    POSTPONE("postponed", "postponements"),
    HAND_OVER("handed-over", "hand-overs"),
    ADD_TASK("task-added", "tasks"),
    FINISH_TASK("task-finished", "completions"),
    ACCEPT("accepted", "acceptances"),
    REJECT("rejected", "rejections"),
    SIGN("signed", "signatures"),
    JUDGE("judged", "verdicts"),
    REWORK("reworked", "reworks"),
    PROPOSE_EXCLUSION("exclusion-proposed", "exclusion-proposals"),
    PROPOSE_CORRECTION("correction-proposed", "correction-proposals"),
    CORRECT("corrected", "corrections"),
    DROP_CORRECTION("correction-dropped", "correction-refusals"),
    CHECK("checked", "checks"),
    MARK("marked", "marks"),
    UNMARK("unmarked", "unmarkings"),
    PRIORITISE("prioritised", "priorities"),
    JOIN_DRIVE("drive-joined", "drives"),
    RELAY("relayed", "relays"),
    TIE("tied", "ties"),
    ASK("asked", "questions"),
    EVALUATE("evaluated", "evaluations"),
    SEND_BACK("sent-back", "send-backs");

    private final String past;
    private final String noun;

    Verb(String past, String noun) {
        this.past = past;
        this.noun = noun;
    }

    public String past() {
        return past;
    }

    public String noun() {
        return noun;
    }

    /** Whether a form of its own asks for it; the others follow from something else or have a door of their own. */
    public boolean isAsked() {
        return switch (this) {
            case RAISE, AMEND, RELAY, TIE, ASK, EVALUATE, SEND_BACK -> false;
            default -> true;
        };
    }

    /** The verb behind a noun in a URL. */
    public static Optional<Verb> ofNoun(String noun) {
        return Stream.of(values()).filter(v -> v.noun.equals(noun)).findFirst();
    }
}
