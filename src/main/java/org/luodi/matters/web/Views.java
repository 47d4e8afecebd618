package org.luodi.matters.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.luodi.matters.MatterFilter;
import org.luodi.matters.Matters;
import org.luodi.matters.Stage;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.Slice;
import org.luodi.programme.Programmes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The rows of a list on a board by stage, or in a calendar by the day they are due. */
@Controller
class Views {

    private static final int COLUMN = 10;
    private static final int MONTH = 200;

    private final Matters matters;
    private final Units units;
    private final Programmes programmes;
    private final Clock clock;

    Views(Matters matters, Units units, Programmes programmes, Clock clock) {
        this.matters = matters;
        this.units = units;
        this.programmes = programmes;
        this.clock = clock;
    }

    @GetMapping("/matters/board")
    String board(@RequestParam Map<String, String> query, Scope scope, Model model) {
        MatterFilter filter = filter(query, scope);
        Map<Stage, Slice<Matters.Told>> columns = new LinkedHashMap<>();
        Stream.of(Stage.values())
                .filter(s -> filter.stage() == null ? s.isOpen() : s == filter.stage())
                .forEach(s -> columns.put(s, matters.list(filter.at(s), scope, null, COLUMN)));
        List<Matters.Told> shown =
                columns.values().stream().flatMap(s -> s.rows().stream()).toList();
        model.addAttribute("page", page(filter, new Slice<>(shown, null), scope));
        model.addAttribute("columns", columns);
        return "matters/board";
    }

    @GetMapping("/matters/calendar")
    String calendar(@RequestParam Map<String, String> query, Scope scope, Model model) {
        MatterFilter asked = filter(query, scope);
        YearMonth month = asked.month() == null ? YearMonth.now(clock) : YearMonth.parse(asked.month());
        Slice<Matters.Told> slice = matters.list(asked.in(month), scope, query.get("cursor"), MONTH);
        Map<LocalDate, List<Matters.Told>> days = slice.rows().stream()
                .collect(Collectors.groupingBy(t -> t.matter().due(), TreeMap::new, Collectors.toList()));
        model.addAttribute("page", page(asked.in(month), slice, scope));
        model.addAttribute("days", days);
        model.addAttribute("month", month);
        return "matters/calendar";
    }

    private MatterFilter filter(Map<String, String> query, Scope scope) {
        return MatterFilter.read(query, scope.home()).known(programmes.current());
    }

    private ListPage page(MatterFilter filter, Slice<Matters.Told> slice, Scope scope) {
        Unit unit = units.visible(filter.unit(), scope);
        List<UnitId> shown =
                slice.rows().stream().map(t -> t.matter().unit()).distinct().toList();
        return new ListPage(
                filter, unit, slice, units.names(shown), programmes.current(), LocalDate.now(clock), false, false);
    }
}
