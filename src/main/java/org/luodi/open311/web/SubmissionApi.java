package org.luodi.open311.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.luodi.open311.Requests;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.identity.SignedIn;
import org.luodi.platform.server.Outward;
import org.luodi.platform.web.Limits;
import org.luodi.platform.web.Ui;
import org.luodi.platform.web.Uis;
import org.luodi.voice.Receipt;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Requests that come in, and the tokens that lead to their numbers. */
@RestController
class SubmissionApi {

    private final Requests requests;
    private final Submission submission;
    private final ServiceList services;
    private final Answers answers;
    private final Accounts accounts;
    private final Limits limits;
    private final Outward outward;
    private final Uis uis;

    SubmissionApi(
            Requests requests,
            Submission submission,
            ServiceList services,
            Answers answers,
            Accounts accounts,
            Limits limits,
            Outward outward,
            Uis uis) {
        this.requests = requests;
        this.submission = submission;
        this.services = services;
        this.answers = answers;
        this.accounts = accounts;
        this.limits = limits;
        this.outward = outward;
        this.uis = uis;
    }

    /** Whoever brings a key answers for what comes in with it; what comes without one is limited, and waits to be looked at. */
    @PostMapping({"/open311/v2/requests", "/open311/v2/requests.{format:xml|json}"})
    ResponseEntity<byte[]> send(@RequestParam MultiValueMap<String, String> typed, HttpServletRequest request) {
        Optional<String> key = Submission.one(typed, "api_key");
        boolean known = key.isPresent()
                ? accounts.byToken(key.get()).isPresent()
                : SignedIn.find().isPresent();
        if (!known) {
            limits.pass(Limits.Door.REPORT);
        }
        if (key.isPresent() && !known) {
            return answers.fault(request, 403, "open311.refused.key");
        }
        Optional<String> code = Submission.one(typed, "service_code");
        if (code.isEmpty()) {
            return answers.fault(request, 400, "open311.refused.service");
        }
        Optional<Integer> category = services.find(code.get());
        if (category.isEmpty()) {
            return answers.fault(request, 404, "open311.missing.service", Moments.brief(code.get()));
        }
        Requests.Received received =
                requests.receive(submission.read(typed, category.get()).proven(known));
        String notice = notice(
                received.receipt(), known, Submission.one(typed, "media_url").isPresent());
        return answers.created(
                request, RequestApi.ROOT, List.of(new RequestJson.Received(received.token(), notice, null)));
    }

    /** What the reporter needs to know, the receipt first: it is shown here and nowhere else. */
    private String notice(Receipt receipt, boolean known, boolean picture) {
        Ui ui = uis.now();
        String url = outward.url() + "/voice/follow";
        String said = ui.text("open311.received", receipt.code(), receipt.secret(), url);
        String waits = known ? "" : " " + ui.text("open311.waits");
        return said + waits + (picture ? " " + ui.text("open311.picture") : "");
    }

    @GetMapping({"/open311/v2/tokens/{token:[^.]+}", "/open311/v2/tokens/{token:[^.]+}.{format:xml|json}"})
    ResponseEntity<byte[]> token(@PathVariable String token, HttpServletRequest request) {
        limits.pass(Limits.Door.LOOK);
        if (!requests.isSent(token)) {
            return answers.fault(request, 404, "open311.missing.token", Moments.brief(token));
        }
        String code = requests.code(token).orElse(null);
        return answers.of(request, RequestApi.ROOT, List.of(new RequestJson.OfToken(code, token)));
    }
}
