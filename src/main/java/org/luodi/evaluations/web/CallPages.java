package org.luodi.evaluations.web;

import java.util.List;
import java.util.Map;
import org.luodi.evaluations.Calls;
import org.luodi.evaluations.Question;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.Slice;
import org.luodi.platform.web.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of a caller: who is to be called, a number for a reason, and what was said. */
@Controller
class CallPages {

    private static final int ROWS = 50;
    private static final String HOME = "/evaluations/desk/calls";

    private final Calls calls;
    private final Units units;
    private final Forms forms;

    CallPages(Calls calls, Units units, Forms forms) {
        this.calls = calls;
        this.units = units;
        this.forms = forms;
    }

    @GetMapping(HOME)
    String waiting(@RequestParam(required = false) String cursor, Scope scope, Model model) {
        Slice<Calls.Call> slice = calls.waiting(scope, cursor, ROWS);
        List<UnitId> asked =
                slice.rows().stream().map(Calls.Call::unit).distinct().toList();
        model.addAttribute("slice", slice);
        model.addAttribute("names", units.names(asked));
        model.addAttribute("calls", calls.calls(scope));
        return "evaluations/calls";
    }

    @GetMapping(HOME + "/{id}")
    String one(@PathVariable long id, Scope scope, Model model) {
        Question question = calls.question(id, scope);
        model.addAttribute("question", question);
        model.addAttribute("unit", units.names(List.of(question.unit())).get(question.unit()));
        model.addAttribute("id", id);
        model.addAttribute("typed", model.getAttribute("typed") == null ? Map.of() : model.getAttribute("typed"));
        return "evaluations/call";
    }

    /** The number stands on this one page and nowhere else. */
    @PostMapping(HOME + "/{id}/looks")
    String look(@PathVariable long id, @RequestParam Map<String, String> typed, Scope scope, Model model) {
        model.addAttribute("typed", typed);
        return forms.answer(
                model,
                () -> {
                    model.addAttribute("phone", calls.look(id, typed.get("reason"), scope));
                    return one(id, scope, model);
                },
                () -> one(id, scope, model));
    }

    @PostMapping(HOME + "/{id}/answers")
    String answer(@PathVariable long id, @RequestParam Map<String, String> typed, Scope scope, Model model) {
        model.addAttribute("typed", typed);
        return forms.answer(
                model,
                () -> {
                    calls.answer(id, InvitedPages.said(typed), scope);
                    return "redirect:" + HOME;
                },
                () -> one(id, scope, model));
    }
}
