package org.luodi.trails.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.ledger.Entry;
import org.luodi.trails.Trail;
import org.luodi.trails.Trails;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a record comes from and what became of it, for those who see it. */
@Controller
class TrailPages {

    private static final int STEPS = 50;

    private final Trails trails;
    private final Units units;
    private final Accounts accounts;

    TrailPages(Trails trails, Units units, Accounts accounts) {
        this.trails = trails;
        this.units = units;
        this.accounts = accounts;
    }

    @GetMapping("/trails/{kind}/{id}")
    String one(
            @PathVariable String kind,
            @PathVariable long id,
            @RequestParam(required = false) String cursor,
            Scope scope,
            Model model) {
        model.addAttribute("page", named(trails.of(kind, id, scope, new Trails.Page(cursor, STEPS))));
        return "trails/one";
    }

    private TrailPage named(Trail trail) {
        List<Entry> entries = Stream.concat(trail.steps().rows().stream(), trail.looks().stream())
                .map(Trail.Step::entry)
                .toList();
        List<UnitId> acting = entries.stream()
                .map(Entry::actingUnit)
                .filter(Objects::nonNull)
                .map(UnitId::new)
                .distinct()
                .toList();
        return new TrailPage(
                trail,
                accounts.names(entries.stream().map(Entry::actor).distinct().toList()),
                units.names(acting));
    }
}
