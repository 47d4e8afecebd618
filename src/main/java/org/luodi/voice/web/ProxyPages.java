package org.luodi.voice.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.luodi.organisation.Grant;
import org.luodi.organisation.Scope;
import org.luodi.platform.Refusal;
import org.luodi.platform.web.Forms;
import org.luodi.programme.Programmes;
import org.luodi.voice.Reports;
import org.luodi.voice.Voices;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Writing down what somebody told by phone, on paper or in person; it counts the same and gets the same receipt. */
@Controller
class ProxyPages {

    private static final String ONCE = "once";

    private final Voices voices;
    private final Reports reports;
    private final DeskPlaces places;
    private final Programmes programmes;
    private final Forms forms;
    private final HttpServletResponse response;

    ProxyPages(
            Voices voices,
            Reports reports,
            DeskPlaces places,
            Programmes programmes,
            Forms forms,
            HttpServletResponse response) {
        this.voices = voices;
        this.reports = reports;
        this.places = places;
        this.programmes = programmes;
        this.forms = forms;
        this.response = response;
    }

    @GetMapping("/voice/desk/new")
    String form(Scope scope, Model model) {
        if (!reports.writes(scope)) {
            model.addAttribute("refusal", Refusal.of("voice.refused.who.proxy"));
        }
        return show(new LinkedHashMap<>(Map.of(ONCE, voices.token())), scope, model);
    }

    /** The receipt is the answer itself: it is shown once and stands at no address. Sent again, the form gets the same. */
    @PostMapping("/voice/desk/new")
    String write(@RequestParam Map<String, String> typed, Scope scope, Model model) {
        if (typed.containsKey("find")) {
            return show(typed, scope, model);
        }
        return forms.answer(
                model,
                () -> {
                    model.addAttribute(
                            "receipt", voices.receive(DeskForm.of(typed).report(), scope));
                    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                    return "voice/desk-receipt";
                },
                () -> show(typed, scope, model));
    }

    /** The units at which this person works stand to reason. */
    private String show(Map<String, String> typed, Scope scope, Model model) {
        Stream<Grant> working = scope.grants().stream();
        model.addAttribute("places", places.of(working.map(Grant::unit).distinct(), typed));
        model.addAttribute("programme", programmes.current());
        model.addAttribute("typed", typed);
        return "voice/desk-new";
    }
}
