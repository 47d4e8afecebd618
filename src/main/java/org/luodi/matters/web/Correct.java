package org.luodi.matters.web;

import java.util.HashMap;
import java.util.Map;
import org.luodi.matters.Amendment;
import org.luodi.matters.Matter;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.Verb;
import org.luodi.organisation.Scope;
import org.luodi.platform.web.Forms;
import org.luodi.programme.Programmes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Proposing what is to stand instead of what was recorded wrong of a matter that has ended. */
@Controller
class Correct {

    private final Matters matters;
    private final Asking asking;
    private final Programmes programmes;
    private final Forms forms;

    Correct(Matters matters, Asking asking, Programmes programmes, Forms forms) {
        this.matters = matters;
        this.asking = asking;
        this.programmes = programmes;
        this.forms = forms;
    }

    @GetMapping("/matters/{id}/correction-proposals")
    String form(@PathVariable long id, Scope scope, Model model) {
        return show(new MatterId(id), Map.of(), scope, model);
    }

    @PostMapping("/matters/{id}/correction-proposals")
    String propose(@PathVariable long id, @RequestParam Map<String, String> typed, Scope scope, Model model) {
        MatterId matter = new MatterId(id);
        return forms.answer(
                model,
                () -> {
                    asking.make(
                            matter,
                            new Asking.Wanted(Verb.PROPOSE_CORRECTION, null, null),
                            new Asking.Form(typed),
                            scope);
                    return "redirect:/matters/" + id;
                },
                () -> show(matter, typed, scope, model));
    }

    /** What stands with what is to stand instead; a field that the form does not have stays. */
    static Amendment amendment(Matters.Told told, Asking.Form form) {
        Amendment amendment = Amend.amendment(told, form);
        return form.typed().containsKey("due")
                ? new Amendment(
                        amendment.category(),
                        amendment.source(),
                        amendment.raisedOn(),
                        form.day("due"),
                        amendment.detail())
                : amendment;
    }

    private String show(MatterId id, Map<String, String> typed, Scope scope, Model model) {
        Matters.Choice choice = matters.choices(id, scope).stream()
                .filter(c -> c.move().verb() == Verb.PROPOSE_CORRECTION)
                .findFirst()
                .orElse(null);
        if (choice == null) {
            return "redirect:/matters/" + id.value();
        }
        if (choice.refusal() != null && !model.containsAttribute("refusal")) {
            model.addAttribute("refusal", choice.refusal());
        }
        Matters.Told told = matters.visible(id, scope);
        model.addAttribute("told", told);
        model.addAttribute("values", values(told, Moves.seen(typed, model)));
        model.addAttribute("programme", programmes.current());
        return "matters/correct";
    }

    private static Map<String, String> values(Matters.Told told, Map<String, String> typed) {
        Matter matter = told.matter();
        Map<String, String> values = new HashMap<>(Amend.values(told));
        values.put("due", matter.due() == null ? null : matter.due().toString());
        values.putAll(typed);
        return values;
    }
}
