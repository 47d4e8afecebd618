package org.luodi.relays;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Placement;
import org.luodi.organisation.Units;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.ledger.Change;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Subject;
import org.springframework.stereotype.Component;

/** Opens packages and writes down what becomes of them, in the caller's transaction. */
@Component
class Opening {

    private final RelayStore store;
    private final Units units;
    private final Ledger ledger;

    Opening(RelayStore store, Units units, Ledger ledger) {
        this.store = store;
        this.units = units;
        this.ledger = ledger;
    }

    /** Opens a package with those of the matters that are not on their way already; 0 where none is left. */
    long open(RelayDraft draft, Integer batch, Actor actor, Instant at) {
        Set<MatterId> taken = new HashSet<>(store.onTheirWay(draft.matters()));
        List<MatterId> going =
                draft.matters().stream().filter(m -> !taken.contains(m)).toList();
        if (going.isEmpty()) {
            return 0;
        }
        Placement giver = units.place(draft.giver());
        Placement receiver = units.place(draft.receiver());
        Relay relay = new Relay(
                0,
                draft.kind(),
                new Relay.End(giver.unit(), giver.at()),
                new Relay.End(receiver.unit(), receiver.at()),
                batch,
                draft.promises(),
                draft.contacts(),
                actor.id(),
                at,
                null,
                going.size());
        long id = store.insert(relay, going);
        append(
                new Told(id, "opened", actor, at),
                Map.of("receiver", receiver.unit().value(), "items", going.size()),
                giver);
        return id;
    }

    /** What happened to a package, by whom and when. */
    record Told(long relay, String verb, Actor actor, Instant at) {}

    /** Writes it down for the unit it happened at. */
    void append(Told told, Map<String, ?> body, Placement unit) {
        ledger.append(new Change(
                told.at(),
                told.actor(),
                unit.unit().value(),
                new Subject("relay", told.relay()),
                told.verb(),
                body,
                unit.reach()));
    }
}
