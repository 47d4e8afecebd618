package org.luodi.days.web;

import java.time.LocalDate;
import java.util.List;
import org.luodi.days.Days;
import org.luodi.matters.DayRow;
import org.luodi.organisation.Scope;
import org.luodi.platform.web.Ui;
import org.luodi.platform.web.Uis;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The day as JSON. */
@RestController
class DayApi {

    private static final int ROWS = 8;

    private final Days days;
    private final Uis uis;

    DayApi(Days days, Uis uis) {
        this.days = days;
        this.uis = uis;
    }

    /** What waits today, in the order of the page. */
    record DayJson(LocalDate today, List<PartJson> parts) {}

    /** @param more whether there are more rows than these */
    record PartJson(String name, String title, String order, String all, boolean more, List<RowJson> rows) {}

    record RowJson(
            String href,
            String title,
            String number,
            Integer unit,
            LocalDate due,
            int cameBack,
            String note,
            List<WayJson> ways) {}

    record WayJson(String href, String text) {}

    @GetMapping("/api/days")
    DayJson day(Scope scope) {
        Ui ui = uis.now();
        return new DayJson(
                days.today(),
                days.parts(scope, ROWS).stream().map(p -> part(p, ui)).toList());
    }

    private static PartJson part(Days.Part part, Ui ui) {
        return new PartJson(
                part.name(),
                ui.text(part.title()),
                ui.text(part.title() + ".order"),
                part.all(),
                part.more(),
                part.rows().stream().map(row -> row(row, ui)).toList());
    }

    private static RowJson row(DayRow row, Ui ui) {
        return new RowJson(
                row.href(),
                row.title(),
                row.number(),
                row.unit() == null ? null : row.unit().value(),
                row.due(),
                row.cameBack(),
                row.note() == null ? null : ui.text(row.note().key(), row.note().args()),
                row.ways().stream()
                        .map(way -> new WayJson(way.href(), ui.text(way.key())))
                        .toList());
    }
}
