package org.luodi.voice.web;

import java.util.List;
import java.util.Map;
import org.luodi.search.UnitSearch;
import org.luodi.voice.Similar;

/**
 * The form in which somebody reports.
 *
 * @param typed what stands in the fields
 * @param place the unit that is chosen, or null
 * @param found units that fit what was typed as the place; null where nothing was looked for
 * @param categories key to name
 * @param similar reports that may be the same; empty before anything was sent
 * @param challenge the sum that the device does meanwhile
 */
public record ReportForm(
        Map<String, String> typed,
        UnitSearch.Hit place,
        UnitSearch.Found found,
        Map<String, String> categories,
        List<Similar.Other> similar,
        String challenge) {

    public String value(String field) {
        return typed.get(field);
    }

    public boolean checked(String field) {
        return typed.get(field) != null;
    }

    /** The units to choose from: the chosen one first. */
    public List<UnitSearch.Hit> places() {
        List<UnitSearch.Hit> others = found == null
                ? List.of()
                : found.hits().stream().filter(h -> !h.unit().isClosed()).toList();
        if (place == null) {
            return others;
        }
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(place),
                        others.stream()
                                .filter(h -> !h.unit().id().equals(place.unit().id())))
                .toList();
    }

    public boolean isChosen(UnitSearch.Hit hit) {
        return place != null && place.unit().id().equals(hit.unit().id());
    }

    /** The name of a category, or null. */
    public String category(Similar.Other other) {
        return other.category() == null ? null : categories.get(other.category().toString());
    }

    /** Whether something was looked for and nothing found. */
    public boolean nothingFound() {
        return found != null && places().isEmpty();
    }
}
