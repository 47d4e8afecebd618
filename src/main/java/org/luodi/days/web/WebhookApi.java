package org.luodi.days.web;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.luodi.days.Delivery;
import org.luodi.days.Webhook;
import org.luodi.days.Webhooks;
import org.luodi.organisation.Scope;
import org.luodi.platform.Slice;
import org.luodi.platform.web.Paging;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Webhooks as JSON, for administrators. */
@RestController
@RequestMapping("/api/webhooks")
class WebhookApi {

    private final Webhooks webhooks;
    private final ZoneId zone;

    WebhookApi(Webhooks webhooks, ZoneId zone) {
        this.webhooks = webhooks;
        this.zone = zone;
    }

    /** A webhook; {@code secret} is given once, where it is made. */
    record WebhookJson(
            long id,
            String name,
            String url,
            int unit,
            List<String> verbs,
            boolean active,
            OffsetDateTime createdAt,
            String secret) {}

    /** Something that was sent, or is to be. */
    record DeliveryJson(
            long id,
            String what,
            String state,
            int attempts,
            Integer status,
            String failure,
            OffsetDateTime createdAt,
            OffsetDateTime triedAt) {}

    @GetMapping
    List<WebhookJson> list(Scope scope) {
        return webhooks.list(scope).stream().map(w -> json(w, null)).toList();
    }

    @PostMapping
    ResponseEntity<WebhookJson> create(@RequestBody Webhooks.Draft draft, Scope scope) {
        Webhooks.Made made = webhooks.create(draft, scope);
        return ResponseEntity.created(URI.create("/api/webhooks/" + made.id()))
                .body(json(webhooks.one(made.id(), scope), made.secret()));
    }

    @GetMapping("/{id}")
    WebhookJson one(@PathVariable long id, Scope scope) {
        return json(webhooks.one(id, scope), null);
    }

    /** Whether it sends, or rests. */
    record Activity(boolean active) {}

    @PostMapping("/{id}/activity")
    WebhookJson active(@PathVariable long id, @RequestBody Activity activity, Scope scope) {
        webhooks.active(id, activity.active(), scope);
        return one(id, scope);
    }

    @PostMapping("/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable long id, Scope scope) {
        webhooks.end(id, scope);
    }

    @PostMapping("/{id}/tests")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void test(@PathVariable long id, Scope scope) {
        webhooks.test(id, scope);
    }

    @GetMapping("/{id}/deliveries")
    Slice<DeliveryJson> deliveries(@PathVariable long id, Paging paging, Scope scope) {
        Slice<Delivery> log = webhooks.log(id, scope, paging.cursor(), paging.rows());
        return new Slice<>(log.rows().stream().map(this::json).toList(), log.next());
    }

    @PostMapping("/{id}/deliveries/{delivery}/repeats")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void again(@PathVariable long id, @PathVariable long delivery, Scope scope) {
        webhooks.again(id, delivery, scope);
    }

    private WebhookJson json(Webhook w, String secret) {
        return new WebhookJson(
                w.id(), w.name(), w.url(), w.unit().value(), w.verbs(), w.active(), time(w.createdAt()), secret);
    }

    private DeliveryJson json(Delivery d) {
        return new DeliveryJson(
                d.id(),
                d.what(),
                d.state(),
                d.attempts(),
                d.status(),
                d.failure(),
                time(d.createdAt()),
                time(d.triedAt()));
    }

    private OffsetDateTime time(Instant at) {
        return at == null ? null : at.atZone(zone).toOffsetDateTime();
    }
}
