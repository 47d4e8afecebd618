package org.luodi.papers.web;

import java.io.ByteArrayOutputStream;
import org.luodi.organisation.Line;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.papers.Briefing;
import org.luodi.papers.Papers;
import org.luodi.platform.web.Attachment;
import org.luodi.platform.web.Ui;
import org.luodi.platform.web.Uis;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The weekly briefing of any unit: a page to read and print, a Word file, and JSON. */
@Controller
class BriefingPages {

    private final Papers papers;
    private final Uis uis;

    BriefingPages(Papers papers, Uis uis) {
        this.papers = papers;
        this.uis = uis;
    }

    /** Whose briefing of which week; the unit one works at, and the running week, where nothing is said. */
    record Asked(Integer unit, Line.Word line, String week) {

        Line on() {
            return line == null ? Line.TERRITORIAL : line.line();
        }

        UnitId of(Scope scope) {
            return unit != null ? new UnitId(unit) : scope.home();
        }
    }

    @GetMapping("/papers/briefing")
    String page(Asked asked, Scope scope, Model model) {
        model.addAttribute("page", new BriefingPage(read(asked, scope)));
        return "papers/briefing";
    }

    @GetMapping({"/papers/briefing.docx", "/api/papers/briefing.docx"})
    ResponseEntity<byte[]> file(Asked asked, Scope scope) {
        Briefing briefing = read(asked, scope);
        Ui ui = uis.now();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        papers.write(briefing, ui, out);
        String name = ui.text(
                "papers.briefing.file",
                briefing.numbers().unit().name(),
                briefing.week().word());
        return Attachment.paper(name).answer().body(out.toByteArray());
    }

    @GetMapping("/api/papers/briefing")
    @ResponseBody
    BriefingJson json(Asked asked, Scope scope) {
        return BriefingJson.of(read(asked, scope));
    }

    private Briefing read(Asked asked, Scope scope) {
        return papers.briefing(asked.of(scope), asked.on(), papers.week(asked.week()), scope);
    }
}
