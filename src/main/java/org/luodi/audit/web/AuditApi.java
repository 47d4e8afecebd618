package org.luodi.audit.web;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.luodi.audit.Audits;
import org.luodi.organisation.Scope;
import org.luodi.platform.Slice;
import org.luodi.platform.ledger.AuditTrail;
import org.luodi.platform.ledger.Entry;
import org.luodi.platform.web.Paging;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The record over the API, as it stands on the ledger. */
@RestController
class AuditApi {

    private final Audits audits;
    private final ZoneId zone;

    AuditApi(Audits audits, ZoneId zone) {
        this.audits = audits;
        this.zone = zone;
    }

    record Row(
            OffsetDateTime at,
            AuditTrail.Kind kind,
            String verb,
            long actor,
            Integer unit,
            About about,
            JsonNode body) {}

    record About(String kind, long id) {}

    @GetMapping("/api/audit")
    Slice<Row> list(AuditQuery query, Paging paging, Scope scope) {
        Slice<Entry> page = audits.list(query.sought(), scope, paging.cursor(), paging.rows());
        return new Slice<>(page.rows().stream().map(this::row).toList(), page.next());
    }

    private Row row(Entry e) {
        return new Row(
                e.at().atZone(zone).toOffsetDateTime(),
                AuditTrail.kind(e),
                e.verb(),
                e.actor(),
                e.actingUnit(),
                new About(e.about().kind(), e.about().id()),
                e.body());
    }
}
