package org.luodi.promises.web;

import java.time.LocalDate;
import java.util.List;
import org.luodi.organisation.Unit;
import org.luodi.overview.Counters;
import org.luodi.overview.Measures;
import org.luodi.platform.Slice;
import org.luodi.promises.Shown;

/**
 * What anybody sees of a unit.
 *
 * @param path the units above it, root first
 * @param below the units directly below it
 * @param deeds whether only deeds for the public are shown
 */
public record UnitPage(
        Unit unit,
        List<Unit> path,
        Slice<Unit> below,
        Slice<Shown> promises,
        boolean deeds,
        Counters counters,
        LocalDate today) {

    private static final List<String> NUMBERS = List.of("open", "overdue", "settled", "closed", "reopened");

    /** The numbers that are shown, each with its definition. */
    public List<Measures> measures() {
        return Measures.ALL.stream().filter(m -> NUMBERS.contains(m.name())).toList();
    }

    public long value(Measures measure) {
        return measure.value().applyAsLong(counters);
    }

    /** The address of this page. */
    public String here() {
        return "/promises/units/" + unit.id().value();
    }

    /** The address of further promises, or null. */
    public String more() {
        return promises.next() == null ? null : here() + "?cursor=" + promises.next() + (deeds ? "&deeds=true" : "");
    }

    /** The address of further units below, or null. */
    public String further() {
        return below.next() == null ? null : here() + "?below=" + below.next() + "#below";
    }
}
