package org.luodi.days.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.luodi.days.Days;
import org.luodi.days.Notices;
import org.luodi.matters.DayRow;
import org.luodi.organisation.Grant;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.web.Nav;
import org.luodi.programme.Programmes;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The first page of whoever signs in: what waits. */
@Controller
class DayPages {

    private static final int ROWS = 8;
    private static final int MOST = 200;
    private static final int UNITS = 5;

    private final Days days;
    private final Notices notices;
    private final Units units;
    private final Programmes programmes;

    DayPages(Days days, Notices notices, Units units, Programmes programmes) {
        this.days = days;
        this.notices = notices;
        this.units = units;
        this.programmes = programmes;
    }

    /** Its place in the navigation. */
    @Bean
    static Nav daysNav() {
        return new Nav(5, "/days", "days.nav");
    }

    @GetMapping("/")
    String home(Scope scope) {
        return scope.grants().isEmpty() ? "days/nothing" : "redirect:/days";
    }

    @GetMapping("/days")
    String day(Scope scope, Model model) {
        if (scope.grants().isEmpty()) {
            return "days/nothing";
        }
        List<Days.Part> parts = days.parts(scope, ROWS);
        model.addAttribute("page", page(parts, scope, days.isGuided(scope.actor())));
        return "days/day";
    }

    /** What a part of the day leaves out. */
    @GetMapping("/days/parts/{name}")
    String part(@PathVariable String name, Scope scope, Model model) {
        model.addAttribute("page", page(List.of(days.part(name, scope, MOST)), scope, false));
        return "days/part";
    }

    /** The guide for the first day, also for those who have put it away. */
    @GetMapping("/days/guide")
    String guide(Scope scope, Model model) {
        model.addAttribute("page", page(List.of(), scope, true));
        return "days/guide";
    }

    @PostMapping("/days/guide")
    String hide(Actor actor) {
        days.guide(actor, false);
        return "redirect:/days";
    }

    private DayPage page(List<Days.Part> parts, Scope scope, boolean guided) {
        List<Unit> own = units.all(
                scope.grants().stream().map(Grant::unit).distinct().limit(UNITS).toList());
        return new DayPage(
                DayPage.audience(scope),
                own,
                parts,
                names(parts),
                days.today(),
                notices.fresh(scope),
                guided ? guides(own) : null);
    }

    private Map<UnitId, String> names(List<Days.Part> parts) {
        return units.names(parts.stream()
                .map(Days.Part::rows)
                .flatMap(Collection::stream)
                .map(DayRow::unit)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    private List<DayPage.Guide> guides(List<Unit> own) {
        return own.stream()
                .map(unit -> new DayPage.Guide(unit, programmes.current().guidanceFor(unit.unitClass(), unit.level())))
                .toList();
    }
}
