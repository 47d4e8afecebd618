package org.luodi.matters.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.luodi.matters.MatterFilter;
import org.luodi.matters.Matters;
import org.luodi.matters.Waiting;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.Slice;
import org.luodi.platform.web.Nav;
import org.luodi.programme.Programmes;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of matters of a unit's subtree, filtered, paged by key. */
@Controller
class Listing {

    private static final int ROWS = 50;

    private final Matters matters;
    private final Units units;
    private final Programmes programmes;
    private final Clock clock;

    Listing(Matters matters, Units units, Programmes programmes, Clock clock) {
        this.matters = matters;
        this.units = units;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** Its place in the navigation. */
    @Bean
    static Nav mattersNav() {
        return new Nav(20, "/matters", "matters.nav");
    }

    @GetMapping("/matters")
    String list(@RequestParam Map<String, String> query, Scope scope, Model model) {
        MatterFilter filter = MatterFilter.read(query, scope.home()).known(programmes.current());
        Unit unit = units.visible(filter.unit(), scope);
        String cursor = query.get("cursor");
        Slice<Matters.Told> slice = matters.list(filter, scope, cursor, ROWS);
        List<UnitId> shown =
                slice.rows().stream().map(t -> t.matter().unit()).distinct().toList();
        model.addAttribute(
                "page",
                new ListPage(
                        filter,
                        unit,
                        slice,
                        units.names(shown),
                        programmes.current(),
                        LocalDate.now(clock),
                        cursor != null,
                        works(scope)));
        return "matters/list";
    }

    /** Whether the person moves matters at all. */
    private static boolean works(Scope scope) {
        return scope.grants().stream().anyMatch(g -> Waiting.WORKING.contains(g.role()));
    }
}
