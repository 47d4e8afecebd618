package org.luodi.evaluations;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.luodi.organisation.Units;
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
    private final Units units;
    private final Ledger ledger;
    private final Clock clock;

    Askings(AskingStore store, InvitationStore invitations, Units units, Ledger ledger, Clock clock) {
        this.store = store;
        this.invitations = invitations;
        this.units = units;
        this.ledger = ledger;
        this.clock = clock;
    }

    AskingStore store() {
        return store;
    }

    InvitationStore invitations() {
        return invitations;
    }

    /** Opens it; one that has nobody to ask ends at once. A round that was asked already is left alone. */
    void open(AskingStore.Opened opened, List<Invitation> people) {
        Long id = store.insert(opened).orElse(null);
        if (id == null) {
            return;
        }
        store.pool(id, opened.draw());
        invitations.insert(id, people, opened.asking().openedOn());
        Map<String, Object> body = body(opened.asking());
        body.put("ends", opened.asking().endsOn());
        body.put("invited", people.size());
        body.put("pool", opened.draw().leaves().size());
        body.put("drawn", opened.draw().drawn().size());
        body.put("pool-digest", HEX.formatHex(opened.draw().poolDigest()));
        body.put("seed-digest", HEX.formatHex(opened.draw().seedDigest()));
        append(id, "opened", body, opened.place().reach());
        if (people.isEmpty()) {
            end(store.hold(id), Outcome.NOBODY, opened.asking().openedOn());
        }
    }

    /** What was said stays out of the entry, and so does who said it. */
    void answered(Asking asking) {
        store.answered(asking.id());
        append(asking.id(), "answered", Map.of("matter", asking.matter().value()), Reach.NONE);
    }

    /** Ends it: only now does the seed of the draw become known, and what was said can no longer be altered unseen. */
    void end(Asking asking, Outcome outcome, LocalDate day) {
        List<Said> said = invitations.said(asking.id());
        byte[] digest = digest(said);
        store.end(asking.id(), outcome, day, digest);
        Map<String, Object> body = body(asking);
        body.put("outcome", outcome.word());
        body.put("invited", asking.invited());
        body.put("answered", said.size());
        body.put("answers-digest", HEX.formatHex(digest));
        body.put("seed", HEX.formatHex(store.drawn(asking.id()).seed()));
        append(asking.id(), "ended", body, units.place(asking.unit()).reach());
    }

    /** Over part and the three answers of each, in the order of the invitations. */
    static byte[] digest(List<Said> said) {
        String all = said.stream()
                .map(s -> s.part().word() + " " + s.answer().solved() + " "
                        + s.answer().satisfied() + " " + s.answer().fits())
                .collect(Collectors.joining("\n"));
        return Draw.sha(all.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static Map<String, Object> body(Asking asking) {
        Map<String, Object> body = new HashMap<>();
        body.put("matter", asking.matter().value());
        body.put("round", asking.round());
        body.put("unit", asking.unit().value());
        return body;
    }

    private void append(long id, String verb, Map<String, Object> body, Reach reach) {
        ledger.append(
                new Change(clock.instant(), Actor.SYSTEM, null, new Subject("evaluation", id), verb, body, reach));
    }
}
