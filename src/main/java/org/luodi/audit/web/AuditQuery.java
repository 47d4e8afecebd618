package org.luodi.audit.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.luodi.audit.Audits;
import org.luodi.platform.ledger.AuditTrail;

/** What stands in the address of the record; null wherever it does not matter. */
public record AuditQuery(AuditTrail.Kind kind, Long person, LocalDate day, String unit) {

    Audits.Sought sought() {
        return new Audits.Sought(kind, person, day, unit);
    }

    public AuditQuery of(Long other) {
        return new AuditQuery(kind, other, day, unit);
    }

    /** As it stands behind the question mark. */
    public String address() {
        return "kind=" + (kind == null ? "" : kind) + "&person=" + (person == null ? "" : person) + "&day="
                + (day == null ? "" : day) + "&unit="
                + (unit == null ? "" : URLEncoder.encode(unit, StandardCharsets.UTF_8));
    }
}
