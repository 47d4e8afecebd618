package org.luodi.claims;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.luodi.claims.ClaimMoves.Verb;
import org.luodi.organisation.Placement;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.platform.ledger.Change;
import org.luodi.platform.ledger.Subject;

/** Who acts at what moment, and how that stands on the ledger. */
record Acting(Scope scope, Instant at) {

    LocalDate day(ZoneId zone) {
        return LocalDate.ofInstant(at, zone);
    }

    /**
     * The entry for a step of a claim; only codes, numbers and days go into it.
     *
     * @param from the unit that made the step; for the system, the one whose time ran out
     */
    Change entry(Verb verb, Claim now, UnitId from, Placement asked) {
        Map<String, Object> body = new HashMap<>();
        body.put("unit", now.asked().value());
        body.put("from", from.value());
        body.put("sender", now.sender().value());
        body.put("to", now.state().word());
        body.put("lever", now.lever().word());
        body.put("category", now.category());
        body.put("line", now.line().name().toLowerCase(java.util.Locale.ROOT));
        body.put("matters", now.matters());
        body.put("due", now.due());
        body.put("hops", now.hops());
        body.put("version", now.version());
        body.put("ground", now.ground() == null ? null : now.ground().word());
        body.put("holder", now.holder() == null ? null : now.holder().value());
        body.put("root", now.root() == null ? null : now.root().value());
        boolean system = scope.actor().id() == 0;
        return new Change(
                at,
                scope.actor(),
                system ? null : from.value(),
                new Subject("claim", now.id().value()),
                verb.past(),
                body,
                asked.reach());
    }
}
