package org.luodi.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way in, and the choice of language. */
@Controller
class Doors {

    private static final int YEAR = 365 * 24 * 3600;

    @GetMapping("/sign-in")
    String signIn(@RequestParam(required = false) String error, Model model) {
        model.addAttribute("failed", error != null);
        return "platform/sign-in";
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
