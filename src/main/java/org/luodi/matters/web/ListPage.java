package org.luodi.matters.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.luodi.matters.Matter;
import org.luodi.matters.MatterFilter;
import org.luodi.matters.Matters;
import org.luodi.matters.Stage;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.platform.Slice;
import org.luodi.programme.Programme;
import org.springframework.web.util.UriComponentsBuilder;

/** What the list of matters shows. */
public record ListPage(
        MatterFilter filter,
        Unit unit,
        Slice<Matters.Told> slice,
        Map<UnitId, String> units,
        Programme programme,
        LocalDate today,
        boolean paged,
        boolean works) {

    /** The same filters in another view: {@code /matters}, {@code /matters/board} or {@code /matters/calendar}. */
    public String view(String path) {
        return url(path, filter.query());
    }

    /** The list of one stage. */
    public String stage(Stage stage) {
        return url(filter.at(stage).query());
    }

    /** The calendar of another month. */
    public String month(YearMonth month) {
        return url("/matters/calendar", filter.in(month).query());
    }

    /** The next page of a view. */
    public String more(String path) {
        Map<String, String> query = new LinkedHashMap<>(filter.query());
        query.put("cursor", slice.next());
        return url(path, query);
    }

    /** Filters in force that can be taken away, without unit. */
    public List<String> chips() {
        return filter.query().keySet().stream().filter(n -> !n.equals("unit")).toList();
    }

    /** The same list without one filter. */
    public String without(String name) {
        Map<String, String> query = new LinkedHashMap<>(filter.query());
        query.remove(name);
        return url(query);
    }

    public String first() {
        return paged ? url(filter.query()) : null;
    }

    public String next() {
        return slice.next() == null ? null : more("/matters");
    }

    /** The whole list, all pages of it, as a ledger sheet to take away; null where it is empty. */
    public String export() {
        return slice.rows().isEmpty() ? null : url("/matters/export.xlsx", filter.query());
    }

    /** The same as a workbook of the three lists. */
    public String threeLists() {
        return url("/papers/three-lists", filter.query());
    }

    /** Where a whole list of one category is sent up to the unit that holds its root; null where nothing in it could be. */
    public String sendUp() {
        boolean open = filter.category() != null
                && slice.rows().stream().anyMatch(t -> t.matter().stage().isOpen());
        return open ? url("/claims/new", filter.query()) : null;
    }

    /** The value of a filter as it stands in the form. */
    public String value(String name) {
        return filter.query().get(name);
    }

    public String unitOf(Matter matter) {
        return units.getOrDefault(matter.unit(), "");
    }

    public boolean overdue(Matter matter) {
        return matter.stage().isOpen() && matter.due() != null && matter.due().isBefore(today);
    }

    private static String url(Map<String, String> query) {
        return url("/matters", query);
    }

    static String url(String path, Map<String, String> query) {
        UriComponentsBuilder url = UriComponentsBuilder.fromPath(path);
        query.forEach((name, value) -> url.queryParam(name, "{" + name + "}"));
        return url.build(false).expand(query).encode().toUriString();
    }
}
