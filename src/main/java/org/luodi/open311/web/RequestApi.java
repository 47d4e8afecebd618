package org.luodi.open311.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.luodi.open311.Request;
import org.luodi.open311.Requests;
import org.luodi.platform.web.Limits;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Requests that anybody may read. */
@RestController
class RequestApi {

    static final String ROOT = "service_requests";

    private final Requests requests;
    private final Showing showing;
    private final Answers answers;
    private final Limits limits;
    private final Clock clock;

    RequestApi(Requests requests, Showing showing, Answers answers, Limits limits, Clock clock) {
        this.requests = requests;
        this.showing = showing;
        this.answers = answers;
        this.limits = limits;
        this.clock = clock;
    }

    @GetMapping({"/open311/v2/requests", "/open311/v2/requests.{format:xml|json}"})
    ResponseEntity<byte[]> list(@RequestParam MultiValueMap<String, String> typed, HttpServletRequest request) {
        limits.pass(Limits.Door.LOOK);
        Query query = new Query(typed);
        List<String> ids = query.ids();
        List<Request> found = ids.isEmpty() ? requests.list(query.asked(clock.instant())) : requests.all(ids);
        return answers.of(request, ROOT, showing.of(found));
    }

    @GetMapping({"/open311/v2/requests/{id:[^.]+}", "/open311/v2/requests/{id:[^.]+}.{format:xml|json}"})
    ResponseEntity<byte[]> one(@PathVariable String id, HttpServletRequest request) {
        limits.pass(Limits.Door.LOOK);
        List<Request> found = requests.all(List.of(id));
        return found.isEmpty()
                ? answers.fault(request, 404, "open311.missing.request", Moments.brief(id))
                : answers.of(request, ROOT, showing.of(found));
    }
}
