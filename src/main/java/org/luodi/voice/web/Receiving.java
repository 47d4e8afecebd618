package org.luodi.voice.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.luodi.organisation.Line;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.web.ProofOfWork;
import org.luodi.platform.web.Uis;
import org.luodi.programme.Programme;
import org.luodi.programme.Programmes;
import org.luodi.search.UnitSearch;
import org.luodi.voice.Nearby;
import org.luodi.voice.NewReport;
import org.luodi.voice.Point;
import org.luodi.voice.Similar;
import org.springframework.stereotype.Component;

/** Reads what somebody typed into the form of a report, and shows it again. */
@Component
class Receiving {

    private static final int PLACES = 12;

    private final Units units;
    private final UnitSearch search;
    private final Programmes programmes;
    private final Nearby nearby;
    private final ProofOfWork work;
    private final Uis uis;

    Receiving(Units units, UnitSearch search, Programmes programmes, Nearby nearby, ProofOfWork work, Uis uis) {
        this.units = units;
        this.search = search;
        this.programmes = programmes;
        this.nearby = nearby;
        this.work = work;
        this.uis = uis;
    }

    ReportForm form(Map<String, String> typed) {
        return form(typed, null, List.of());
    }

    /** The same with the units that fit what was typed as the place. */
    ReportForm searched(Map<String, String> typed) {
        String q = typed.getOrDefault("q", "");
        UnitSearch.Found all = search.find(q);
        List<UnitSearch.Hit> open =
                all.hits().stream().filter(h -> !h.unit().isClosed()).toList();
        boolean more = all.more() || open.size() > PLACES;
        List<UnitSearch.Hit> hits = Stream.concat(near(typed), open.stream())
                .distinct()
                .limit(PLACES)
                .toList();
        boolean nothing = q.isBlank() && hits.isEmpty();
        return form(typed, nothing ? null : new UnitSearch.Found(hits, more, all.percent()), List.of());
    }

    /** The same with reports that may be about the same. */
    ReportForm beside(Map<String, String> typed, List<Similar.Other> similar) {
        return form(typed, null, similar);
    }

    private ReportForm form(Map<String, String> typed, UnitSearch.Found found, List<Similar.Other> similar) {
        String challenge = work.challenge(typed.get("once"));
        return new ReportForm(typed, place(typed).orElse(null), found, categories(), similar, challenge);
    }

    /** Units that earlier reports named near the position. */
    private Stream<UnitSearch.Hit> near(Map<String, String> typed) {
        Point point = point(typed);
        return point == null
                ? Stream.empty()
                : nearby.units(point).stream()
                        .flatMap(u -> units.find(u).stream())
                        .filter(u -> !u.isClosed())
                        .map(this::hit);
    }

    NewReport read(Map<String, String> typed) {
        UnitId place = place(typed).map(h -> h.unit().id()).orElse(null);
        return NewReport.of(place, typed.get("text"))
                .in(number(typed.get("category")))
                .at(point(typed))
                .aboutHandler(typed.get("itself") != null)
                .wished(typed.get("deed") != null)
                .reachedAt(typed.get("contact"), typed.get("circle") != null)
                .once(typed.get("once"))
                .proven(work.isShown(typed.get("altcha"), typed.get("once")));
    }

    private Optional<UnitSearch.Hit> place(Map<String, String> typed) {
        return Optional.ofNullable(number(typed.get("unit")))
                .flatMap(n -> units.find(new UnitId(n)))
                .filter(u -> !u.isClosed())
                .map(this::hit);
    }

    private UnitSearch.Hit hit(Unit unit) {
        List<Unit> path = units.path(unit.id(), Line.TERRITORIAL);
        return new UnitSearch.Hit(
                unit, path.stream().limit(path.size() - 1L).map(Unit::name).toList());
    }

    /** Key to name, the wider category before the narrower one. */
    Map<String, String> categories() {
        Programme programme = programmes.current();
        String language = uis.now().language();
        Map<String, String> options = new LinkedHashMap<>();
        for (Programme.Term term : programme.categories()) {
            String above = Optional.ofNullable(term.parent())
                    .flatMap(programme::category)
                    .map(t -> t.name().in(language) + " / ")
                    .orElse("");
            options.put(Integer.toString(term.key()), above + term.name().in(language));
        }
        return options;
    }

    private static Point point(Map<String, String> typed) {
        String latitude = typed.getOrDefault("latitude", "");
        String longitude = typed.getOrDefault("longitude", "");
        boolean given = latitude.matches("-?\\d{1,2}(\\.\\d{1,9})?") && longitude.matches("-?\\d{1,3}(\\.\\d{1,9})?");
        return given ? new Point(Double.parseDouble(latitude), Double.parseDouble(longitude)) : null;
    }

    static Integer number(String typed) {
        return typed != null && typed.matches("\\d{1,9}") ? Integer.valueOf(typed) : null;
    }
}
