package org.luodi.claims.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.luodi.claims.Answer;
import org.luodi.claims.Claim;
import org.luodi.claims.ClaimId;
import org.luodi.claims.ClaimMoves.Need;
import org.luodi.claims.ClaimMoves.Verb;
import org.luodi.claims.Claims;
import org.luodi.claims.Prospects;
import org.luodi.matters.Matter;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.luodi.platform.web.Forms;
import org.luodi.platform.web.Typed;
import org.luodi.programme.Programmes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The answers to a claim: each is a noun below it, with a form of its own. */
@Controller
class AnswerPages {

    private final Claims claims;
    private final Prospects prospects;
    private final Matters matters;
    private final Looking looking;
    private final Programmes programmes;
    private final Forms forms;

    AnswerPages(
            Claims claims, Prospects prospects, Matters matters, Looking looking, Programmes programmes, Forms forms) {
        this.claims = claims;
        this.prospects = prospects;
        this.matters = matters;
        this.looking = looking;
        this.programmes = programmes;
        this.forms = forms;
    }

    /** What the path names. */
    record Route(long id, String noun) {

        ClaimId claim() {
            return new ClaimId(id);
        }

        Verb verb() {
            return Verb.ofNoun(noun).orElseThrow(() -> new NotFound("answer", noun));
        }
    }

    @GetMapping("/claims/{id}/{noun}")
    String form(Route route, @RequestParam Map<String, String> typed, Scope scope, Model model) {
        route.verb();
        return show(route, typed, scope, model);
    }

    @PostMapping("/claims/{id}/{noun}")
    String answer(Route route, @RequestParam Map<String, String> typed, Scope scope, Model model) {
        Verb verb = route.verb();
        return forms.answer(
                model,
                () -> {
                    ClaimForm form = ClaimForm.of(typed);
                    Answer answer = form.answer(verb, root(form.typed(), scope));
                    claims.answer(route.claim(), answer, scope);
                    return "redirect:/claims/" + route.id();
                },
                () -> show(route, typed, scope, model));
    }

    /** A number that was typed goes before what was chosen. */
    private MatterId root(Typed form, Scope scope) {
        String number = form.text("number");
        if (number != null) {
            return matters.byNumber(number, scope)
                    .map(t -> t.matter().id())
                    .orElseThrow(() -> Refusal.of("claims.refused.root.number", number));
        }
        Long chosen = form.id("root");
        return chosen == null ? null : new MatterId(chosen);
    }

    private String show(Route route, Map<String, String> typed, Scope scope, Model model) {
        Claims.Told told = claims.visible(route.claim(), scope);
        Claims.Choice choice = claims.choices(route.claim(), scope).stream()
                .filter(c -> c.move().verb() == route.verb())
                .findFirst()
                .orElse(null);
        if (choice == null && !model.containsAttribute("refusal")) {
            return "redirect:/claims/" + route.id();
        }
        if (choice == null) {
            model.addAttribute("page", looking.page(route.claim(), scope, null));
            return "claims/one";
        }
        if (choice.refusal() != null && !model.containsAttribute("refusal")) {
            model.addAttribute("refusal", choice.refusal());
        }
        model.addAttribute("page", page(told, choice, seen(typed, model)));
        return "claims/answer";
    }

    private AnswerPage page(Claims.Told told, Claims.Choice choice, Map<String, String> typed) {
        Claim claim = told.claim();
        LocalDate due = looking.today().plusDays(programmes.current().dueDays());
        boolean root = choice.move().needs().contains(Need.ROOT);
        return new AnswerPage(
                told,
                choice,
                looking.titles(List.of(claim)).getOrDefault(claim.id(), ""),
                due,
                root ? roots(choice.move().verb() == Verb.UPHOLD ? claim.refuser() : claim.asked()) : Map.of(),
                programmes.current(),
                typed);
    }

    private Map<String, String> roots(UnitId holder) {
        List<Matter> standing = prospects.roots(holder);
        Map<MatterId, String> titles = looking.titles(standing.stream().map(Matter::id));
        Map<String, String> options = new LinkedHashMap<>();
        standing.forEach(
                m -> options.put(Long.toString(m.id().value()), m.number() + " " + titles.getOrDefault(m.id(), "")));
        return options;
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
