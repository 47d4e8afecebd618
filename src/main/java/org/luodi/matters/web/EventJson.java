package org.luodi.matters.web;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.luodi.platform.ledger.Entry;
import tools.jackson.databind.JsonNode;

/**
 * One line of a matter's history as the API shows it.
 *
 * @param unit the unit the actor acted for; null for the system
 * @param note what was said with the move; null where nothing was
 * @param body codes, numbers and days after the change; {@code was} in it holds what changed as it stood before
 */
record EventJson(
        long id,
        OffsetDateTime at,
        String verb,
        long actor,
        String actorName,
        Integer unit,
        String unitName,
        String note,
        JsonNode body) {

    static EventJson of(Entry entry, History history, ZoneId zone) {
        return new EventJson(
                entry.place().id(),
                entry.at().atZone(zone).toOffsetDateTime(),
                entry.verb(),
                entry.actor(),
                history.name(entry),
                entry.actingUnit(),
                history.unit(entry),
                history.note(entry),
                entry.body());
    }
}
