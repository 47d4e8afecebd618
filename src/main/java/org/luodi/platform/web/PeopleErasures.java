package org.luodi.platform.web;

import org.luodi.platform.NotFound;
import org.luodi.platform.identity.Account;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.identity.Erasures;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Erasing an account that nobody uses any more: a page that says what goes and what stays, then the deed. */
@Controller
class PeopleErasures {

    private final Accounts accounts;
    private final Erasures erasures;
    private final Forms forms;

    PeopleErasures(Accounts accounts, Erasures erasures, Forms forms) {
        this.accounts = accounts;
        this.erasures = erasures;
        this.forms = forms;
    }

    @GetMapping("/people/{id}/erasure")
    String ask(@PathVariable long id, Actor by, Model model) {
        model.addAttribute("person", find(id));
        erasures.hindrance(id, by).ifPresent(hindrance -> model.addAttribute("hindrance", hindrance));
        return "platform/erasure";
    }

    @PostMapping("/people/{id}/erasure")
    String erase(@PathVariable long id, Actor by, Model model, RedirectAttributes next) {
        return forms.answer(
                model,
                () -> {
                    erasures.erase(id, by);
                    next.addFlashAttribute("done", "platform.erase.gone");
                    return "redirect:/people/" + id;
                },
                () -> ask(id, by, model));
    }

    @PutMapping("/api/people/{id}/erasure")
    @ResponseBody
    Account erase(@PathVariable long id, Actor by) {
        erasures.erase(id, by);
        return find(id);
    }

    private Account find(long id) {
        return accounts.find(id).orElseThrow(() -> new NotFound("account", id));
    }
}
