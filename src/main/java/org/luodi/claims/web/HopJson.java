package org.luodi.claims.web;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.luodi.claims.Hop;

/** A step on a claim's way as the API shows it. */
record HopJson(
        int version,
        OffsetDateTime at,
        String verb,
        int from,
        Integer to,
        String ground,
        String words,
        String stays,
        long by) {

    static HopJson of(Hop hop, ZoneId zone) {
        return new HopJson(
                hop.version(),
                hop.at().atZone(zone).toOffsetDateTime(),
                hop.verb().word(),
                hop.from().value(),
                hop.to() == null ? null : hop.to().value(),
                hop.ground() == null ? null : hop.ground().word(),
                hop.words(),
                hop.stays(),
                hop.by());
    }
}
