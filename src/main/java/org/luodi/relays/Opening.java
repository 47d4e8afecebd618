package org.luodi.relays;

import java.time.Instant;
import java.util.LinkedHashSet;
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
    private final WayStore ways;
    private final Units units;
    private final Ledger ledger;

    Opening(RelayStore store, WayStore ways, Units units, Ledger ledger) {
        this.store = store;
        this.ways = ways;
        this.units = units;
        this.ledger = ledger;
    }

    /** Opens a package with those of the giver's matters that are not on their way already; 0 where none is left. */
    long open(RelayDraft draft, Integer batch, Actor actor, Instant at) {
        Placement giver = units.place(draft.giver());
        Placement receiver = units.place(draft.receiver());
        Told told = new Told(actor, at, giver);
        List<MatterId> going = going(draft, told);
        if (going.isEmpty()) {
            return 0;
        }
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
                going.size(),
                0);
        long id = store.insert(relay, going);
        append(id, "opened", Map.of("receiver", receiver.unit().value(), "items", going.size()), told);
        return id;
    }

    /** Those not on their way from the giver; where another gave one before it came here, that way is at its end. */
    private List<MatterId> going(RelayDraft draft, Told told) {
        Set<MatterId> going = new LinkedHashSet<>(draft.matters());
        for (WayStore.Way way : ways.of(List.copyOf(going))) {
            if (way.giver().equals(draft.giver())) {
                going.remove(way.matter());
            } else {
                store.hold(way.relay());
                end(way.relay(), End.gone(way.matter()), told);
            }
        }
        return List.copyOf(going);
    }

    /** By whom and when something happened to a package, and the unit it happened at. */
    record Told(Actor actor, Instant at, Placement unit) {}

    /** Ends an item and writes it down; false where that has been done. The caller holds the package. */
    boolean end(long relay, End end, Told told) {
        if (!store.end(relay, end, told.actor().id(), told.at())) {
            return false;
        }
        append(relay, "item-" + end.verb(), Map.of("matter", end.matter().value()), told);
        store.endIfDecided(relay, told.at());
        return true;
    }

    /** Writes down what happened to a package. */
    void append(long relay, String verb, Map<String, ?> body, Told told) {
        Placement unit = told.unit();
        ledger.append(new Change(
                told.at(), told.actor(), unit.unit().value(), new Subject("relay", relay), verb, body, unit.reach()));
    }
}
