package org.luodi.platform.web;

import org.luodi.platform.NotFound;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.identity.Passkeys;
import org.luodi.platform.identity.SecondSteps;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Accounts, for administrators: who can sign in. */
@Controller
class PeoplePages {

    private static final int PAGE = 50;

    private final Accounts accounts;
    private final SecondSteps steps;
    private final Passkeys passkeys;
    private final Forms forms;

    PeoplePages(Accounts accounts, SecondSteps steps, Passkeys passkeys, Forms forms) {
        this.accounts = accounts;
        this.steps = steps;
        this.passkeys = passkeys;
        this.forms = forms;
    }

    record NewPerson(String login, String name, String password) {}

    record NewPassword(long id, String password) {}

    @GetMapping("/people")
    String list(@RequestParam(required = false) String cursor, Model model) {
        model.addAttribute("people", accounts.list(cursor, PAGE));
        model.addAttribute("cursor", cursor);
        return "platform/people";
    }

    @PostMapping("/people")
    String create(NewPerson asked, Actor by, Model model) {
        model.addAttribute("login", asked.login());
        model.addAttribute("name", asked.name());
        return forms.answer(
                model,
                () -> "redirect:/people/"
                        + accounts.create(asked.login(), asked.name(), asked.password(), by)
                                .id(),
                () -> list(null, model));
    }

    @GetMapping("/people/{id}")
    String person(@PathVariable long id, Model model) {
        model.addAttribute("person", accounts.find(id).orElseThrow(() -> new NotFound("account", id)));
        model.addAttribute("step", steps.of(id));
        model.addAttribute("passkeys", passkeys.count(id));
        return "platform/person";
    }

    @PostMapping("/people/{id}/disablement")
    String disable(@PathVariable long id, Actor by, Model model, RedirectAttributes next) {
        next.addFlashAttribute("done", "platform.person.done.disabled");
        return change(id, model, () -> accounts.disable(id, true, by));
    }

    @PostMapping("/people/{id}/enablement")
    String enable(@PathVariable long id, Actor by, Model model, RedirectAttributes next) {
        next.addFlashAttribute("done", "platform.person.done.enabled");
        return change(id, model, () -> accounts.disable(id, false, by));
    }

    @PostMapping("/people/{id}/password")
    String password(NewPassword asked, Actor by, Model model, RedirectAttributes next) {
        next.addFlashAttribute("done", "platform.person.done.password");
        return change(asked.id(), model, () -> accounts.resetPassword(asked.id(), asked.password(), by));
    }

    /** Changes something of a person and goes back to the page; a refusal stays on it. */
    String change(long id, Model model, Runnable work) {
        return forms.answer(
                model,
                () -> {
                    work.run();
                    return "redirect:/people/" + id;
                },
                () -> person(id, model));
    }
}
