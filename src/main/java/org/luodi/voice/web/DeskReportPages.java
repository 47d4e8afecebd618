package org.luodi.voice.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.luodi.organisation.Scope;
import org.luodi.platform.Parameter;
import org.luodi.platform.Refusal;
import org.luodi.platform.Slice;
import org.luodi.platform.web.Nav;
import org.luodi.programme.Programmes;
import org.luodi.voice.Report;
import org.luodi.voice.ReportId;
import org.luodi.voice.ReportMoves;
import org.luodi.voice.ReportRow;
import org.luodi.voice.Reports;
import org.luodi.voice.Stage;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** What came in and who answers: the list at the desk, the page of one report, the table of moves. */
@Controller
class DeskReportPages {

    private static final int ROWS = 50;

    private final Reports reports;
    private final DeskReports desk;
    private final Programmes programmes;

    DeskReportPages(Reports reports, DeskReports desk, Programmes programmes) {
        this.reports = reports;
        this.desk = desk;
        this.programmes = programmes;
    }

    /** Its place in the navigation. */
    @Bean
    static Nav voiceNav() {
        return new Nav(21, "/voice/desk", "voice.nav");
    }

    /** Which list an address means. */
    record Asked(Boolean open, String stage, Boolean own, String cursor, String code) {

        Reports.Filter filter() {
            return new Reports.Filter(open == null || open, stage(stage), own != null && own);
        }

        private static Stage stage(String word) {
            List<String> words = Stream.of(Stage.values()).map(Stage::word).toList();
            return word == null || word.isBlank()
                    ? null
                    : Stage.ofWord(word).orElseThrow(() -> Parameter.notOneOf("stage", word, words));
        }
    }

    @GetMapping("/voice/desk")
    String list(@ModelAttribute Asked asked, Scope scope, Model model) {
        if (asked.code() != null && !asked.code().isBlank()) {
            Optional<Report> found = reports.byCode(asked.code(), scope);
            if (found.isPresent()) {
                return "redirect:/voice/desk/" + found.get().id().value();
            }
            model.addAttribute(
                    "refusal", Refusal.of("voice.refused.code", asked.code().strip()));
        }
        Slice<ReportRow> slice = reports.list(asked.filter(), scope, new Reports.Slot(asked.cursor(), ROWS));
        model.addAttribute("page", desk.list(asked.filter(), slice, asked.cursor() != null, reports.writes(scope)));
        return "voice/desk";
    }

    @GetMapping("/voice/desk/{id}")
    String one(@PathVariable long id, Scope scope, Model model) {
        model.addAttribute("page", desk.page(new ReportId(id), scope));
        return "voice/desk-one";
    }

    /** All moves, printed from the table that decides them. */
    @GetMapping("/voice/desk/moves")
    String moves(Model model) {
        model.addAttribute("moves", ReportMoves.ALL);
        model.addAttribute("programme", programmes.current());
        return "voice/desk-moves";
    }
}
