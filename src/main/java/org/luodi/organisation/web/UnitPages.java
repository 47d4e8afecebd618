package org.luodi.organisation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.luodi.organisation.DatedChange;
import org.luodi.organisation.Line;
import org.luodi.organisation.Posts;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.Slice;
import org.luodi.platform.identity.Accounts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The tree of units, the page of each, and those that nobody answers for. */
@Controller
class UnitPages {

    private static final int ROWS = 50;

    private final Units units;
    private final Posts posts;
    private final Accounts accounts;

    UnitPages(Units units, Posts posts, Accounts accounts) {
        this.units = units;
        this.posts = posts;
        this.accounts = accounts;
    }

    /** Where there is one top only, it stands open. */
    @GetMapping("/units")
    String tree(@ModelAttribute("asked") Level level, Scope scope, Model model) {
        Slice<Unit> tops = units.tops(level.of(), scope, level.cursor(), ROWS);
        boolean single = tops.rows().size() == 1
                && !units.withChildren(tops.rows(), level.of()).isEmpty();
        Unit top = single ? tops.rows().get(0) : null;
        level(single ? units.children(top.id(), level.of(), scope, null, ROWS) : tops, level, model);
        model.addAttribute("top", top);
        model.addAttribute("roles", scope.grants().stream().map(g -> g.role()).collect(Collectors.toSet()));
        return "organisation/tree";
    }

    /** One level of the tree: a part of the page where script runs, a page of its own where it does not. */
    @GetMapping("/units/{id}/children")
    String children(@PathVariable int id, @ModelAttribute("asked") Level level, Scope scope, Model model) {
        UnitId unit = new UnitId(id);
        level(units.children(unit, level.of(), scope, level.cursor(), ROWS), level, model);
        model.addAttribute("above", units.visible(unit, scope));
        model.addAttribute("path", path(unit, level.of(), scope));
        return "organisation/children";
    }

    @GetMapping("/units/{id}")
    String unit(@PathVariable int id, @ModelAttribute("asked") Level level, Scope scope, Model model) {
        Unit unit = units.visible(new UnitId(id), scope);
        Slice<Unit> below = units.children(unit.id(), level.of(), scope, level.cursor(), ROWS);
        List<DatedChange> history = units.history(unit.id(), scope);
        boolean may = posts.may(unit, scope);
        model.addAttribute("line", level.line());
        model.addAttribute(
                "page",
                new UnitPage(
                        unit,
                        path(unit.id(), level.of(), scope),
                        units.names(mentioned(unit, history)),
                        posts.of(unit.id(), scope),
                        history,
                        accounts.names(history.stream()
                                .map(DatedChange::actor)
                                .distinct()
                                .toList()),
                        below,
                        units.withChildren(below.rows(), level.of()),
                        may));
        return "organisation/unit";
    }

    private void level(Slice<Unit> page, Level level, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("line", level.line());
        model.addAttribute("withChildren", units.withChildren(page.rows(), level.of()));
    }

    private List<Unit> path(UnitId unit, Line line, Scope scope) {
        return units.path(unit, line).stream().filter(u -> scope.sees(u.at())).toList();
    }

    private static List<UnitId> mentioned(Unit unit, List<DatedChange> history) {
        List<UnitId> ids = new ArrayList<>();
        Stream.concat(
                        Stream.of(unit.superior(), unit.industrySuperior()),
                        history.stream().map(DatedChange::other))
                .filter(Objects::nonNull)
                .distinct()
                .forEach(ids::add);
        return ids;
    }
}
