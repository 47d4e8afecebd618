package org.luodi.relays;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luodi.matters.Matter;
import org.luodi.matters.MatterId;
import org.luodi.matters.Relaying;
import org.luodi.organisation.Placement;
import org.luodi.organisation.Scope;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.springframework.stereotype.Component;

/** What becomes of an item, in the caller's transaction: the tree is held first, then the package, then the matter. */
@Component
class Deciding {

    private final RelayStore store;
    private final Opening opening;
    private final Again again;
    private final Relaying matters;
    private final Relays.Around around;
    private final Clock clock;

    Deciding(RelayStore store, Opening opening, Again again, Relaying matters, Relays.Around around, Clock clock) {
        this.store = store;
        this.opening = opening;
        this.again = again;
        this.matters = matters;
        this.around = around;
        this.clock = clock;
    }

    /** Gives the matter to the receiver; ends the item and says false where it is no longer the giver's to give. */
    boolean accept(Relay relay, MatterId matter, Scope scope) {
        Placement receiver = held(relay);
        Optional<Matter> open = matters.hold(matter);
        Optional<Matter> own = open.filter(m -> m.unit().equals(relay.giver().unit()));
        decide(relay, own.isEmpty() ? End.gone(matter) : End.accepted(matter), receiver, scope);
        own.ifPresentOrElse(
                old -> matters.relay(old, new Relaying.Goal(relay.receiver().unit(), again.into(relay, old)), scope),
                () -> open.ifPresent(again::offer));
        return own.isPresent();
    }

    /** The giver goes on answering. */
    void leave(Relay relay, End end, Scope scope) {
        Placement receiver = held(relay);
        Optional<Matter> open = matters.hold(end.matter());
        decide(relay, end, receiver, scope);
        open.ifPresent(again::offer);
    }

    private Placement held(Relay relay) {
        Placement receiver = around.units().place(relay.receiver().unit());
        store.hold(relay.id());
        return receiver;
    }

    private void decide(Relay relay, End end, Placement receiver, Scope scope) {
        if (!opening.end(relay.id(), end, new Opening.Told(scope.actor(), clock.instant(), receiver))) {
            throw late(relay, end.matter());
        }
    }

    private Refusal late(Relay relay, MatterId matter) {
        RelayStore.Row row = store.item(relay.id(), matter).orElseThrow(() -> new NotFound("item", matter.value()));
        Instant at = row.at();
        Map<Long, String> names = around.accounts().names(List.of(row.by()));
        return Refusal.conflict("relays.refused.decided", names.getOrDefault(row.by(), "?"), at);
    }
}
