package org.luodi.relays.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.luodi.relays.Relay;

/** A package. */
record RelayJson(
        long id,
        String kind,
        int giver,
        int receiver,
        Integer batch,
        String promises,
        String contacts,
        OffsetDateTime openedAt,
        OffsetDateTime endedAt,
        int offered,
        int gone) {

    static RelayJson of(Relay r, ZoneId zone) {
        return new RelayJson(
                r.id(),
                r.kind().word(),
                r.giver().unit().value(),
                r.receiver().unit().value(),
                r.batch(),
                r.promises(),
                r.contacts(),
                time(r.openedAt(), zone),
                time(r.endedAt(), zone),
                r.offered(),
                r.gone());
    }

    static OffsetDateTime time(Instant at, ZoneId zone) {
        return at == null ? null : at.atZone(zone).toOffsetDateTime();
    }
}
