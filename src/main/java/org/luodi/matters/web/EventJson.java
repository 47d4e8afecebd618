package org.luodi.matters.web;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.luodi.matters.Corrections;
import org.luodi.platform.ledger.Entry;
import tools.jackson.databind.JsonNode;

/**
 * One line of a matter's history as the API shows it.
 *
 * @param unit the unit the actor acted for; null for the system
 * @param note what was said with the move; null where nothing was
 * @param corrected what stood and what is to stand instead, by field; empty where nothing was corrected
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
        List<Corrections.Part> corrected,
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
                history.parts(entry),
                entry.body());
    }
}
