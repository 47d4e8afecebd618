package org.luodi.overview.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.luodi.organisation.Grant;
import org.luodi.organisation.Line;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.overview.Child;
import org.luodi.overview.Drives;
import org.luodi.overview.Overview;
import org.luodi.platform.Slice;
import org.luodi.programme.Programme;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The drives of the programme with the numbers of a unit and of those below it. */
@Controller
class DrivePages {

    private static final int ROWS = 50;

    private final Drives drives;
    private final Units units;

    DrivePages(Drives drives, Units units) {
        this.drives = drives;
        this.units = units;
    }

    /** All drives at the unit one works at. */
    @GetMapping("/overview/drives")
    String home(Scope scope) {
        Grant first = OverviewPages.first(scope);
        return "redirect:/overview/" + first.unit().value() + "/drives" + line(first);
    }

    /** One of them there. */
    @GetMapping("/overview/drives/{drive:\\d+}")
    String home(@PathVariable int drive, Scope scope) {
        Grant first = OverviewPages.first(scope);
        return "redirect:/overview/" + first.unit().value() + "/drives/" + drive + line(first);
    }

    @GetMapping("/overview/{unit}/drives")
    String all(@PathVariable int unit, OverviewPages.Level level, Scope scope, Model model) {
        Line line = level.word().line();
        model.addAttribute("drives", drives.all(new Drives.At(new UnitId(unit), line), scope));
        model.addAttribute("unit", units.visible(new UnitId(unit), scope));
        model.addAttribute("line", line);
        return "overview/drives";
    }

    @GetMapping("/overview/{unit}/drives/{drive}")
    String one(Route route, OverviewPages.Level level, Scope scope, Model model) {
        Drives.At at = new Drives.At(new UnitId(route.unit()), level.word().line());
        Drives.Rollup rollup = drives.one(at, route.drive(), scope);
        Slice<Child> children = drives.children(at, route.drive(), scope, new Overview.Paging(level.cursor(), ROWS));
        List<Unit> path = units.path(at.unit(), at.line()).stream()
                .filter(u -> scope.sees(u.at()))
                .toList();
        model.addAttribute("page", new DrivePage(rollup, path, children, named(rollup.drive())));
        model.addAttribute("paged", level.cursor() != null);
        model.addAttribute("scope", scope);
        return "overview/drive";
    }

    /** Which drive at which unit. */
    record Route(int unit, int drive) {}

    private Map<String, Unit> named(Programme.Drive drive) {
        Map<String, Unit> named = new HashMap<>();
        for (String code : List.of(drive.lead(), drive.scope())) {
            units.byCode(code).ifPresent(unit -> named.put(code, unit));
        }
        return named;
    }

    private static String line(Grant grant) {
        return grant.line() == Line.INDUSTRY ? "?line=industry" : "";
    }
}
