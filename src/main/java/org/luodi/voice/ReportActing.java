package org.luodi.voice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.luodi.organisation.Grant;
import org.luodi.organisation.Placement;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.ledger.Change;
import org.luodi.platform.ledger.Subject;

/** Who acts at what moment, and how that stands on the ledger. A reporter acts as nobody: the ledger does not know him. */
record ReportActing(Scope scope, Instant at) {

    /** Somebody with a receipt, or the clock. */
    static ReportActing nobody(Instant at) {
        return new ReportActing(new Scope(Actor.SYSTEM, java.util.List.of(), 0), at);
    }

    boolean isNobody() {
        return scope.actor().id() == 0;
    }

    LocalDate day(ZoneId zone) {
        return LocalDate.ofInstant(at, zone);
    }

    /** The entry for a step of a report: codes, numbers and days, and nothing that was typed. */
    Change entry(Verb verb, Report now, Placement asked) {
        return entry(verb.past(), now, asked);
    }

    /** The same for what is no step, such as a day that has passed. */
    Change entry(String past, Report now, Placement asked) {
        Map<String, Object> body = new HashMap<>();
        body.put("place", now.place().value());
        body.put("unit", now.receiver().value());
        body.put("asked", now.asked().value());
        body.put("to", now.stage().word());
        body.put("category", now.category());
        body.put("way", now.way().word());
        body.put("about", now.aboutHandler());
        body.put("echo", now.echoOf() == null ? null : now.echoOf().value());
        body.put("matter", now.matter() == null ? null : now.matter().value());
        body.put("hand-backs", now.handBacks());
        body.put("due", now.due());
        body.put("version", now.version());
        UnitId unit = unit(now);
        return new Change(
                at,
                scope.actor(),
                unit == null ? null : unit.value(),
                new Subject("report", now.id().value()),
                past,
                body,
                asked.reach());
    }

    /** The unit somebody acts for: one of his that reaches the report, else his first. */
    UnitId unit(Report report) {
        return scope.grants().stream()
                .filter(g -> g.covers(report.askedAt()))
                .findFirst()
                .or(() -> scope.grants().stream().findFirst())
                .map(Grant::unit)
                .orElse(null);
    }
}
