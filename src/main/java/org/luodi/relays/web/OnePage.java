package org.luodi.relays.web;

import java.util.List;
import java.util.Map;
import org.luodi.organisation.UnitId;
import org.luodi.programme.Programme;
import org.luodi.relays.Relay;
import org.luodi.relays.RelayItem;

/**
 * One package.
 *
 * @param decides whether this person may accept and refuse
 * @param withdraws whether this person may take items back
 * @param batch the batch it leads into, or null
 * @param typed what was typed into a decision that was refused
 */
public record OnePage(
        Relay relay,
        List<RelayItem> items,
        Map<UnitId, String> names,
        Map<Long, String> people,
        boolean decides,
        boolean withdraws,
        Programme.Batch batch,
        Map<String, String> typed) {

    public String name(UnitId unit) {
        return names.getOrDefault(unit, "#" + unit.value());
    }

    public String person(Long id) {
        return people.getOrDefault(id, "");
    }

    /** The reason that was typed for a decision about a matter; empty where none was. */
    public String reason(String noun, RelayItem item) {
        boolean asked = noun.equals(typed.get("noun"))
                && Long.toString(item.told().matter().id().value()).equals(typed.get("matter"));
        return asked ? typed.getOrDefault("reason", "") : "";
    }
}
