package org.luodi.voice.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.luodi.platform.Refusal;
import org.luodi.platform.web.Forms;
import org.luodi.platform.web.Limits;
import org.luodi.voice.Passes;
import org.luodi.voice.ReportId;
import org.luodi.voice.Voices;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Following a report with its receipt. The secret stands in no address; the device gets a pass that ends by itself. */
@Controller
class FollowPages {

    static final String PASS = Passes.COOKIE;
    static final String HOME = "redirect:/voice/follow";

    private final Voices voices;
    private final Passes passes;
    private final Followers followers;
    private final Limits limits;
    private final Forms forms;

    FollowPages(Voices voices, Passes passes, Followers followers, Limits limits, Forms forms) {
        this.voices = voices;
        this.passes = passes;
        this.followers = followers;
        this.limits = limits;
        this.forms = forms;
    }

    @GetMapping("/voice/follow")
    String follow(@CookieValue(name = PASS, required = false) String pass, Model model) {
        return followers.shown(passes.report(pass), Map.of(), model);
    }

    @PostMapping("/voice/follow")
    String open(@RequestParam Map<String, String> typed, HttpServletResponse response, Model model) {
        return forms.answer(
                model,
                () -> {
                    limits.pass(Limits.Door.FOLLOW);
                    ReportId report = voices.authenticated(typed.get("code"), typed.get("secret"))
                            .orElseThrow(() -> Refusal.of("voice.refused.receipt"));
                    response.addCookie(cookie(passes.of(report), (int) Passes.LIFE.toSeconds()));
                    return typed.get("text") == null ? HOME : followers.shown(Optional.of(report), typed, model);
                },
                () -> followers.shown(Optional.empty(), typed, model));
    }

    /** Lets the next one at this device see nothing. */
    @PostMapping("/voice/follow/leavings")
    String leave(HttpServletResponse response) {
        response.addCookie(cookie("", 0));
        return HOME;
    }

    /** What a reporter does with the own report; the noun is what comes of it. */
    @PostMapping("/voice/follow/{noun}")
    String say(
            @PathVariable String noun,
            @CookieValue(name = PASS, required = false) String pass,
            @RequestParam Map<String, String> typed,
            Model model) {
        Spoken spoken = Spoken.of(noun, typed);
        Optional<ReportId> report = passes.report(pass);
        return forms.answer(
                model,
                () -> {
                    spoken.on(voices, report.orElseThrow(() -> Refusal.of("voice.refused.pass")));
                    return HOME;
                },
                () -> followers.shown(report, typed, model));
    }

    private static Cookie cookie(String pass, int seconds) {
        Cookie cookie = new Cookie(PASS, pass);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Strict");
        return cookie;
    }
}
