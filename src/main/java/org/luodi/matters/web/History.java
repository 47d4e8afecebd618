package org.luodi.matters.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.luodi.matters.Corrections;
import org.luodi.organisation.UnitId;
import org.luodi.platform.Slice;
import org.luodi.platform.ledger.Entry;

/** What happened, with the names it needs and the words given by version. */
public record History(
        Slice<Entry> entries,
        Map<Integer, String> notes,
        List<Corrections.Correction> corrections,
        Map<Long, String> accounts,
        Map<UnitId, String> units) {

    public String note(Entry entry) {
        return entry.body().has("version")
                ? notes.get(entry.body().get("version").asInt())
                : null;
    }

    /** What an entry corrected, or proposed to: what stood, and what is to stand. */
    public List<Corrections.Part> parts(Entry entry) {
        Integer version =
                entry.body().has("version") ? entry.body().get("version").asInt() : null;
        return corrections.stream()
                .filter(c -> Objects.equals(version, c.version()) || Objects.equals(version, c.made()))
                .findFirst()
                .map(Corrections.Correction::parts)
                .orElse(List.of());
    }

    public String who(Entry entry) {
        String name = name(entry);
        String unit = unit(entry);
        return unit == null ? name : name + " · " + unit;
    }

    String name(Entry entry) {
        return accounts.getOrDefault(entry.actor(), "");
    }

    String unit(Entry entry) {
        return entry.actingUnit() == null ? null : units.get(new UnitId(entry.actingUnit()));
    }
}
