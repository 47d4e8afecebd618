package org.luodi.days.web;

import java.util.List;
import org.luodi.days.Notice;
import org.luodi.days.Notices;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Notices of one's units. */
@Controller
class NoticePages {

    private static final int ROWS = 30;
    private static final String HERE = "redirect:/days/notices";

    private final Notices notices;
    private final Units units;

    NoticePages(Notices notices, Units units) {
        this.notices = notices;
        this.units = units;
    }

    @GetMapping("/days/notices")
    String list(@RequestParam(required = false) String cursor, Scope scope, Model model) {
        Slice<Notice> slice = notices.list(scope, cursor, ROWS);
        List<UnitId> shown = slice.rows().stream().map(Notice::unit).distinct().toList();
        model.addAttribute("slice", slice);
        model.addAttribute("units", units.names(shown));
        model.addAttribute("paged", cursor != null);
        return "days/notices";
    }

    @PostMapping("/days/notices/{id}/readings")
    String read(@PathVariable long id, Scope scope) {
        notices.read(id, scope);
        return HERE;
    }

    @PostMapping("/days/notices/readings")
    String readUpTo(@RequestParam long upto, Scope scope) {
        notices.readUpTo(upto, scope);
        return HERE;
    }
}
