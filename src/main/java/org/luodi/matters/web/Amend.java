package org.luodi.matters.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.luodi.matters.Amendment;
import org.luodi.matters.Detail;
import org.luodi.matters.Matter;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.organisation.Scope;
import org.luodi.platform.web.Forms;
import org.luodi.programme.Programmes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Correcting what is written about a matter; the day it is due moves by a postponement, with its reason. */
@Controller
class Amend {

    private final Matters matters;
    private final Programmes programmes;
    private final Forms forms;

    Amend(Matters matters, Programmes programmes, Forms forms) {
        this.matters = matters;
        this.programmes = programmes;
        this.forms = forms;
    }

    @GetMapping("/matters/{id}/amendments")
    String form(@PathVariable long id, Scope scope, Model model) {
        return show(matters.visible(new MatterId(id), scope), Map.of(), model);
    }

    @PostMapping("/matters/{id}/amendments")
    String amend(@PathVariable long id, @RequestParam Map<String, String> typed, Scope scope, Model model) {
        Matters.Told told = matters.visible(new MatterId(id), scope);
        return forms.answer(
                model,
                () -> {
                    Asking.Form form = new Asking.Form(typed);
                    matters.amend(told.matter().id(), form.number("version"), amendment(told, form), scope);
                    return "redirect:/matters/" + id;
                },
                () -> show(told, typed, model));
    }

    static Amendment amendment(Matters.Told told, Asking.Form form) {
        Matter matter = told.matter();
        Detail detail = Words.changed(told.detail(), form);
        LocalDate raised = form.day("raised");
        return new Amendment(
                form.text("category") == null ? matter.category() : form.number("category"),
                form.text("source") == null ? matter.source() : form.number("source"),
                raised == null ? matter.raisedOn() : raised,
                matter.due(),
                detail);
    }

    private String show(Matters.Told told, Map<String, String> typed, Model model) {
        Map<String, String> values = values(told);
        values.putAll(Moves.seen(typed, model));
        model.addAttribute("told", told);
        model.addAttribute("values", values);
        model.addAttribute("programme", programmes.current());
        return "matters/amend";
    }

    /** What stands, by field of the form. */
    static Map<String, String> values(Matters.Told told) {
        Matter matter = told.matter();
        Map<String, String> values = new HashMap<>(Words.of(told.detail()));
        values.put("category", Integer.toString(matter.category()));
        values.put("source", Integer.toString(matter.source()));
        values.put("raised", matter.raisedOn().toString());
        values.put("version", Integer.toString(matter.version()));
        return values;
    }
}
