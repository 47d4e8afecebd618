package org.luodi.evaluations;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.luodi.organisation.Units;
import org.luodi.platform.Digest;
import org.luodi.platform.Refusal;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.ledger.Change;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Reach;
import org.luodi.platform.ledger.Subject;
import org.springframework.stereotype.Component;

/** Writes down that an asking opens, is answered, ends: the rows and the ledger entry change together, in the caller's transaction. */
@Component
class Askings {

    private static final HexFormat HEX = HexFormat.of();

    private final AskingStore store;
    private final InvitationStore invitations;
    private final LetterStore letters;
    private final RateStore tallies;
    private final Units units;
    private final Ledger ledger;
    private final Clock clock;

    Askings(Stores stores, Units units, Ledger ledger, Clock clock) {
        this.store = stores.askings();
        this.invitations = stores.invitations();
        this.letters = stores.letters();
        this.tallies = stores.tallies();
        this.units = units;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The tables of this module. */
    @Component("evaluationStores")
    record Stores(AskingStore askings, InvitationStore invitations, LetterStore letters, RateStore tallies) {}

    AskingStore store() {
        return store;
    }

    InvitationStore invitations() {
        return invitations;
    }

    /** Opens some, each with those who are asked. */
    void open(List<AskingStore.Opened> opened) {
        store.insert(opened);
        invitations.insert(
                opened.stream()
                        .flatMap(o -> o.asked().people().stream()
                                .map(i -> i.in(o.asking().id())))
                        .toList(),
                LocalDate.now(clock));
        letters.insert(opened.stream().map(o -> o.asking().id()).toList(), clock.instant());
        ledger.append(opened.stream().map(this::entry).toList());
    }

    private Change entry(AskingStore.Opened opened) {
        Map<String, Object> body = body(opened.asking());
        body.put("ends", opened.asking().endsOn());
        body.put("invited", opened.asking().invited());
        body.put("pool", opened.draw().leaves().size());
        body.put("drawn", opened.draw().drawn().size());
        body.put("pool-digest", HEX.formatHex(opened.draw().poolDigest()));
        body.put("seed-digest", HEX.formatHex(opened.draw().seedDigest()));
        return change(opened.asking().id(), "opened", body, opened.place().reach());
    }

    /**
     * Takes an answer; what was said stays out of the entry, and so does who said it.
     *
     * @param takenBy who asked by phone; null where he answered himself
     */
    void answer(Invitation invitation, Answer answer, Long takenBy) {
        EvaluationRules.answer(answer);
        Asking asking = store.hold(invitation.asking());
        // With the last answer an asking may end before its last day: whoever answers twice is told that, not a day to
        // come.
        EvaluationRules.refuseIf(invitations.hasAnswered(invitation.id()), "evaluations.refused.twice");
        EvaluationRules.refuseIf(!asking.takes(LocalDate.now(clock)), "evaluations.refused.ended", asking.endsOn());
        if (!invitations.answer(invitation.id(), answer, takenBy, clock.instant())) {
            throw Refusal.of("evaluations.refused.twice");
        }
        store.answered(asking.id());
        append(asking.id(), "answered", Map.of("matter", asking.matter().value()), Reach.NONE);
    }

    /** Ends it: only now does the seed of the draw become known, and what was said can no longer be altered unseen. */
    void end(Asking asking, Outcome outcome, LocalDate day) {
        List<Said> said = invitations.said(asking.id());
        byte[] digest = digest(said);
        store.end(asking.id(), outcome, day, digest);
        letters.endOf(asking.id());
        tallies.count(asking.id(), Count.of(outcome, invitations.of(asking.id()), said));
        Map<String, Object> body = body(asking);
        body.put("outcome", outcome.word());
        body.put("invited", asking.invited());
        body.put("answered", said.size());
        body.put("answers-digest", HEX.formatHex(digest));
        body.put("seed", HEX.formatHex(store.drawn(asking.id()).seed()));
        append(asking.id(), "ended", body, reach(asking));
    }

    /** Over part and the three answers of each, in the order of the invitations. */
    static byte[] digest(List<Said> said) {
        String all = said.stream()
                .map(s -> s.part().word() + " " + s.answer().solved() + " "
                        + s.answer().satisfied() + " " + s.answer().fits())
                .collect(Collectors.joining("\n"));
        return Digest.of(all);
    }

    /** What was kept did not last: the matter came back after all. */
    void relapsed(Asking asking, LocalDate day) {
        if (tallies.relapse(asking.id(), day)) {
            tallies.count(asking.id(), Map.of(Count.RELAPSED, 1L));
            append(asking.id(), "relapsed", body(asking), reach(asking));
        }
    }

    private static Map<String, Object> body(Asking asking) {
        Map<String, Object> body = new HashMap<>();
        body.put("matter", asking.matter().value());
        body.put("round", asking.round());
        body.put("unit", asking.unit().value());
        return body;
    }

    private void append(long id, String verb, Map<String, Object> body, Reach reach) {
        ledger.append(change(id, verb, body, reach));
    }

    private Change change(long id, String verb, Map<String, Object> body, Reach reach) {
        return new Change(clock.instant(), Actor.SYSTEM, null, new Subject("evaluation", id), verb, body, reach);
    }

    /** A unit that has ended reaches nobody any more. */
    Reach reach(Asking asking) {
        boolean stands = units.find(asking.unit()).filter(u -> !u.isClosed()).isPresent();
        return stands ? units.place(asking.unit()).reach() : Reach.NONE;
    }
}
