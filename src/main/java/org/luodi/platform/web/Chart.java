package org.luodi.platform.web;

import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a chart shows, as the script that draws it reads it.
 *
 * @param type {@code line} for days, {@code bars} for names
 * @param labels one for each point, in order
 * @param links where a point leads to, one for each label; null where it leads nowhere
 * @param stacked whether the series add up to a whole
 */
public record Chart(String type, List<String> labels, List<Series> series, List<String> links, boolean stacked) {

    private static final JsonMapper JSON = new JsonMapper();

    /** One line or one set of bars. */
    public record Series(String name, List<Long> data) {}

    /** Numbers over days. */
    public static Chart line(List<String> labels, Series... series) {
        return new Chart("line", labels, Arrays.asList(series), null, false);
    }

    /** Numbers of things side by side, each leading to the list behind it. */
    public static Chart bars(List<String> labels, List<String> links, Series... series) {
        return new Chart("bars", labels, Arrays.asList(series), links, series.length > 1);
    }

    /** JSON that may stand in a page's script element: it cannot end the element. */
    public String json() {
        return JSON.writeValueAsString(this).replace("<", "\\u003c").replace("&", "\\u0026");
    }
}
