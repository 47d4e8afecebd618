package org.luodi.open311.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.luodi.platform.server.Outward;
import org.luodi.platform.web.Uis;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Where the interface is, and what can be reported. */
@RestController
class ServiceApi {

    private final ServiceList services;
    private final Answers answers;
    private final Outward outward;
    private final Uis uis;
    private final String changeset;

    ServiceApi(ServiceList services, Answers answers, Outward outward, Uis uis, Clock clock) {
        this.services = services;
        this.answers = answers;
        this.outward = outward;
        this.uis = uis;
        // The programme is read when the application starts, so nothing changes between.
        this.changeset = Moments.written(OffsetDateTime.now(clock));
    }

    @GetMapping({
        "/open311/discovery",
        "/open311/discovery.{format:xml|json}",
        "/open311/v2/discovery",
        "/open311/v2/discovery.{format:xml|json}"
    })
    ResponseEntity<byte[]> discovery(HttpServletRequest request) {
        String url = outward.url();
        return answers.of(
                request,
                "discovery",
                new Discovery(
                        changeset,
                        uis.now().text("open311.contact", url),
                        uis.now().text("open311.key", url + "/me"),
                        List.of(Discovery.Endpoint.at(url + "/open311/v2", changeset))));
    }

    @GetMapping({"/open311/v2/services", "/open311/v2/services.{format:xml|json}"})
    ResponseEntity<byte[]> services(HttpServletRequest request) {
        return answers.of(request, "services", services.all());
    }

    @GetMapping({"/open311/v2/services/{code:[^.]+}", "/open311/v2/services/{code:[^.]+}.{format:xml|json}"})
    ResponseEntity<byte[]> definition(@PathVariable String code, HttpServletRequest request) {
        return services.find(code)
                .map(c -> answers.of(request, "service_definition", services.definition(c)))
                .orElseGet(() -> answers.fault(request, 404, "open311.missing.service", Moments.brief(code)));
    }
}
