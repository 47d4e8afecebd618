package org.luodi.matters.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.luodi.matters.Corrections;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.Slice;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.ledger.Entry;
import org.springframework.stereotype.Component;

/** Reads what happened to a matter together with the names and words that a person needs to understand it. */
@Component
class Histories {

    private final Matters matters;
    private final Corrections corrections;
    private final Units units;
    private final Accounts accounts;

    Histories(Matters matters, Corrections corrections, Units units, Accounts accounts) {
        this.matters = matters;
        this.corrections = corrections;
        this.units = units;
        this.accounts = accounts;
    }

    /** One page of it, newest first; NotFound where the scope does not show the matter. */
    History page(MatterId id, Scope scope, String cursor, int limit) {
        Slice<Entry> entries = matters.history(id, scope, cursor, limit);
        List<Long> actors = entries.rows().stream().map(Entry::actor).distinct().toList();
        List<UnitId> acting = entries.rows().stream()
                .map(Entry::actingUnit)
                .filter(Objects::nonNull)
                .map(UnitId::new)
                .distinct()
                .toList();
        Map<UnitId, String> names = units.names(acting);
        return new History(entries, matters.notes(id, scope), corrections.of(id, scope), accounts.names(actors), names);
    }
}
