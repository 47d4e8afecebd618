package org.luodi.programme.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.web.Nav;
import org.luodi.programme.Programme;
import org.luodi.programme.Programmes;
import org.luodi.programme.WorkingDays;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The programme under way, and what of it applies to a unit and why. */
@Controller
class ProgrammePages {

    private final Programmes programmes;
    private final WorkingDays workingDays;
    private final Units units;
    private final Clock clock;

    ProgrammePages(Programmes programmes, WorkingDays workingDays, Units units, Clock clock) {
        this.programmes = programmes;
        this.workingDays = workingDays;
        this.units = units;
        this.clock = clock;
    }

    /** Its place in the navigation. */
    @Bean
    static Nav programmeNav() {
        return new Nav(60, "/programme", "programme.nav");
    }

    @GetMapping("/programme")
    String show(@RequestParam(required = false) Integer unit, Scope scope, Model model) {
        Programme programme = programmes.current();
        Unit asked = unit == null ? home(scope) : units.visible(new UnitId(unit), scope);
        model.addAttribute("programme", programme);
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("unit", asked);
        model.addAttribute("announced", workingDays.lastYear());
        model.addAttribute(
                "applies", asked == null ? List.of() : programme.guidanceFor(asked.unitClass(), asked.level()));
        return "programme/show";
    }

    @GetMapping("/api/programme")
    @ResponseBody
    Programme programme() {
        return programmes.current();
    }

    /** What applies to a unit, and why. */
    @GetMapping("/api/programme/guidance")
    @ResponseBody
    Map<String, Object> guidance(@RequestParam int unit, Scope scope) {
        Unit asked = units.visible(new UnitId(unit), scope);
        return Map.of("unit", unit, "rows", programmes.current().guidanceFor(asked.unitClass(), asked.level()));
    }

    private Unit home(Scope scope) {
        return scope.grants().stream()
                .findFirst()
                .map(g -> units.visible(g.unit(), scope))
                .orElse(null);
    }
}
