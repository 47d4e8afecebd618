package org.luodi.platform.web;

import org.luodi.platform.identity.Actor;
import org.luodi.platform.identity.Passkeys;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own passkeys; the frame's script makes them. */
@Controller
class PasskeyPages {

    private static final String HERE = "redirect:/me/passkeys";

    private final Passkeys passkeys;

    PasskeyPages(Passkeys passkeys) {
        this.passkeys = passkeys;
    }

    @Bean
    static Own ownPasskeys() {
        return new Own(2, "/me/passkeys", "platform.passkeys");
    }

    @GetMapping("/me/passkeys")
    String list(Actor actor, Model model) {
        model.addAttribute("passkeys", passkeys.list(actor));
        return "platform/passkeys";
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
