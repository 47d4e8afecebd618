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
    private final Programmes programmes;
    private final Clock clock;

    MatterPages(Matters matters, Units units, Histories histories, Programmes programmes, Clock clock) {
        this.matters = matters;
        this.units = units;
        this.histories = histories;
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
                        matters.tasks(matter, scope),
                        matters.choices(matter, scope),
                        histories.page(matter, scope, cursor, ENTRIES),
                        programmes.current(),
                        LocalDate.now(clock)));
        return "matters/one";
    }

    /** All moves, printed from the table that decides them. */
    @GetMapping("/matters/moves")
    String moves(Model model) {
        model.addAttribute("moves", MatterMoves.ALL);
        return "matters/moves";
    }
}
