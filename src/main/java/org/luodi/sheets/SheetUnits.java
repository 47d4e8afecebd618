package org.luodi.sheets;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.luodi.organisation.Line;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.Units;
import org.luodi.platform.Refusal;
import org.springframework.stereotype.Component;

/** Finds the units of many rows at once. */
@Component
class SheetUnits {

    private static final int NAMED = 3;

    private final Units units;

    SheetUnits(Units units) {
        this.units = units;
    }

    /** What a cell says about a unit: the unit, or why it is none. */
    record Answer(Unit unit, Refusal refusal) {

        Unit orThrow() {
            if (refusal != null) {
                throw refusal;
            }
            return unit;
        }
    }

    /** Answers for texts not yet in the map, which grows by them. */
    void answer(Collection<String> texts, Scope scope, Map<String, Answer> known) {
        Set<String> asked = texts.stream().filter(t -> !known.containsKey(t)).collect(Collectors.toSet());
        if (asked.isEmpty()) {
            return;
        }
        Map<String, SheetUnit> read = asked.stream().collect(Collectors.toMap(t -> t, SheetUnit::read));
        Map<String, Unit> byCode = new HashMap<>();
        Set<String> codes = read.values().stream()
                .map(SheetUnit::code)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        units.byCodes(codes).stream().filter(u -> scope.sees(u.at())).forEach(u -> byCode.put(u.code(), u));
        Set<String> names = read.values().stream().map(SheetUnit::whole).collect(Collectors.toSet());
        Map<String, List<Unit>> byName =
                units.byNames(names, scope).stream().collect(Collectors.groupingBy(Unit::name));
        read.forEach((text, unit) ->
                known.put(text, answer(unit, byCode.get(unit.code()), byName.getOrDefault(unit.whole(), List.of()))));
    }

    private Answer answer(SheetUnit asked, Unit byCode, List<Unit> byName) {
        if (byCode != null) {
            return asked.fits(byCode)
                    ? new Answer(byCode, null)
                    : refused("sheets.refused.unit.other", byCode.code(), byCode.name());
        }
        if (byName.size() == 1) {
            return new Answer(byName.get(0), null);
        }
        return byName.isEmpty()
                ? refused("sheets.refused.unit.unknown", SheetEntry.shortened(asked.text()))
                : refused("sheets.refused.unit.ambiguous", asked.whole(), byName.size(), candidates(byName));
    }

    private String candidates(List<Unit> named) {
        return named.stream().limit(NAMED).map(this::path).collect(Collectors.joining("；"));
    }

    private String path(Unit unit) {
        return units.path(unit.id(), Line.TERRITORIAL).stream().map(Unit::name).collect(Collectors.joining("/")) + "（"
                + unit.code() + "）";
    }

    private static Answer refused(String key, Object... args) {
        return new Answer(null, Refusal.of(key, args));
    }
}
