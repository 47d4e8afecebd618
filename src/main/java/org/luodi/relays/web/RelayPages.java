package org.luodi.relays.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.Parameter;
import org.luodi.platform.Refusal;
import org.luodi.platform.Slice;
import org.luodi.platform.web.Forms;
import org.luodi.platform.web.Nav;
import org.luodi.relays.Relay;
import org.luodi.relays.RelayDraft;
import org.luodi.relays.Relays;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Packages on their way: the list, one package, and putting one together. */
@Controller
class RelayPages {

    private static final int ROWS = 50;
    private static final int QUIET = 20;

    private final Relays relays;
    private final Units units;
    private final Packages packages;
    private final Forms forms;

    RelayPages(Relays relays, Units units, Packages packages, Forms forms) {
        this.relays = relays;
        this.units = units;
        this.packages = packages;
        this.forms = forms;
    }

    /** Its place in the navigation. */
    @Bean
    static Nav relaysNav() {
        return new Nav(27, "/relays", "relays.nav");
    }

    @GetMapping("/relays")
    String list(
            @RequestParam(defaultValue = "waiting") String view,
            @RequestParam(required = false) String cursor,
            Scope scope,
            Model model) {
        if (!List.of("waiting", "given").contains(view)) {
            throw Parameter.notOneOf("view", view, List.of("waiting", "given"));
        }
        Slice<Relay> slice = relays.list(view.equals("waiting"), scope, cursor, ROWS);
        model.addAttribute("page", packages.list(view, slice, relays.quiet(scope, QUIET)));
        return "relays/list";
    }

    @GetMapping("/relays/{id}")
    String one(@PathVariable long id, Scope scope, Model model) {
        return show(id, Map.of(), scope, model);
    }

    private String show(long id, Map<String, String> typed, Scope scope, Model model) {
        model.addAttribute("page", packages.one(relays.visible(id, scope), typed, scope));
        return "relays/one";
    }

    @GetMapping("/relays/new")
    String form(@RequestParam int unit, @RequestParam MultiValueMap<String, String> typed, Scope scope, Model model) {
        Unit giver = units.visible(new UnitId(unit), scope);
        model.addAttribute("unit", giver);
        model.addAttribute("matters", relays.offerable(giver));
        model.addAttribute("typed", typed.toSingleValueMap());
        model.addAttribute("chosen", typed.getOrDefault("matter", List.of()));
        return "relays/new";
    }

    @PostMapping("/relays")
    String open(@RequestParam int unit, @RequestParam MultiValueMap<String, String> typed, Scope scope, Model model) {
        return forms.answer(
                model,
                () -> "redirect:/relays/" + relays.open(draft(new UnitId(unit), typed), scope),
                () -> form(unit, typed, scope, model));
    }

    @PostMapping("/relays/{id}/{noun}")
    String decide(
            @PathVariable long id,
            @PathVariable String noun,
            @RequestParam Map<String, String> typed,
            Scope scope,
            Model model) {
        return forms.answer(
                model,
                () -> {
                    packages.decide(id, noun, typed, scope);
                    return "redirect:/relays/" + id;
                },
                () -> show(id, kept(noun, typed), scope, model));
    }

    private static Map<String, String> kept(String noun, Map<String, String> typed) {
        Map<String, String> kept = new HashMap<>(typed);
        kept.put("noun", noun);
        return kept;
    }

    private RelayDraft draft(UnitId giver, MultiValueMap<String, String> typed) {
        boolean office = "office".equals(typed.getFirst("kind"));
        String code = typed.getFirst("receiver");
        UnitId receiver = office
                ? giver
                : units.byCode(code == null ? "" : code.strip())
                        .map(Unit::id)
                        .orElseThrow(() -> Refusal.of("relays.refused.code", code));
        List<MatterId> chosen = new ArrayList<>();
        typed.getOrDefault("matter", List.of()).forEach(m -> chosen.add(new MatterId(Parameter.cursor(m))));
        return new RelayDraft(
                office ? Relay.Kind.OFFICE : Relay.Kind.UNIT,
                giver,
                receiver,
                chosen,
                Packages.text(typed.getFirst("promises")),
                Packages.text(typed.getFirst("contacts")));
    }
}
