package org.luodi.matters.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.luodi.matters.MatterId;
import org.luodi.matters.MatterMoves;
import org.luodi.matters.Matters;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.Slice;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.ledger.Entry;
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
    private final Accounts accounts;
    private final Programmes programmes;
    private final Clock clock;

    MatterPages(Matters matters, Units units, Accounts accounts, Programmes programmes, Clock clock) {
        this.matters = matters;
        this.units = units;
        this.accounts = accounts;
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
                        history(matter, scope, cursor),
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

    private OnePage.History history(MatterId id, Scope scope, String cursor) {
        Slice<Entry> entries = matters.history(id, scope, cursor, ENTRIES);
        List<Long> actors = entries.rows().stream().map(Entry::actor).distinct().toList();
        List<UnitId> acting = entries.rows().stream()
                .map(Entry::actingUnit)
                .filter(Objects::nonNull)
                .map(UnitId::new)
                .distinct()
                .toList();
        Map<UnitId, String> names = units.names(acting);
        return new OnePage.History(entries, matters.notes(id, scope), accounts.names(actors), names);
    }
}
