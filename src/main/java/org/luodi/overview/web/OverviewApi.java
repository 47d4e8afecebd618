package org.luodi.overview.web;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.luodi.organisation.Line;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.overview.Age;
import org.luodi.overview.Child;
import org.luodi.overview.Counters;
import org.luodi.overview.Day;
import org.luodi.overview.Measures;
import org.luodi.overview.Numbers;
import org.luodi.overview.Overview;
import org.luodi.overview.Share;
import org.luodi.platform.Parameter;
import org.luodi.platform.Slice;
import org.luodi.platform.web.Paging;
import org.luodi.platform.web.Uis;
import org.luodi.programme.Programme;
import org.luodi.programme.Programmes;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The numbers of a unit as JSON. */
@RestController
class OverviewApi {

    private final Overview overview;
    private final Programmes programmes;
    private final Uis uis;
    private final ZoneId zone;

    OverviewApi(Overview overview, Programmes programmes, Uis uis, ZoneId zone) {
        this.overview = overview;
        this.programmes = programmes;
        this.uis = uis;
        this.zone = zone;
    }

    record UnitNumbers(
            int unit,
            String name,
            Line.Word line,
            OffsetDateTime asOf,
            Map<String, Long> all,
            Map<String, Long> own,
            List<ShareValues> categories,
            List<ShareValues> sources,
            List<Age> ages) {}

    record ShareValues(int key, String name, Map<String, Long> values) {}

    record ChildNumbers(int unit, String name, Map<String, Long> values) {}

    record Definition(String name, String title, String definition, String list) {}

    @GetMapping("/api/overview/{unit}")
    UnitNumbers numbers(
            @PathVariable int unit, @RequestParam(defaultValue = "territorial") Line.Word line, Scope scope) {
        Numbers numbers = overview.numbers(new UnitId(unit), line.line(), scope);
        Programme programme = programmes.current();
        return new UnitNumbers(
                unit,
                numbers.unit().name(),
                line,
                numbers.asOf().atZone(zone).toOffsetDateTime(),
                values(numbers.all()),
                values(numbers.own()),
                numbers.categories().stream()
                        .map(s -> share(s, programme.category(s.key())))
                        .toList(),
                numbers.sources().stream()
                        .map(s -> share(s, programme.source(s.key())))
                        .toList(),
                numbers.ages());
    }

    @GetMapping("/api/overview/{unit}/children")
    Slice<ChildNumbers> children(
            @PathVariable int unit,
            @RequestParam(defaultValue = "territorial") Line.Word line,
            Scope scope,
            Paging paging) {
        Slice<Child> below = overview.children(
                new UnitId(unit), line.line(), scope, new Overview.Paging(paging.cursor(), paging.rows()));
        return new Slice<>(
                below.rows().stream()
                        .map(c ->
                                new ChildNumbers(c.unit().id().value(), c.unit().name(), values(c.counters())))
                        .toList(),
                below.next());
    }

    @GetMapping("/api/overview/{unit}/trend")
    List<Day> trend(
            @PathVariable int unit,
            @RequestParam(defaultValue = "territorial") Line.Word line,
            @RequestParam(defaultValue = "90") int days,
            Scope scope) {
        return overview.trend(new UnitId(unit), line.line(), scope, Parameter.within("days", days, 1, 366));
    }

    @GetMapping("/api/measures")
    List<Definition> measures() {
        return Measures.ALL.stream()
                .map(m -> new Definition(
                        m.name(),
                        uis.now().text("overview.measure." + m.name()),
                        uis.now().text("overview.measure." + m.name() + ".definition"),
                        m.filter()))
                .toList();
    }

    private ShareValues share(Share share, java.util.Optional<Programme.Term> term) {
        String language = uis.now().language();
        String name = term.map(t -> t.name().in(language)).orElse(String.valueOf(share.key()));
        Map<String, Long> values = values(share.counters());
        values.remove("overdue");
        values.remove("week");
        return new ShareValues(share.key(), name, values);
    }

    private static Map<String, Long> values(Counters counters) {
        Map<String, Long> values = new LinkedHashMap<>();
        Measures.ALL.forEach(m -> values.put(m.name(), m.value().applyAsLong(counters)));
        return values;
    }
}
