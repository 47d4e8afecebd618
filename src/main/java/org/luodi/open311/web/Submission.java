package org.luodi.open311.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.Refusal;
import org.luodi.search.UnitSearch;
import org.luodi.voice.Nearby;
import org.luodi.voice.NewReport;
import org.luodi.voice.Point;
import org.luodi.voice.Way;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Reads what a client sends into a report. Names and numbers of people and devices are passed over: nobody needs them here. */
@Component
class Submission {

    private static final int TEXT = 4000;
    private static final int ADDRESS = 500;
    private static final int PLACES = 5;
    private static final String NUMBER = "[+-]?\\d{1,3}(\\.\\d{1,20})?";

    private final Units units;
    private final UnitSearch search;
    private final Nearby nearby;
    private final ServiceList services;

    Submission(Units units, UnitSearch search, Nearby nearby, ServiceList services) {
        this.units = units;
        this.search = search;
        this.nearby = nearby;
        this.services = services;
    }

    NewReport read(MultiValueMap<String, String> typed, int category) {
        Optional<Point> point = point(typed);
        UnitId place = place(typed, point);
        return NewReport.of(place, text(typed, category))
                .in(category == ServiceList.NONE ? null : category)
                .at(point.orElse(null))
                .by(Way.OPEN311)
                .aboutHandler(yes(typed, ServiceList.ITSELF))
                .reachedAt(
                        one(typed, "email").or(() -> one(typed, "phone")).orElse(null), yes(typed, ServiceList.CIRCLE));
    }

    /** The description with the address, if one is given; the name of the service where nothing else is said. */
    private String text(MultiValueMap<String, String> typed, int category) {
        String description = one(typed, "description").orElseGet(() -> services.name(category));
        refuseIf(length(description) > TEXT, "open311.refused.long", "description", Integer.toString(TEXT));
        return one(typed, "address_string").map(a -> description + "\n" + a).orElse(description);
    }

    /** A named unit, else the nearest known one, else the one that the address names. */
    private UnitId place(MultiValueMap<String, String> typed, Optional<Point> point) {
        Optional<String> code = attribute(typed, ServiceList.UNIT).or(() -> one(typed, "address_id"));
        if (code.isPresent()) {
            return code.filter(c -> c.indexOf('\0') < 0)
                    .flatMap(units::byCode)
                    .filter(u -> !u.isClosed())
                    .map(Unit::id)
                    .orElseThrow(() -> Refusal.of("open311.refused.unit", Moments.brief(code.get())));
        }
        Optional<UnitId> near = point.stream()
                .flatMap(p -> nearby.units(p).stream())
                .flatMap(u -> units.find(u).stream())
                .filter(u -> !u.isClosed())
                .map(Unit::id)
                .findFirst();
        Optional<String> address = one(typed, "address_string");
        refuseIf(
                near.isEmpty() && address.isEmpty(),
                point.isPresent() ? "open311.refused.nowhere" : "open311.refused.place");
        return near.orElseGet(() -> named(address.orElseThrow()));
    }

    private UnitId named(String address) {
        refuseIf(length(address) > ADDRESS, "open311.refused.long", "address_string", Integer.toString(ADDRESS));
        List<UnitSearch.Hit> hits = search.find(address.replaceAll("[,，;；、]", " ")).hits().stream()
                .filter(h -> !h.unit().isClosed())
                .toList();
        String first = address.split("[\\s,，;；、]+", 2)[0];
        List<UnitSearch.Hit> exact =
                hits.stream().filter(h -> h.unit().name().equals(first)).toList();
        List<UnitSearch.Hit> meant = exact.isEmpty() ? hits : exact;
        refuseIf(meant.isEmpty(), "open311.refused.address", Moments.brief(address));
        refuseIf(meant.size() > 1, "open311.refused.ambiguous", choices(meant));
        return meant.get(0).unit().id();
    }

    private static String choices(List<UnitSearch.Hit> hits) {
        return hits.stream()
                .limit(PLACES)
                .map(h -> h.unit().code() + " " + h.unit().name() + " (" + String.join(" / ", h.superiors()) + ")")
                .reduce((a, b) -> a + "; " + b)
                .orElse("");
    }

    private static Optional<Point> point(MultiValueMap<String, String> typed) {
        Optional<String> latitude = one(typed, "lat");
        Optional<String> longitude = one(typed, "long");
        if (latitude.isEmpty() && longitude.isEmpty()) {
            return Optional.empty();
        }
        boolean read = Stream.of(latitude, longitude)
                .allMatch(d -> d.filter(v -> v.matches(NUMBER)).isPresent());
        refuseIf(!read, "open311.refused.position");
        return Optional.of(new Point(Double.parseDouble(latitude.get()), Double.parseDouble(longitude.get())));
    }

    private static boolean yes(MultiValueMap<String, String> typed, String attribute) {
        String answer = attribute(typed, attribute).orElse("0");
        refuseIf(!List.of("0", "1").contains(answer), "open311.refused.choice", "attribute[" + attribute + "]");
        return answer.equals("1");
    }

    private static Optional<String> attribute(MultiValueMap<String, String> typed, String code) {
        return one(typed, "attribute[" + code + "]").or(() -> one(typed, "attribute[" + code + "][]"));
    }

    /** What is empty is not given. */
    static Optional<String> one(MultiValueMap<String, String> typed, String name) {
        return Optional.ofNullable(typed.getFirst(name)).map(String::strip).filter(v -> !v.isEmpty());
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static void refuseIf(boolean condition, String key, Object... args) {
        if (condition) {
            throw Refusal.of(key, args);
        }
    }
}
