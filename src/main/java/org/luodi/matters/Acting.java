package org.luodi.matters;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.luodi.organisation.Grant;
import org.luodi.organisation.Placement;
import org.luodi.organisation.Scope;
import org.luodi.platform.Refusal;
import org.luodi.platform.ledger.Change;
import org.luodi.platform.ledger.Subject;

/** Who acts at what moment, and how that stands on the ledger. */
record Acting(Scope scope, Instant at) {

    /** The day it is for the person who acts. */
    LocalDate day(Clock clock) {
        return LocalDate.ofInstant(at, clock.getZone());
    }

    /**
     * The entry for a change of a matter; {@code old} is null where it is raised.
     *
     * @throws Refusal as a conflict where the tree has changed since the scope was read: what it allowed may lie elsewhere now
     */
    Change entry(Verb verb, Matter old, Matter now, Placement placement) {
        if (placement.treeVersion() != scope.treeVersion()) {
            throw Refusal.conflict("matters.refused.tree");
        }
        return past(verb, old, now, placement);
    }

    /** The same for what was done earlier, under a tree that has changed since. Only codes, numbers and days go into it. */
    Change past(Verb verb, Matter old, Matter now, Placement placement) {
        Map<String, Object> body = new HashMap<>();
        body.put("unit", now.unit().value());
        body.put("to", now.stage().word());
        body.put("category", now.category());
        body.put("source", now.source());
        body.put("raised", now.raisedOn());
        body.put("due", now.due());
        body.put("reopened", now.reopened());
        body.put("version", now.version());
        body.put("batch", now.batch());
        traits(body, now);
        if (old != null) {
            body.put("from", old.stage().word());
            body.put("was", changed(old, now));
        }
        return new Change(
                at,
                scope.actor(),
                unit(now),
                new Subject("matter", now.id().value()),
                verb.past(),
                body,
                placement.reach());
    }

    private static void traits(Map<String, Object> body, Matter now) {
        if (now.root() != null) {
            body.put("root", now.root().value());
        }
        if (now.traits().symptom() != null) {
            body.put("symptom", now.symptom().value());
        }
        if (now.drive() != null) {
            body.put("drive", now.drive());
        }
    }

    private Integer unit(Matter matter) {
        List<Grant> grants = scope.at(matter.at());
        List<Grant> any = grants.isEmpty() ? scope.grants() : grants;
        return any.isEmpty() ? null : any.get(0).unit().value();
    }

    private static Map<String, Object> changed(Matter old, Matter now) {
        Map<String, Object> was = new HashMap<>();
        put(was, "unit", old.unit().value(), now.unit().value());
        put(was, "category", old.category(), now.category());
        put(was, "source", old.source(), now.source());
        put(was, "raised", old.raisedOn(), now.raisedOn());
        put(was, "due", old.due(), now.due());
        put(was, "reopened", old.reopened(), now.reopened());
        put(was, "drive", old.drive(), now.drive());
        return was;
    }

    private static void put(Map<String, Object> was, String name, Object old, Object now) {
        if (!Objects.equals(old, now)) {
            was.put(name, old);
        }
    }
}
