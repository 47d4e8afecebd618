package org.luodi.matters;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be done to a matter. The past participle goes onto the ledger, the noun into the URL. */
public enum Verb {
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
    FINISH_TASK("task-finished", "completions");

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

    /** As in message keys and the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The verb behind a noun in a URL. */
    public static Optional<Verb> ofNoun(String noun) {
        return Stream.of(values()).filter(v -> v.noun.equals(noun)).findFirst();
    }
}
