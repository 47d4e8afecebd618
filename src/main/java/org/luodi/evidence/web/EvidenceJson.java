package org.luodi.evidence.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.luodi.evidence.Item;

/** A piece of evidence as the API shows it, the newest version first. */
record EvidenceJson(
        long id, long matter, Long task, String kind, String name, List<Version> versions, Removal removed) {

    /** One version; {@code digest} is the SHA-256 of what is kept. */
    record Version(
            int number,
            String name,
            String type,
            String caption,
            long size,
            String digest,
            long addedBy,
            OffsetDateTime addedAt) {}

    /** When, by whom and why it was removed. */
    record Removal(OffsetDateTime at, long by, String reason) {}

    static EvidenceJson of(Item item, ZoneId zone) {
        List<Version> versions = item.versions().stream()
                .map(v -> new Version(
                        v.number(),
                        v.name(),
                        v.type().word(),
                        v.caption(),
                        v.size(),
                        v.digest(),
                        v.addedBy(),
                        time(v.addedAt(), zone)))
                .toList();
        Item.Removed removed = item.removed();
        return new EvidenceJson(
                item.id(),
                item.matter().value(),
                item.task(),
                item.kind().word(),
                item.name(),
                versions,
                removed == null ? null : new Removal(time(removed.at(), zone), removed.by(), removed.reason()));
    }

    private static OffsetDateTime time(Instant at, ZoneId zone) {
        return at.atZone(zone).toOffsetDateTime();
    }
}
