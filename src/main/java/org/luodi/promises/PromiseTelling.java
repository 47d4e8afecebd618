package org.luodi.promises;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.luodi.matters.Telling;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.platform.ledger.Entry;
import org.springframework.stereotype.Component;

/** Tells the unit whose promise it is that it was released, declined or recalled. */
@Component
class PromiseTelling implements Telling {

    private static final List<String> TOLD = List.of("published", "declined", "recalled");

    private final Promises promises;

    PromiseTelling(Promises promises) {
        this.promises = promises;
    }

    @Override
    public String kind() {
        return "promise";
    }

    @Override
    public List<Tiding> of(Entry entry) {
        return entry.actingUnit() != null && TOLD.contains(entry.verb())
                ? List.of(new Tiding(new UnitId(entry.actingUnit()), entry.verb(), null))
                : List.of();
    }

    @Override
    public String key(String word) {
        return "promises.notice." + word;
    }

    @Override
    public Map<Long, Named> named(Collection<Long> ids, Scope scope) {
        return Telling.each(ids, id -> new Named(promises.visible(id, scope).title(), null, "/promises/desk/" + id));
    }
}
