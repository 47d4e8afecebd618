package org.luodi.voice.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.luodi.platform.web.Forms;
import org.luodi.platform.web.Limits;
import org.luodi.voice.Passes;
import org.luodi.voice.ReportId;
import org.luodi.voice.Voices;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** Whoever holds the receipt takes away all that is kept of the report, in one file; for a program under the same rules. */
@Controller
class KeptPages {

    private final Voices voices;
    private final Passes passes;
    private final Followers followers;
    private final KeptFile file;
    private final Limits limits;
    private final Forms forms;

    KeptPages(Voices voices, Passes passes, Followers followers, KeptFile file, Limits limits, Forms forms) {
        this.voices = voices;
        this.passes = passes;
        this.followers = followers;
        this.file = file;
        this.limits = limits;
        this.forms = forms;
    }

    @PostMapping("/voice/follow/files")
    String take(
            @CookieValue(name = FollowPages.PASS, required = false) String pass,
            HttpServletResponse response,
            Model model) {
        Optional<ReportId> report = passes.report(pass);
        return forms.answer(
                model,
                () -> {
                    limits.pass(Limits.Door.FOLLOW);
                    return file.send(report.orElseThrow(() -> Refusal.of("voice.refused.pass")), response);
                },
                () -> followers.shown(report, Map.of(), model));
    }

    @PostMapping("/api/voice/reports/{code}/files")
    void takeByProgram(
            @PathVariable String code,
            @RequestHeader(name = ReportApi.SECRET, required = false) String secret,
            HttpServletResponse response) {
        limits.pass(Limits.Door.FOLLOW);
        file.send(voices.authenticated(code, secret).orElseThrow(() -> new NotFound("report", code)), response);
    }
}
