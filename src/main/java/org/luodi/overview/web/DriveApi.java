package org.luodi.overview.web;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.luodi.organisation.Line;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.overview.Child;
import org.luodi.overview.Counters;
import org.luodi.overview.Drives;
import org.luodi.overview.Overview;
import org.luodi.platform.Slice;
import org.luodi.platform.web.Paging;
import org.luodi.platform.web.Uis;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The numbers of drives as JSON. */
@RestController
class DriveApi {

    private final Drives drives;
    private final Uis uis;
    private final ZoneId zone;

    DriveApi(Drives drives, Uis uis, ZoneId zone) {
        this.drives = drives;
        this.uis = uis;
        this.zone = zone;
    }

    record DriveValues(int drive, String name, Map<String, Long> values) {}

    record DriveNumbers(
            int unit,
            String unitName,
            int drive,
            String name,
            Line.Word line,
            boolean inScope,
            OffsetDateTime asOf,
            Map<String, Long> all,
            Map<String, Long> own) {}

    @GetMapping("/api/overview/{unit}/drives")
    List<DriveValues> all(
            @PathVariable int unit, @RequestParam(defaultValue = "territorial") Line.Word line, Scope scope) {
        String language = uis.now().language();
        return drives.all(new Drives.At(new UnitId(unit), line.line()), scope).stream()
                .map(c -> new DriveValues(c.drive().key(), c.drive().name().in(language), values(c.counters())))
                .toList();
    }

    @GetMapping("/api/overview/{unit}/drives/{drive}")
    DriveNumbers one(
            @PathVariable int unit,
            @PathVariable int drive,
            @RequestParam(defaultValue = "territorial") Line.Word line,
            Scope scope) {
        Drives.Rollup rollup = drives.one(new Drives.At(new UnitId(unit), line.line()), drive, scope);
        return new DriveNumbers(
                unit,
                rollup.unit().name(),
                drive,
                rollup.drive().name().in(uis.now().language()),
                line,
                rollup.inScope(),
                rollup.asOf().atZone(zone).toOffsetDateTime(),
                values(rollup.all()),
                values(rollup.own()));
    }

    @GetMapping("/api/overview/{unit}/drives/{drive}/children")
    Slice<OverviewApi.ChildNumbers> children(
            @PathVariable int unit,
            @PathVariable int drive,
            @RequestParam(defaultValue = "territorial") Line.Word line,
            Scope scope,
            Paging paging) {
        Slice<Child> below = drives.children(
                new Drives.At(new UnitId(unit), line.line()),
                drive,
                scope,
                new Overview.Paging(paging.cursor(), paging.rows()));
        return new Slice<>(
                below.rows().stream()
                        .map(c -> new OverviewApi.ChildNumbers(
                                c.unit().id().value(), c.unit().name(), values(c.counters())))
                        .toList(),
                below.next());
    }

    private static Map<String, Long> values(Counters counters) {
        Map<String, Long> values = new LinkedHashMap<>();
        DrivePage.MEASURES.forEach(m -> values.put(m, DrivePage.value(m, counters)));
        return values;
    }
}
