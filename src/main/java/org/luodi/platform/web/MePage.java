package org.luodi.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.identity.Sessions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own page: name, password, where one is signed in, access tokens. */
@Controller
class MePage {

    private static final String HERE = "redirect:/me";

    private final Accounts accounts;
    private final Sessions sessions;
    private final Forms forms;
    private final List<Own> ways;

    MePage(Accounts accounts, Sessions sessions, Forms forms, List<Own> ways) {
        this.ways = ways.stream().sorted(Comparator.comparingInt(Own::order)).toList();
        this.accounts = accounts;
        this.sessions = sessions;
        this.forms = forms;
    }

    record NewPassword(String present, String next) {}

    @GetMapping("/me")
    String me(Actor actor, Model model, HttpServletRequest request) {
        model.addAttribute("account", accounts.find(actor.id()).orElseThrow());
        model.addAttribute("tokens", accounts.tokens(actor));
        model.addAttribute("sessions", sessions.list(actor, request));
        model.addAttribute("ways", ways);
        return "platform/me";
    }

    @PostMapping("/me/name")
    String rename(
            @RequestParam String name, Actor actor, Model model, RedirectAttributes next, HttpServletRequest request) {
        return forms.answer(
                model,
                () -> {
                    accounts.rename(actor, name);
                    return done(next, "platform.me.renamed");
                },
                () -> me(actor, model, request));
    }

    @PostMapping("/me/password")
    String password(
            NewPassword asked,
            Actor actor,
            Model model,
            RedirectAttributes then,
            HttpServletRequest request,
            HttpServletResponse response) {
        return forms.answer(
                model,
                () -> {
                    accounts.changePassword(actor, asked.present(), asked.next());
                    sessions.goOn(actor, request, response);
                    return done(then, "platform.me.password.changed");
                },
                () -> me(actor, model, request));
    }

    /** The secret is shown once, on the page that follows. */
    @PostMapping("/me/tokens")
    String createToken(
            @RequestParam String token, Actor actor, Model model, RedirectAttributes next, HttpServletRequest request) {
        return forms.answer(
                model,
                () -> {
                    next.addFlashAttribute("secret", accounts.createToken(actor, token));
                    return HERE;
                },
                () -> me(actor, model, request));
    }

    @PostMapping("/me/tokens/{id}/revocation")
    String revokeToken(@PathVariable long id, Actor actor, RedirectAttributes next) {
        accounts.revokeToken(actor, id);
        return done(next, "platform.me.token.revoked");
    }

    @PostMapping("/me/sessions/{id}/ending")
    String endSession(@PathVariable long id, Actor actor, RedirectAttributes next) {
        sessions.end(actor, id);
        return done(next, "platform.me.session.ended");
    }

    @PostMapping("/me/sessions/ending")
    String endOthers(Actor actor, RedirectAttributes next, HttpServletRequest request) {
        sessions.endOthers(actor, request);
        return done(next, "platform.me.sessions.ended");
    }

    private static String done(RedirectAttributes next, String key) {
        next.addFlashAttribute("done", key);
        return HERE;
    }
}
