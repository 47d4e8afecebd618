package org.luodi.matters.web;

import java.time.Clock;
import java.time.LocalDate;
import org.luodi.matters.MatterId;
import org.luodi.matters.MatterMoves;
import org.luodi.matters.Matters;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Units;
import org.luodi.programme.Programmes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of one matter, and the help page on moves. */
@Controller
class MatterPages {

    private static final int ENTRIES = 50;

    private final Matters matters;
    private final Units units;
    private final Histories histories;
    private final Surroundings surroundings;
    private final Programmes programmes;
    private final Clock clock;

    MatterPages(
            Matters matters,
            Units units,
            Histories histories,
            Surroundings surroundings,
            Programmes programmes,
            Clock clock) {
        this.matters = matters;
        this.units = units;
        this.histories = histories;
        this.surroundings = surroundings;
        this.programmes = programmes;
        this.clock = clock;
    }

    @GetMapping("/matters/{id}")
    String one(@PathVariable long id, @RequestParam(required = false) String cursor, Scope scope, Model model) {
        MatterId matter = new MatterId(id);
        Matters.Told told = matters.visible(matter, scope);
        model.addAttribute(
                "page",
                new OnePage(
                        told,
                        units.find(told.matter().unit()).orElseThrow(),
                        surroundings.of(told, scope),
                        matters.choices(matter, scope),
                        histories.page(matter, scope, cursor, ENTRIES),
                        programmes.current(),
                        LocalDate.now(clock)));
        return "matters/one";
    }

    /** The matters that have their root in this one, and what their units say. */
    @GetMapping("/matters/{id}/symptoms")
    String symptoms(@PathVariable long id, @RequestParam(required = false) String cursor, Scope scope, Model model) {
        MatterId matter = new MatterId(id);
        model.addAttribute("told", matters.visible(matter, scope));
        model.addAttribute("symptoms", surroundings.symptoms(matter, cursor, ENTRIES));
        model.addAttribute("programme", programmes.current());
        return "matters/symptoms";
    }

    /** All moves, printed from the table that decides them. */
    @GetMapping("/matters/moves")
    String moves(Model model) {
        model.addAttribute("moves", MatterMoves.ALL);
        return "matters/moves";
    }
}
