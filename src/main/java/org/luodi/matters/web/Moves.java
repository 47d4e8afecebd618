package org.luodi.matters.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.luodi.matters.Closings;
import org.luodi.matters.Corrections;
import org.luodi.matters.Matter;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.Verb;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.platform.Refusal;
import org.luodi.platform.web.Forms;
import org.luodi.programme.Programmes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The moves of a matter: each is a noun below it, with a form of its own. */
@Controller
class Moves {

    private final Matters matters;
    private final Closings closings;
    private final Corrections corrections;
    private final Codes codes;
    private final Asking asking;
    private final Programmes programmes;
    private final Forms forms;

    Moves(
            Matters matters,
            Closings closings,
            Corrections corrections,
            Codes codes,
            Asking asking,
            Programmes programmes,
            Forms forms) {
        this.matters = matters;
        this.closings = closings;
        this.corrections = corrections;
        this.codes = codes;
        this.asking = asking;
        this.programmes = programmes;
        this.forms = forms;
    }

    @GetMapping("/matters/{id}/{noun}")
    String form(Route route, @RequestParam Map<String, String> typed, Scope scope, Model model) {
        return form(asked(route, typed), scope, model);
    }

    @PostMapping("/matters/{id}/{noun}")
    String move(Route route, @RequestParam Map<String, String> typed, Scope scope, Model model) {
        Asked asked = asked(route, typed);
        return forms.answer(model, () -> make(asked, scope), () -> form(asked, scope, model));
    }

    /** What the path names. */
    record Route(long id, String noun) {}

    private static Asked asked(Route route, Map<String, String> typed) {
        return new Asked(new MatterId(route.id()), Asking.verb(route.noun()), typed);
    }

    private record Asked(MatterId id, Verb verb, Map<String, String> typed) {}

    private String make(Asked asked, Scope scope) {
        Asking.Form form = new Asking.Form(asked.typed());
        asking.make(
                asked.id(),
                new Asking.Wanted(asked.verb(), unit(asked.verb(), form, scope), other(form, scope)),
                form,
                scope);
        return "redirect:/matters/" + asked.id().value();
    }

    private String form(Asked asked, Scope scope, Model model) {
        Matters.Told told = matters.visible(asked.id(), scope);
        Matters.Choice choice = matters.choices(asked.id(), scope).stream()
                .filter(c -> c.move().verb() == asked.verb())
                .findFirst()
                .orElse(null);
        if (choice == null) {
            return "redirect:/matters/" + asked.id().value();
        }
        if (choice.refusal() != null && !model.containsAttribute("refusal")) {
            model.addAttribute("refusal", choice.refusal());
        }
        model.addAttribute(
                "page",
                new MovePage(
                        told,
                        choice,
                        seen(asked.typed(), model),
                        programmes.current(),
                        missing(asked, scope),
                        corrections.proposed(told.matter())));
        return "matters/move";
    }

    private Set<String> missing(Asked asked, Scope scope) {
        boolean accepts = asked.verb() == Verb.ACCEPT || asked.verb() == Verb.REJECT;
        return accepts ? closings.of(asked.id(), scope).missing() : Set.of();
    }

    /** Who has read that somebody else was faster may go on from what stands now. */
    static Map<String, String> seen(Map<String, String> typed, Model model) {
        Map<String, String> kept = new HashMap<>(typed);
        if (model.getAttribute("refusal") instanceof Refusal refusal && refusal.isConflict()) {
            kept.remove("version");
        }
        return kept;
    }

    private UnitId unit(Verb verb, Asking.Form form, Scope scope) {
        String code = form.text("unit");
        return verb == Verb.ADD_TASK ? codes.helper(code) : codes.unit(code, scope);
    }

    private MatterId other(Asking.Form form, Scope scope) {
        String number = form.text("other");
        return number == null
                ? null
                : matters.byNumber(number, scope)
                        .map(Matters.Told::matter)
                        .map(Matter::id)
                        .orElse(null);
    }
}
