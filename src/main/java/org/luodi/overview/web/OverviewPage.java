package org.luodi.overview.web;

import java.util.List;
import org.luodi.organisation.Line;
import org.luodi.organisation.Unit;
import org.luodi.overview.Age;
import org.luodi.overview.Child;
import org.luodi.overview.Counters;
import org.luodi.overview.Day;
import org.luodi.overview.Measures;
import org.luodi.overview.Numbers;
import org.luodi.overview.Share;
import org.luodi.platform.Slice;

/** What the page of a unit's numbers shows. */
public record OverviewPage(
        Numbers numbers,
        List<Unit> path,
        Slice<Child> children,
        List<NamedShare> categories,
        List<NamedShare> sources,
        List<Day> flows,
        String trend,
        String byCategory,
        int days) {

    /** A category or source with its name. */
    public record NamedShare(String name, Share share) {}

    /** A unit's numbers with the units below, and nothing else. */
    static OverviewPage of(Numbers numbers, List<Unit> path, Slice<Child> children) {
        return new OverviewPage(numbers, path, children, List.of(), List.of(), List.of(), "", "", 0);
    }

    /** Measures shown as tiles, the most painful first. */
    public static final List<String> TILES = List.of("open", "overdue", "week", "reopened", "closed");
    /** Stages shown in a row. */
    public static final List<String> STAGES =
            List.of("raised", "placed", "acting", "settled", "confirmed", "returned", "relapsed");
    /** Columns of the table of units below. */
    public static final List<String> BELOW =
            List.of("open", "overdue", "week", "acting", "settled", "reopened", "closed");
    /** Ended, but not closed. */
    public static final List<String> ENDED = List.of("excluded", "merged");

    public String line() {
        return numbers.line() == Line.INDUSTRY ? "industry" : "territorial";
    }

    public boolean isEmpty() {
        return Measures.ALL.stream().allMatch(m -> m.value().applyAsLong(numbers.all()) == 0);
    }

    /** The value of a measure. */
    public static long value(String measure, Counters counters) {
        return measure(measure).value().applyAsLong(counters);
    }

    /** The list behind a number: exactly as many rows. */
    public String list(Unit unit, String filter) {
        String line = numbers.line() == Line.INDUSTRY ? "&line=industry" : "";
        return "/matters?unit=" + unit.id().value() + line + "&" + filter;
    }

    /** The address of this page. */
    public String here() {
        return "/overview/" + numbers.unit().id().value() + "?line=" + line();
    }

    /** The address of all units directly below. */
    public String all() {
        return "/overview/" + numbers.unit().id().value() + "/children?line=" + line();
    }

    /** The address of further units below, or null. */
    public String more() {
        return children.next() == null ? null : all() + "&cursor=" + children.next();
    }

    public String list(String measure) {
        return list(numbers.unit(), measure(measure).filter());
    }

    public String list(Child child, String measure) {
        return list(child.unit(), measure(measure).filter());
    }

    public String list(Age age) {
        return list(numbers.unit(), "age=" + age.filter());
    }

    /** Matters below: all but the unit's own. */
    public long below(String measure) {
        return value(measure, numbers.all()) - value(measure, numbers.own());
    }

    private static Measures measure(String name) {
        return Measures.ALL.stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
