package org.luodi.evaluations.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.luodi.evaluations.Answer;
import org.luodi.evaluations.Evaluations;
import org.luodi.evaluations.Question;
import org.luodi.organisation.Units;
import org.luodi.platform.web.Forms;
import org.luodi.platform.web.Limits;
import org.luodi.voice.Passes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Those who are invited answer here, without an account. A link alone opens nothing; a pass stands in no address. */
@Controller
class InvitedPages {

    private final Evaluations evaluations;
    private final Units units;
    private final Passes passes;
    private final Limits limits;
    private final Forms forms;

    InvitedPages(Evaluations evaluations, Units units, Passes passes, Limits limits, Forms forms) {
        this.evaluations = evaluations;
        this.passes = passes;
        this.units = units;
        this.limits = limits;
        this.forms = forms;
    }

    @GetMapping("/evaluations/{link}")
    String door(
            @PathVariable String link,
            @CookieValue(name = Passes.COOKIE, required = false) String receipt,
            Model model) {
        return passes.report(receipt)
                .flatMap(shown -> evaluations.known(link, shown))
                .map(question -> questions(link, question, Map.of(), model))
                .orElseGet(() -> door(link, model));
    }

    private String door(String link, Model model) {
        model.addAttribute("door", evaluations.door(link));
        return "evaluations/door";
    }

    /** Shows the questions to whoever is the one who was invited. */
    @PostMapping("/evaluations/{link}/openings")
    String open(@PathVariable String link, @RequestParam Map<String, String> typed, Model model) {
        return forms.answer(
                model,
                () -> {
                    limits.pass(Limits.Door.FOLLOW);
                    return questions(link, evaluations.open(link, typed.get("shown")), typed, model);
                },
                () -> door(link, model));
    }

    @PostMapping("/evaluations/{link}/answers")
    String answer(@PathVariable String link, @RequestParam Map<String, String> typed, Model model) {
        String pass = typed.get("pass");
        return forms.answer(
                model,
                () -> {
                    evaluations.answer(link, pass, said(typed));
                    return "redirect:/evaluations/" + link;
                },
                () -> again(link, typed, model));
    }

    /** With what was typed, unless there is nothing to answer any more. */
    private String again(String link, Map<String, String> typed, Model model) {
        Map<String, Object> refused = new HashMap<>(model.asMap());
        return forms.answer(
                model,
                () -> {
                    String view = questions(link, evaluations.again(typed.get("pass")), typed, model);
                    model.addAttribute("refusal", refused.get("refusal"));
                    return view;
                },
                () -> door(link, model));
    }

    private String questions(String link, Question question, Map<String, String> typed, Model model) {
        model.addAttribute("link", link);
        model.addAttribute("question", question);
        model.addAttribute("unit", units.names(List.of(question.unit())).get(question.unit()));
        model.addAttribute("typed", typed);
        return "evaluations/question";
    }

    static Answer said(Map<String, String> typed) {
        return new Answer(
                yes(typed.get("solved")), yes(typed.get("satisfied")), yes(typed.get("fits")), typed.get("words"));
    }

    private static Boolean yes(String given) {
        return "true".equals(given) ? Boolean.TRUE : "false".equals(given) ? Boolean.FALSE : null;
    }
}
