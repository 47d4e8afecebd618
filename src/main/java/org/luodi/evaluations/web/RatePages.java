package org.luodi.evaluations.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.luodi.evaluations.Result;
import org.luodi.evaluations.Results;
import org.luodi.matters.MatterId;
import org.luodi.matters.Waiting;
import org.luodi.organisation.Line;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.NotFound;
import org.luodi.platform.Slice;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What those affected say of a unit: the rates for anybody, and for those who work there the matters behind them. */
@Controller
class RatePages {

    private static final int ROWS = 50;

    private final Results results;
    private final Around around;

    RatePages(Results results, Around around) {
        this.results = results;
        this.around = around;
    }

    /** The modules below that these pages ask. */
    @Component("ratesAround")
    record Around(Units units, Waiting matters) {}

    @GetMapping("/evaluations/units/{id}")
    String rates(@PathVariable int id, @RequestParam(defaultValue = "territorial") Line.Word line, Model model) {
        put(id, line, model);
        return "evaluations/rates";
    }

    /** The same as a part of the unit's other pages. */
    @GetMapping("/evaluations/units/{id}/summary")
    String summary(@PathVariable int id, @RequestParam(defaultValue = "territorial") Line.Word line, Model model) {
        put(id, line, model);
        return "evaluations/summary";
    }

    @GetMapping("/evaluations/desk/units/{id}")
    String list(
            @PathVariable int id,
            @RequestParam(defaultValue = "territorial") Line.Word line,
            @RequestParam(required = false) String cursor,
            Scope scope,
            Model model) {
        Slice<Result> slice = results.list(new UnitId(id), line.line(), scope, new Results.Slot(cursor, ROWS));
        Unit unit = put(id, line, model);
        Map<MatterId, Waiting.Found> matters =
                around
                        .matters()
                        .seen(
                                slice.rows().stream()
                                        .map(Result::matter)
                                        .distinct()
                                        .toList(),
                                scope)
                        .stream()
                        .collect(Collectors.toMap(f -> f.matter().id(), f -> f));
        model.addAttribute("list", new ResultList(unit, slice, matters, line));
        return "evaluations/list";
    }

    private Unit put(int id, Line.Word line, Model model) {
        Unit unit = around.units().find(new UnitId(id)).orElseThrow(() -> new NotFound("unit", id));
        List<Unit> path = around.units().path(unit.id(), Line.TERRITORIAL);
        model.addAttribute("page", new RatePage(unit, path, results.rates(unit.id(), line.line()), line));
        return unit;
    }
}
