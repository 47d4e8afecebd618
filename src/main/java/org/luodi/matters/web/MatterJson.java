package org.luodi.matters.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.luodi.matters.Matter;
import org.luodi.matters.Matters;

/**
 * A matter as the API shows it.
 *
 * @param words texts and days by field; null where nothing is written
 */
record MatterJson(
        long id,
        String number,
        int unit,
        String stage,
        boolean open,
        int category,
        int source,
        int batch,
        LocalDate raised,
        LocalDate due,
        int reopened,
        Long mergedInto,
        String kind,
        int symptom,
        Long root,
        boolean waits,
        boolean marked,
        Integer drive,
        Integer importance,
        LocalDate nextCheck,
        int version,
        long changedBy,
        OffsetDateTime changedAt,
        Map<String, String> words) {

    static MatterJson of(Matters.Told told, ZoneId zone) {
        Matter m = told.matter();
        return new MatterJson(
                m.id().value(),
                m.number(),
                m.unit().value(),
                m.stage().word(),
                m.stage().isOpen(),
                m.category(),
                m.source(),
                m.batch(),
                m.raisedOn(),
                m.due(),
                m.reopened(),
                m.mergedInto() == null ? null : m.mergedInto().value(),
                m.kind().word(),
                m.symptom().value(),
                m.root() == null ? null : m.root().value(),
                m.waits(),
                m.marked(),
                m.drive(),
                m.importance(),
                m.nextCheck(),
                m.version(),
                m.changedBy(),
                m.changedAt().atZone(zone).toOffsetDateTime(),
                Words.of(told.detail()));
    }
}
