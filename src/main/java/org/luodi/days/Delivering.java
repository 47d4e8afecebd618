package org.luodi.days;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.luodi.platform.Refusal;
import org.luodi.platform.server.Outward;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends what waits, each webhook by itself and in order: one that fails is left alone for a growing while, and after a day its
 * deliveries are given up.
 */
@Component
class Delivering {

    private static final Logger LOG = LoggerFactory.getLogger(Delivering.class);
    private static final int AT_ONCE = 20;
    private static final Duration A_ROUND = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final int DOUBLINGS = 7;
    private static final Duration GIVEN_UP = Duration.ofDays(1);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int PORTION = 1000;

    private final WebhookStore webhooks;
    private final DeliveryStore deliveries;
    private final Addresses addresses;

    Delivering(WebhookStore webhooks, DeliveryStore deliveries, Outward outward) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.addresses = new Addresses(outward.privateWebhooks());
    }

    /** Gives each webhook its turn; returns how many deliveries were tried. */
    int round(Clock clock) {
        Instant now = clock.instant();
        int tried = webhooks.all(Hooking.MOST).stream()
                .filter(Webhook::active)
                .filter(w -> w.tryAfter() == null || !w.tryAfter().isAfter(now))
                .mapToInt(w -> turn(w, clock))
                .sum();
        deliveries.forget(now.minus(KEPT), PORTION);
        return tried;
    }

    private int turn(Webhook webhook, Clock clock) {
        List<Delivery> waiting = deliveries.waiting(webhook.id(), AT_ONCE);
        String secret = waiting.isEmpty() ? "" : webhooks.secret(webhook.id());
        Instant end = clock.instant().plus(A_ROUND);
        int tried = 0;
        boolean goesOn = true;
        while (goesOn && tried < waiting.size() && !clock.instant().isAfter(end)) {
            goesOn = deliver(webhook, waiting.get(tried), secret, clock.instant());
            tried++;
        }
        return tried;
    }

    /** Whether the next may be tried at once. */
    private boolean deliver(Webhook webhook, Delivery delivery, String secret, Instant now) {
        Outgoing.Answer answer = send(webhook, delivery, secret, now);
        if (answer.isTaken()) {
            deliveries.tried(delivery, "done", answer, now);
            if (webhook.tryAfter() != null) {
                webhooks.tryAfter(webhook.id(), null);
            }
            return true;
        }
        deliveries.tried(delivery, "waiting", answer, now);
        deliveries.giveUp(webhook.id(), now.minus(GIVEN_UP));
        webhooks.tryAfter(webhook.id(), now.plus(pause(delivery.attempts())));
        return false;
    }

    private static Duration pause(int attempts) {
        return FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, DOUBLINGS));
    }

    /** Whatever goes wrong with one must not keep the others. */
    private Outgoing.Answer send(Webhook webhook, Delivery delivery, String secret, Instant now) {
        try {
            URI url = addresses.url(webhook.url());
            return Outgoing.post(url, addresses.of(url), headers(delivery, secret, now), delivery.body());
        } catch (Refusal refused) {
            return new Outgoing.Answer(null, refused.key());
        } catch (RuntimeException fault) {
            LOG.warn("webhook {} could not be called", webhook.id(), fault);
            return new Outgoing.Answer(null, fault.getClass().getSimpleName() + ": " + fault.getMessage());
        }
    }

    /** What is signed is the moment, a dot and the body, so that an old delivery cannot be sent again by somebody else. */
    static Map<String, String> headers(Delivery delivery, String secret, Instant now) {
        long moment = now.getEpochSecond();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Luodi-Delivery", Long.toString(delivery.id()));
        headers.put("Luodi-Event", delivery.what());
        headers.put("Luodi-Signature", "t=" + moment + ",v1=" + Secrets.sign(secret, moment + "." + delivery.body()));
        return headers;
    }
}
