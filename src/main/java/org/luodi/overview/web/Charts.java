package org.luodi.overview.web;

import java.util.List;
import java.util.Map;
import org.luodi.overview.Day;
import org.luodi.platform.web.Ui;
import tools.jackson.databind.json.JsonMapper;

/** The data of a chart, as the script that draws it takes them; safe inside a script element. */
final class Charts {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Charts() {}

    static String trend(List<Day> days, Ui ui) {
        return json(Map.of(
                "type",
                "line",
                "labels",
                days.stream().map(d -> d.day().toString().substring(5)).toList(),
                "series",
                List.of(
                        series(
                                ui.text("overview.flow.raised"),
                                days.stream().map(Day::raised).toList()),
                        series(
                                ui.text("overview.flow.closed"),
                                days.stream().map(Day::closed).toList()),
                        series(
                                ui.text("overview.flow.reopened"),
                                days.stream().map(Day::reopened).toList()))));
    }

    static String categories(List<OverviewPage.NamedShare> shares, Ui ui) {
        return json(Map.of(
                "type",
                "bars",
                "labels",
                shares.stream().map(OverviewPage.NamedShare::name).toList(),
                "series",
                List.of(series(
                        ui.text("overview.measure.open"),
                        shares.stream().map(s -> s.share().counters().open()).toList()))));
    }

    private static Map<String, Object> series(String name, List<Long> data) {
        return Map.of("name", name, "data", data);
    }

    private static String json(Object value) {
        return JSON.writeValueAsString(value).replace("<", "\\u003c");
    }
}
