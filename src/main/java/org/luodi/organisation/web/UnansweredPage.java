package org.luodi.organisation.web;

import java.util.Objects;
import org.luodi.organisation.Gaps;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.Units;
import org.luodi.platform.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The units that nobody answers for (mechanisms 5). */
@Controller
class UnansweredPage {

    private static final int ROWS = 50;

    private final Units units;

    UnansweredPage(Units units) {
        this.units = units;
    }

    @GetMapping("/units/unanswered")
    String unanswered(
            @RequestParam(required = false) Gaps.Kind gap,
            @RequestParam(required = false) String cursor,
            Scope scope,
            Model model) {
        Slice<Unit> page = units.unanswered(scope, gap == null ? null : gap.bit(), cursor, ROWS);
        model.addAttribute("page", page);
        model.addAttribute("gap", gap);
        model.addAttribute(
                "names",
                units.names(page.rows().stream()
                        .map(Unit::superior)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList()));
        return "organisation/unanswered";
    }
}
