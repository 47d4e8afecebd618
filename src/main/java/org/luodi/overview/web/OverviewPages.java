package org.luodi.overview.web;

import java.util.List;
import org.luodi.organisation.Grant;
import org.luodi.organisation.Line;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.overview.Child;
import org.luodi.overview.Day;
import org.luodi.overview.Numbers;
import org.luodi.overview.Overview;
import org.luodi.overview.Share;
import org.luodi.platform.NotFound;
import org.luodi.platform.Slice;
import org.luodi.platform.web.Ui;
import org.luodi.platform.web.Uis;
import org.luodi.programme.Programme;
import org.luodi.programme.Programmes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The numbers of a unit. */
@Controller
class OverviewPages {

    private static final int DAYS = 60;
    private static final int FEW = 10;
    private static final int ROWS = 50;

    private final Overview overview;
    private final Units units;
    private final Programmes programmes;
    private final Uis uis;

    OverviewPages(Overview overview, Units units, Programmes programmes, Uis uis) {
        this.overview = overview;
        this.units = units;
        this.programmes = programmes;
        this.uis = uis;
    }

    /** The numbers of the unit one works at. */
    @GetMapping("/overview")
    String home(Scope scope) {
        Grant first = first(scope);
        String line = first.line() == Line.INDUSTRY ? "?line=industry" : "";
        return "redirect:/overview/" + first.unit().value() + line;
    }

    /** The grant one works with. */
    static Grant first(Scope scope) {
        return scope.grants().stream().findFirst().orElseThrow(() -> new NotFound("overview", "own"));
    }

    @GetMapping("/overview/{unit}")
    String unit(
            @PathVariable int unit,
            @RequestParam(defaultValue = "territorial") Line.Word line,
            Scope scope,
            Model model) {
        Numbers numbers = overview.numbers(new UnitId(unit), line.line(), scope);
        Slice<Child> children = overview.children(new UnitId(unit), line.line(), scope, new Overview.Paging(null, FEW));
        model.addAttribute("page", page(numbers, children, scope, uis.now()));
        return "overview/unit";
    }

    /** All units directly below: the page above shows a few of them. */
    @GetMapping("/overview/{unit}/children")
    String below(@PathVariable int unit, Level level, Scope scope, Model model) {
        UnitId id = new UnitId(unit);
        Line line = level.word().line();
        Slice<Child> children = overview.children(id, line, scope, new Overview.Paging(level.cursor(), ROWS));
        model.addAttribute("page", OverviewPage.of(overview.numbers(id, line, scope), path(id, line, scope), children));
        model.addAttribute("paged", level.cursor() != null);
        return "overview/below";
    }

    /** Which line, and where to go on. */
    record Level(Line.Word line, String cursor) {

        Line.Word word() {
            return line == null ? Line.Word.territorial : line;
        }
    }

    /** A few numbers to stand on the unit's own page. */
    @GetMapping("/overview/{unit}/summary")
    String summary(
            @PathVariable int unit,
            @RequestParam(defaultValue = "territorial") Line.Word line,
            Scope scope,
            Model model) {
        Numbers numbers = overview.numbers(new UnitId(unit), line.line(), scope);
        model.addAttribute("page", OverviewPage.of(numbers, List.of(), new Slice<>(List.of(), null)));
        return "overview/summary";
    }

    private OverviewPage page(Numbers numbers, Slice<Child> children, Scope scope, Ui ui) {
        Programme programme = programmes.current();
        UnitId id = numbers.unit().id();
        List<Unit> path = path(id, numbers.line(), scope);
        List<OverviewPage.NamedShare> categories = numbers.categories().stream()
                .map(s -> named(s, programme.category(s.key()), ui))
                .toList();
        List<OverviewPage.NamedShare> sources = numbers.sources().stream()
                .map(s -> named(s, programme.source(s.key()), ui))
                .toList();
        List<Day> flows = overview.trend(id, numbers.line(), scope, DAYS);
        String trend = Charts.trend(flows, ui);
        String byCategory = Charts.categories(categories, ui);
        return new OverviewPage(numbers, path, children, categories, sources, flows, trend, byCategory, DAYS);
    }

    private List<Unit> path(UnitId unit, Line line, Scope scope) {
        return units.path(unit, line).stream().filter(u -> scope.sees(u.at())).toList();
    }

    private static OverviewPage.NamedShare named(Share share, java.util.Optional<Programme.Term> term, Ui ui) {
        String name = term.map(t -> t.name().in(ui.language())).orElse(String.valueOf(share.key()));
        return new OverviewPage.NamedShare(name, share);
    }
}
