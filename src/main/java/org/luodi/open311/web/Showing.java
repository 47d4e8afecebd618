package org.luodi.open311.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.luodi.open311.Request;
import org.luodi.organisation.Directory;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.web.Ui;
import org.luodi.platform.web.Uis;
import org.springframework.stereotype.Component;

/** Shows requests as the specification has them, a thousand with few questions. */
@Component
class Showing {

    /** So exactly is it said where something is: to about a hundred metres, for at one end of it somebody may live. */
    private static final double EXACT = 1000;

    private static final int LONGEST = 4000;

    private final Units units;
    private final Directory directory;
    private final ServiceList services;
    private final Uis uis;
    private final Clock clock;

    Showing(Units units, Directory directory, ServiceList services, Uis uis, Clock clock) {
        this.units = units;
        this.directory = directory;
        this.services = services;
        this.uis = uis;
        this.clock = clock;
    }

    /** What is read once for all of them. */
    private record Beside(Ui ui, Map<UnitId, Unit> units, Map<UnitId, List<Directory.Above>> paths) {

        String name(UnitId unit) {
            return units.containsKey(unit) ? units.get(unit).name() : null;
        }
    }

    List<RequestJson> of(List<Request> requests) {
        List<UnitId> places =
                requests.stream().map(r -> r.report().place()).distinct().toList();
        Map<UnitId, Unit> named =
                units
                        .all(Stream.concat(places.stream(), requests.stream().map(Request::unit))
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Unit::id, Function.identity()));
        Map<UnitId, List<Directory.Above>> paths =
                directory.paths(places.stream().map(UnitId::value).toList());
        Beside beside = new Beside(uis.now(), named, paths);
        return requests.stream().map(r -> json(r, beside)).toList();
    }

    private RequestJson json(Request request, Beside beside) {
        var report = request.report();
        Integer category = report.category() == null ? ServiceList.NONE : report.category();
        return new RequestJson(
                report.code(),
                request.isClosed() ? "closed" : "open",
                status(request, beside.ui()),
                services.name(category),
                category.toString(),
                description(request.open().text()),
                beside.name(request.unit()),
                notice(request, beside),
                written(request.open().at()),
                written(request.updatedAt()),
                expected(due(request)),
                address(report.place(), beside),
                beside.units().containsKey(report.place())
                        ? beside.units().get(report.place()).code()
                        : null,
                null,
                report.point() == null ? null : rounded(report.point().latitude()),
                report.point() == null ? null : rounded(report.point().longitude()),
                null);
    }

    private static String status(Request request, Ui ui) {
        return request.matter() == null
                ? ui.text("voice.stage." + request.report().stage().word())
                : ui.text("matters.stage." + request.matter().stage().word());
    }

    private String notice(Request request, Beside beside) {
        if (request.open().text() == null) {
            return beside.ui().text("open311.withheld");
        }
        LocalDate due = due(request);
        if (request.isClosed() || due == null) {
            return null;
        }
        boolean late = due.isBefore(LocalDate.now(clock));
        return beside.ui().text(late ? "open311.late" : "open311.due", beside.name(request.unit()), due);
    }

    private static LocalDate due(Request request) {
        return request.matter() == null
                ? request.report().due()
                : request.matter().due();
    }

    /** The end of the day. */
    private String expected(LocalDate due) {
        return due == null
                ? null
                : written(due.atTime(LocalTime.MAX)
                        .atZone(clock.getZone())
                        .toInstant()
                        .truncatedTo(ChronoUnit.SECONDS));
    }

    /** From the narrowest place to the widest. */
    private static String address(UnitId place, Beside beside) {
        List<Directory.Above> above = beside.paths().getOrDefault(place, List.of());
        StringBuilder address = new StringBuilder(String.valueOf(beside.name(place)));
        for (int i = above.size() - 1; i >= 0; i--) {
            address.append(", ").append(above.get(i).name());
        }
        return address.toString();
    }

    private static String description(String text) {
        boolean fits = text == null || text.codePointCount(0, text.length()) <= LONGEST;
        return fits ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * EXACT) / EXACT;
    }

    private String written(Instant at) {
        return Moments.written(at.atZone(clock.getZone()).toOffsetDateTime());
    }
}
