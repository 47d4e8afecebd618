package org.luodi.overview.web;

import java.util.List;
import java.util.Map;
import org.luodi.organisation.Line;
import org.luodi.organisation.Unit;
import org.luodi.overview.Child;
import org.luodi.overview.Counters;
import org.luodi.overview.Drives;
import org.luodi.overview.Measures;
import org.luodi.platform.Slice;

/**
 * What the page of one drive at one unit shows.
 *
 * @param path the units above, as far as they are in sight
 * @param named units the drive names by their code, as far as they are there
 */
public record DrivePage(Drives.Rollup rollup, List<Unit> path, Slice<Child> children, Map<String, Unit> named) {

    /** What is counted by drive, in the order of the columns. */
    public static final List<String> MEASURES = List.of("open", "overdue", "settled", "reopened", "closed");

    public Unit unit() {
        return rollup.unit();
    }

    public String line() {
        return rollup.line() == Line.INDUSTRY ? "?line=industry" : "";
    }

    /** This drive at another unit. */
    public String at(Unit unit) {
        return "/overview/" + unit.id().value() + "/drives/" + rollup.drive().key() + line();
    }

    /** The list behind a number: exactly as many rows. */
    public String list(Unit unit, String measure) {
        return list(unit, rollup.line(), rollup.drive().key(), measure);
    }

    /** The same for any drive. */
    public static String list(Unit unit, Line line, int drive, String measure) {
        String industry = line == Line.INDUSTRY ? "&line=industry" : "";
        return "/matters?unit=" + unit.id().value() + industry + "&drive=" + drive + "&"
                + measure(measure).filter();
    }

    public static long value(String measure, Counters counters) {
        return measure(measure).value().applyAsLong(counters);
    }

    /** Further units below, or null. */
    public String more() {
        String sign = line().isEmpty() ? "?" : "&";
        return children.next() == null ? null : at(unit()) + sign + "cursor=" + children.next();
    }

    private static Measures measure(String name) {
        return Measures.ALL.stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
