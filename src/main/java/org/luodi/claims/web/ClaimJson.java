package org.luodi.claims.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import org.luodi.claims.Claim;
import org.luodi.organisation.UnitId;

/** A claim as the API shows it. */
record ClaimJson(
        long id,
        String state,
        boolean open,
        String lever,
        int category,
        String line,
        int sender,
        int asked,
        Integer refuser,
        Integer holder,
        LocalDate sent,
        LocalDate due,
        boolean stuck,
        int hops,
        boolean appealed,
        String ground,
        Long root,
        int matters,
        int done,
        int version,
        long changedBy,
        OffsetDateTime changedAt) {

    static ClaimJson of(Claim c, ZoneId zone) {
        return new ClaimJson(
                c.id().value(),
                c.state().word(),
                c.state().isOpen(),
                c.lever().word(),
                c.category(),
                c.line().name().toLowerCase(Locale.ROOT),
                c.sender().value(),
                c.asked().value(),
                number(c.refuser()),
                number(c.holder()),
                c.sentOn(),
                c.due(),
                c.stuck(),
                c.hops(),
                c.appealed(),
                c.ground() == null ? null : c.ground().word(),
                c.root() == null ? null : c.root().value(),
                c.matters(),
                c.done(),
                c.version(),
                c.changedBy(),
                c.changedAt().atZone(zone).toOffsetDateTime());
    }

    private static Integer number(UnitId unit) {
        return unit == null ? null : unit.value();
    }
}
