package org.luodi.papers;

import java.util.List;
import java.util.Map;
import org.luodi.evidence.Item;
import org.luodi.matters.Closings;
import org.luodi.matters.Matters;
import org.luodi.matters.Task;
import org.luodi.organisation.UnitId;
import org.luodi.platform.ledger.Entry;
import org.luodi.programme.Programme;

/**
 * All that a closing report says about one matter.
 *
 * @param evidence what counts, each with its newest version
 * @param photos at most six small pictures of it
 * @param entries the history, oldest first
 * @param notes what was said with each move, by the version it made
 */
record ClosingReport(
        Matters.Told told,
        Programme programme,
        List<Task> tasks,
        Closings.Closing closing,
        List<Item> evidence,
        List<Photo> photos,
        List<Entry> entries,
        Map<Integer, String> notes,
        Names names) {

    /** A small upright picture. */
    record Photo(byte[] content, String caption) {}

    /** Names of the units and people that the report speaks of. */
    record Names(Map<UnitId, String> units, Map<Long, String> people) {

        String unit(UnitId id) {
            return id == null ? "" : units.getOrDefault(id, "#" + id.value());
        }

        String person(long id) {
            return people.getOrDefault(id, "");
        }
    }

    String note(Entry entry) {
        boolean versioned = entry.body().has("version");
        return versioned ? notes.getOrDefault(entry.body().get("version").asInt(), "") : "";
    }

    String who(Entry entry) {
        String unit = entry.actingUnit() == null ? "" : names.unit(new UnitId(entry.actingUnit()));
        String person = names.person(entry.actor());
        return unit.isEmpty() ? person : person + "（" + unit + "）";
    }
}
