package org.luodi.voice.web;

import java.net.URI;
import java.util.Map;
import org.luodi.organisation.UnitId;
import org.luodi.platform.NotFound;
import org.luodi.platform.web.Limits;
import org.luodi.platform.web.ProofOfWork;
import org.luodi.voice.NewReport;
import org.luodi.voice.Point;
import org.luodi.voice.Receipt;
import org.luodi.voice.ReportId;
import org.luodi.voice.Voices;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reports as JSON, without an account: sending one, and following it with its receipt. The secret travels in a header, never in an address. */
@RestController
@RequestMapping("/api/voice")
class ReportApi {

    static final String SECRET = "Receipt-Secret";

    private final Voices voices;
    private final ProofOfWork work;
    private final Followers followers;
    private final Limits limits;

    ReportApi(Voices voices, ProofOfWork work, Followers followers, Limits limits) {
        this.voices = voices;
        this.work = work;
        this.followers = followers;
        this.limits = limits;
    }

    /** A token for what is about to be sent, and the sum that belongs to it. */
    record Form(String once, String challenge) {}

    @GetMapping("/form")
    Form form() {
        limits.pass(Limits.Door.LOOK);
        String once = voices.token();
        return new Form(once, work.challenge(once));
    }

    /** What is sent; all but the unit and the text may be missing. */
    record Body(
            Integer unit,
            String text,
            Integer category,
            Point point,
            Boolean itself,
            Boolean deed,
            String contact,
            Boolean circle,
            String once,
            String altcha) {

        private NewReport report(ProofOfWork work) {
            return NewReport.of(unit == null ? null : new UnitId(unit), text)
                    .in(category)
                    .at(point)
                    .aboutHandler(Boolean.TRUE.equals(itself))
                    .wished(Boolean.TRUE.equals(deed))
                    .reachedAt(contact, Boolean.TRUE.equals(circle))
                    .proven(work.isShown(altcha, once))
                    .once(once);
        }
    }

    @PostMapping("/reports")
    ResponseEntity<Receipt> send(@RequestBody Body body) {
        limits.pass(Limits.Door.REPORT);
        return created(voices.receive(body.report(work)));
    }

    @PostMapping("/reports/{code}/echoes")
    ResponseEntity<Receipt> echo(@PathVariable String code, @RequestBody Body body) {
        limits.pass(Limits.Door.REPORT);
        return created(voices.meToo(code, body.report(work)));
    }

    @GetMapping("/reports/{code}")
    FollowedJson one(@PathVariable String code, @RequestHeader(name = SECRET, required = false) String secret) {
        return FollowedJson.of(followers.page(opened(code, secret)));
    }

    /** What a reporter does with the own report; the noun is what comes of it. */
    @PostMapping("/reports/{code}/{noun}")
    FollowedJson say(
            @PathVariable String code,
            @PathVariable String noun,
            @RequestHeader(name = SECRET, required = false) String secret,
            @RequestBody Map<String, String> body) {
        Spoken spoken = Spoken.of(noun, body);
        ReportId report = opened(code, secret);
        spoken.on(voices, report);
        return FollowedJson.of(followers.page(report));
    }

    private ReportId opened(String code, String secret) {
        limits.pass(Limits.Door.FOLLOW);
        return voices.authenticated(code, secret).orElseThrow(() -> new NotFound("report", code));
    }

    private static ResponseEntity<Receipt> created(Receipt receipt) {
        return ResponseEntity.created(URI.create("/api/voice/reports/" + receipt.code()))
                .body(receipt);
    }
}
