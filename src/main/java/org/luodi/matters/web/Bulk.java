package org.luodi.matters.web;

import java.util.List;
import java.util.Map;
import org.luodi.matters.MatterId;
import org.luodi.matters.Verb;
import org.luodi.organisation.Scope;
import org.luodi.platform.NotFound;
import org.luodi.platform.Parameter;
import org.luodi.platform.Refusal;
import org.luodi.platform.web.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One move for many matters: first what it would do to each, then each by itself, and what was refused stays on the page. */
@Controller
class Bulk {

    /** Moves that are alike for many. */
    static final List<Verb> VERBS = List.of(
            Verb.PLACE,
            Verb.ACT,
            Verb.POSTPONE,
            Verb.HAND_OVER,
            Verb.CONFIRM,
            Verb.ACCEPT,
            Verb.CLOSE,
            Verb.CHECK,
            Verb.MARK,
            Verb.JOIN_DRIVE);

    private static final int MOST = 200;

    private final Bulks bulks;
    private final Forms forms;

    Bulk(Bulks bulks, Forms forms) {
        this.bulks = bulks;
        this.forms = forms;
    }

    @GetMapping("/matters/bulk")
    String preview(@RequestParam MultiValueMap<String, String> typed, Scope scope, Model model) {
        return forms.answer(
                model,
                () -> {
                    BulkPage page = bulks.page(chosen(typed), verb(typed), Map.of(), scope);
                    if (page.rows().isEmpty()) {
                        throw new NotFound("matter", page.gone());
                    }
                    return show(page, model);
                },
                () -> "matters/bulk-nothing");
    }

    @PostMapping("/matters/bulk")
    String make(@RequestParam MultiValueMap<String, String> typed, Scope scope, Model model) {
        return forms.answer(
                model,
                () -> make(new Asked(chosen(typed), verb(typed), typed.toSingleValueMap()), scope, model),
                () -> "matters/bulk-nothing");
    }

    private record Asked(List<MatterId> ids, Verb verb, Map<String, String> typed) {}

    private String make(Asked asked, Scope scope, Model model) {
        return forms.answer(
                model,
                () -> {
                    Map<MatterId, Refusal> refused =
                            bulks.make(asked.ids(), asked.verb(), new Asking.Form(asked.typed()), scope);
                    model.addAttribute("made", asked.ids().size() - refused.size());
                    model.addAttribute("refusals", refused);
                    return refused.isEmpty()
                            ? "matters/bulk-made"
                            : show(
                                    bulks.page(List.copyOf(refused.keySet()), asked.verb(), asked.typed(), scope),
                                    model);
                },
                () -> show(bulks.page(asked.ids(), asked.verb(), asked.typed(), scope), model));
    }

    private static String show(BulkPage page, Model model) {
        model.addAttribute("page", page);
        return "matters/bulk";
    }

    private static List<MatterId> chosen(MultiValueMap<String, String> typed) {
        List<String> ids = typed.getOrDefault("id", List.of());
        if (ids.isEmpty()) {
            throw Refusal.of("matters.refused.bulk.none");
        }
        if (ids.size() > MOST) {
            throw Refusal.of("matters.refused.bulk.many", MOST);
        }
        return ids.stream()
                .distinct()
                .map(id -> new MatterId(Parameter.cursor(id)))
                .toList();
    }

    private static Verb verb(MultiValueMap<String, String> typed) {
        String noun = typed.getFirst("verb");
        return VERBS.stream()
                .filter(v -> v.noun().equals(noun))
                .findFirst()
                .orElseThrow(() -> Refusal.of("matters.refused.bulk.verb"));
    }
}
