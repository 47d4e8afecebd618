package org.luodi.promises.web;

import java.util.Map;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.organisation.Scope;
import org.luodi.platform.Slice;
import org.luodi.platform.web.Forms;
import org.luodi.platform.web.Nav;
import org.luodi.promises.Promise;
import org.luodi.promises.Promises;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The desk of those who publish: what waits, putting a matter up, releasing, declining, recalling. */
@Controller
class DeskPages {

    private static final int ROWS = 50;

    private final Promises promises;
    private final Desk desk;
    private final Desk.Around around;
    private final Forms forms;

    DeskPages(Promises promises, Desk desk, Desk.Around around, Forms forms) {
        this.promises = promises;
        this.desk = desk;
        this.around = around;
        this.forms = forms;
    }

    @Bean
    static Nav promisesNav() {
        return new Nav(29, "/promises/desk", "promises.nav");
    }

    @GetMapping("/promises/desk")
    String waiting(@RequestParam(required = false) String cursor, Scope scope, Model model) {
        Slice<Promise> slice = promises.waiting(scope, cursor, ROWS);
        model.addAttribute("slice", slice);
        model.addAttribute(
                "names",
                around.units().names(slice.rows().stream().map(Promise::unit).toList()));
        return "promises/desk";
    }

    @GetMapping("/promises/desk/new")
    String form(@RequestParam long matter, Scope scope, Model model) {
        Matters.Told told = around.matters().visible(new MatterId(matter), scope);
        promises.mayNotPropose(told, scope).ifPresent(refusal -> model.addAttribute("refusal", refusal));
        model.addAttribute("form", desk.form(told, DeskForm.suggested(told), scope));
        return "promises/new";
    }

    @PostMapping("/promises/desk")
    String propose(
            @RequestParam long matter, @RequestParam MultiValueMap<String, String> form, Scope scope, Model model) {
        MatterId id = new MatterId(matter);
        return forms.answer(
                model, () -> "redirect:/promises/desk/" + promises.propose(DeskForm.read(id, form), scope), () -> {
                    model.addAttribute("form", desk.form(around.matters().visible(id, scope), form, scope));
                    return "promises/new";
                });
    }

    @GetMapping("/promises/desk/{id}")
    String one(@PathVariable long id, Scope scope, Model model) {
        model.addAttribute("page", desk.one(id, scope));
        return "promises/publication";
    }

    @PostMapping("/promises/desk/{id}/{noun}")
    String decide(
            @PathVariable long id,
            @PathVariable String noun,
            @RequestParam Map<String, String> typed,
            Scope scope,
            Model model) {
        return forms.answer(
                model,
                () -> {
                    promises.move(id, noun, typed.get("reason"), scope);
                    return "redirect:/promises/desk/" + id;
                },
                () -> {
                    model.addAttribute("typed", typed);
                    return one(id, scope, model);
                });
    }
}
