package org.luodi.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.identity.Assurances;
import org.luodi.platform.identity.Passkeys;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own passkeys; the frame's script makes them. */
@Controller
class PasskeyPages {

    private static final String HERE = "redirect:/me/passkeys";

    private final Passkeys passkeys;
    private final Assurances assurances;
    private final Forms forms;

    PasskeyPages(Passkeys passkeys, Assurances assurances, Forms forms) {
        this.passkeys = passkeys;
        this.assurances = assurances;
        this.forms = forms;
    }

    @Bean
    static Own ownPasskeys() {
        return new Own(2, "/me/passkeys", "platform.passkeys");
    }

    @GetMapping("/me/passkeys")
    String list(Actor actor, Model model, HttpServletRequest request) {
        model.addAttribute("passkeys", passkeys.list(actor));
        model.addAttribute("sure", assurances.given(request));
        return "platform/passkeys";
    }

    @PostMapping("/me/passkeys/assurances")
    String assure(@RequestParam String password, Actor actor, Model model, HttpServletRequest request) {
        return forms.answer(
                model,
                () -> {
                    assurances.give(actor, password, request);
                    return HERE;
                },
                () -> list(actor, model, request));
    }

    @PostMapping("/me/passkeys/{id}/removal")
    String remove(@PathVariable long id, Actor actor, RedirectAttributes next) {
        passkeys.remove(actor, id);
        next.addFlashAttribute("done", "platform.passkey.removed");
        return HERE;
    }

    /** Where the frame's script leads to when one was made. */
    @GetMapping("/webauthn/register")
    String added(RedirectAttributes next) {
        next.addFlashAttribute("done", "platform.passkey.added");
        return HERE;
    }
}
