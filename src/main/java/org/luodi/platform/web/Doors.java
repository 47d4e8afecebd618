package org.luodi.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import org.luodi.platform.Refusal;
import org.luodi.platform.identity.Provider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** The way in, and the choice of language. */
@Controller
class Doors {

    private static final int YEAR = 365 * 24 * 3600;

    private final Provider provider;
    private final Forms forms;

    Doors(Provider provider, Forms forms) {
        this.provider = provider;
        this.forms = forms;
    }

    @GetMapping("/sign-in")
    String signIn(Model model) {
        model.addAttribute("provider", provider.label().orElse(null));
        return "platform/sign-in";
    }

    /** The form again, where a sign-in was refused; nobody comes here otherwise. */
    @RequestMapping(
            path = "/sign-in/refusals",
            method = {RequestMethod.GET, RequestMethod.POST})
    String refused(
            @RequestAttribute(required = false) Refusal refusal,
            @RequestParam(required = false) String username,
            Model model) {
        if (refusal == null) {
            return "redirect:/sign-in";
        }
        model.addAttribute("username", username);
        return forms.answer(
                model,
                () -> {
                    throw refusal;
                },
                () -> signIn(model));
    }

    /** To the provider of identities, if it answers. */
    @GetMapping("/sign-in/provider")
    String provider(Model model) {
        return forms.answer(
                model,
                () -> {
                    provider.mustAnswer();
                    return "redirect:/oauth2/authorization/provider";
                },
                () -> signIn(model));
    }

    /** Where the script of passkeys leads to when a sign-in failed. */
    @GetMapping("/login")
    String failed(Model model) {
        model.addAttribute("refusal", Refusal.of("platform.passkey.failed"));
        return signIn(model);
    }

    /** Keeps the language in a cookie and goes back to where one was. */
    @PostMapping("/language")
    String language(
            @RequestParam String language,
            @RequestParam(defaultValue = "/") String back,
            HttpServletResponse response) {
        return keep(new Cookie(UiOfRequest.COOKIE, "en".equals(language) ? "en" : "zh"), back, response);
    }

    /** Keeps the size of letters likewise. */
    @PostMapping("/type")
    String type(
            @RequestParam String type, @RequestParam(defaultValue = "/") String back, HttpServletResponse response) {
        return keep(new Cookie(UiOfRequest.TYPE, "large".equals(type) ? "large" : "plain"), back, response);
    }

    private static String keep(Cookie cookie, String back, HttpServletResponse response) {
        cookie.setPath("/");
        cookie.setMaxAge(YEAR);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
        return "redirect:" + (back.startsWith("/") && !back.startsWith("//") && !back.contains("\\") ? back : "/");
    }
}
