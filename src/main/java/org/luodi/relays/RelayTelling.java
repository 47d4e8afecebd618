package org.luodi.relays;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.luodi.matters.Telling;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.platform.ledger.Entry;
import org.springframework.stereotype.Component;

/** Tells a unit that a package is on its way to it, be it as the heir of another. */
@Component
class RelayTelling implements Telling {

    private final Relays relays;

    RelayTelling(Relays relays) {
        this.relays = relays;
    }

    @Override
    public String kind() {
        return "relay";
    }

    @Override
    public List<Tiding> of(Entry entry) {
        int receiver = entry.body().path("receiver").asInt();
        boolean inherited =
                entry.verb().equals("handed-over") && entry.body().path("to").asInt() == receiver;
        return inherited || entry.verb().equals("opened")
                ? List.of(new Tiding(new UnitId(receiver), "opened", null))
                : List.of();
    }

    @Override
    public String key(String word) {
        return "relays.notice." + word;
    }

    @Override
    public Map<Long, Named> named(Collection<Long> ids, Scope scope) {
        return Telling.each(ids, id -> new Named("#" + relays.visible(id, scope).id(), null, "/relays/" + id));
    }
}
