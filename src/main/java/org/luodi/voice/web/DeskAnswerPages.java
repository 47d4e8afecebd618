package org.luodi.voice.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.luodi.platform.web.Forms;
import org.luodi.programme.Programmes;
import org.luodi.voice.Report;
import org.luodi.voice.ReportId;
import org.luodi.voice.ReportMoves.Need;
import org.luodi.voice.Reports;
import org.luodi.voice.Verb;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The answers of an office to a report: each is a noun below it, with a form of its own. */
@Controller
class DeskAnswerPages {

    private final Reports reports;
    private final DeskReports desk;
    private final DeskPlaces places;
    private final Programmes programmes;
    private final Forms forms;

    DeskAnswerPages(Reports reports, DeskReports desk, DeskPlaces places, Programmes programmes, Forms forms) {
        this.reports = reports;
        this.desk = desk;
        this.places = places;
        this.programmes = programmes;
        this.forms = forms;
    }

    /** What the path names. */
    record Route(long id, String noun) {

        ReportId report() {
            return new ReportId(id);
        }

        Verb verb() {
            return Verb.ofNoun(noun).orElseThrow(() -> new NotFound("answer", noun));
        }

        String page() {
            return "redirect:/voice/desk/" + id;
        }
    }

    @GetMapping("/voice/desk/{id}/{noun}")
    String form(Route route, @RequestParam Map<String, String> typed, Scope scope, Model model) {
        route.verb();
        return show(route, typed, scope, model);
    }

    /** Gives the answer; with {@code find} it only looks for what was typed and keeps the rest. */
    @PostMapping("/voice/desk/{id}/{noun}")
    String answer(Route route, @RequestParam Map<String, String> typed, Scope scope, Model model) {
        Verb verb = route.verb();
        if (typed.containsKey("find")) {
            return show(route, typed, scope, model);
        }
        return forms.answer(
                model,
                () -> {
                    DeskForm form = DeskForm.of(typed);
                    reports.answer(route.report(), form.answer(verb, desk.matter(form, scope)), scope);
                    return reports.sees(route.report(), scope) ? route.page() : "redirect:/voice/desk";
                },
                () -> show(route, typed, scope, model));
    }

    private String show(Route route, Map<String, String> typed, Scope scope, Model model) {
        Reports.Told told = reports.visible(route.report(), scope);
        Reports.Choice choice = reports.choices(route.report(), scope).stream()
                .filter(c -> c.move().verb() == route.verb())
                .findFirst()
                .orElse(null);
        if (choice == null && !model.containsAttribute("refusal")) {
            return route.page();
        }
        if (choice == null) {
            model.addAttribute("page", desk.page(route.report(), scope));
            return "voice/desk-one";
        }
        if (choice.refusal() != null && !model.containsAttribute("refusal")) {
            model.addAttribute("refusal", choice.refusal());
        }
        model.addAttribute("page", page(told, choice, seen(typed, model), scope));
        return "voice/desk-answer";
    }

    private DeskAnswerPage page(Reports.Told told, Reports.Choice choice, Map<String, String> typed, Scope scope) {
        boolean unit = choice.move().needs().contains(Need.UNIT);
        boolean matter = choice.move().needs().contains(Need.STANDING_MATTER);
        return new DeskAnswerPage(
                told,
                choice,
                unit ? places.of(onItsWay(told, choice.move().verb()), typed) : List.of(),
                matter ? desk.standing(told.report(), typed.get("q"), scope) : Map.of(),
                desk.today().plusDays(programmes.current().dueDays()),
                programmes.current(),
                typed);
    }

    /** The units that have had to do with it: an arbiter most often chooses one of them. */
    private static Stream<UnitId> onItsWay(Reports.Told told, Verb verb) {
        Report report = told.report();
        Stream<UnitId> way = told.way().stream().flatMap(s -> Stream.of(s.to(), s.from()));
        return Stream.concat(Stream.of(report.receiver(), report.place()), way)
                .filter(Objects::nonNull)
                .filter(u -> verb == Verb.DECIDE || !u.equals(report.asked()))
                .filter(u -> !report.aboutHandler() || !u.equals(report.place()))
                .distinct();
    }

    /** Who has read that somebody else was faster may go on from what stands now. */
    private static Map<String, String> seen(Map<String, String> typed, Model model) {
        Map<String, String> kept = new HashMap<>(typed);
        if (model.getAttribute("refusal") instanceof Refusal refusal && refusal.isConflict()) {
            kept.remove("version");
        }
        return kept;
    }
}
