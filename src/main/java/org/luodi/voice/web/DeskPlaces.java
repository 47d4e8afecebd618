package org.luodi.voice.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.luodi.organisation.Line;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.search.UnitSearch;
import org.springframework.stereotype.Component;

/** Units from which somebody at a desk chooses: those that stand to reason, the chosen one, and those that were looked for. */
@Component
class DeskPlaces {

    private static final int FOUND = 20;

    private final Units units;
    private final UnitSearch search;

    DeskPlaces(Units units, UnitSearch search) {
        this.units = units;
        this.search = search;
    }

    List<UnitSearch.Hit> of(Stream<UnitId> likely, Map<String, String> typed) {
        Map<UnitId, UnitSearch.Hit> all = new LinkedHashMap<>();
        String chosen = typed.getOrDefault("unit", "");
        if (chosen.matches("\\d{1,9}")) {
            add(all, new UnitId(Integer.parseInt(chosen)));
        }
        String words = typed.getOrDefault("q", "");
        if (!words.isBlank()) {
            search.find(words).hits().stream()
                    .filter(h -> !h.unit().isClosed())
                    .limit(FOUND)
                    .forEach(h -> all.putIfAbsent(h.unit().id(), h));
        }
        likely.forEach(id -> add(all, id));
        return List.copyOf(all.values());
    }

    private void add(Map<UnitId, UnitSearch.Hit> all, UnitId id) {
        if (!all.containsKey(id)) {
            units.find(id).filter(u -> !u.isClosed()).ifPresent(u -> all.put(id, hit(u)));
        }
    }

    private UnitSearch.Hit hit(Unit unit) {
        List<String> path =
                units.path(unit.id(), Line.TERRITORIAL).stream().map(Unit::name).toList();
        return new UnitSearch.Hit(unit, path.subList(0, Math.max(0, path.size() - 1)));
    }
}
