package org.luodi.organisation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.luodi.organisation.DatedChange;
import org.luodi.organisation.Line;
import org.luodi.organisation.LineWord;
import org.luodi.organisation.Posts;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.Slice;
import org.luodi.platform.identity.Accounts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

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

    @GetMapping("/units")
    String tree(
            @RequestParam(defaultValue = "territorial") LineWord line,
            @RequestParam(required = false) String cursor,
            Scope scope,
            Model model) {
        level(units.tops(line.line(), scope, cursor, ROWS), line, model);
        model.addAttribute("administers", scope.grants().stream().anyMatch(g -> g.role() == Role.ADMINISTRATOR));
        return "organisation/tree";
    }

    /** One level of the tree: a part of the page where script runs, a page of its own where it does not. */
    @GetMapping("/units/{id}/children")
    String children(
            @PathVariable int id,
            @RequestParam(defaultValue = "territorial") LineWord line,
            @RequestParam(required = false) String cursor,
            Scope scope,
            Model model) {
        UnitId unit = new UnitId(id);
        level(units.children(unit, line.line(), scope, cursor, ROWS), line, model);
        model.addAttribute("above", units.visible(unit, scope));
        model.addAttribute("path", path(unit, line.line(), scope));
        return "organisation/children";
    }

    @GetMapping("/units/{id}")
    String unit(
            @PathVariable int id,
            @RequestParam(defaultValue = "territorial") LineWord line,
            @RequestParam(required = false) String cursor,
            Scope scope,
            Model model) {
        Unit unit = units.visible(new UnitId(id), scope);
        Slice<Unit> below = units.children(unit.id(), line.line(), scope, cursor, ROWS);
        List<DatedChange> history = units.history(unit.id(), scope);
        boolean may = posts.may(unit, scope);
        model.addAttribute("line", line);
        model.addAttribute(
                "page",
                new UnitPage(
                        unit,
                        path(unit.id(), line.line(), scope),
                        units.names(mentioned(unit, history)),
                        posts.of(unit.id(), scope),
                        history,
                        accounts.names(history.stream()
                                .map(DatedChange::actor)
                                .distinct()
                                .toList()),
                        below,
                        units.withChildren(below.rows(), line.line()),
                        may));
        return "organisation/unit";
    }

    private void level(Slice<Unit> page, LineWord line, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("line", line);
        model.addAttribute("withChildren", units.withChildren(page.rows(), line.line()));
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
