package org.luodi.days;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.luodi.matters.Telling;
import org.luodi.platform.ledger.Entry;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Place;
import org.luodi.platform.server.Rounds;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Turns ledger entries into what is to be sent to webhooks, together with the place it has come to. Who acted is left out. */
@Component
class Hooking {

    static final int MOST = 100;

    private static final int BATCH = 2000;

    private static final JsonMapper JSON = new JsonMapper();

    private final Ledger ledger;
    private final WebhookStore webhooks;
    private final DeliveryStore deliveries;
    private final Set<String> kinds;

    Hooking(Ledger ledger, WebhookStore webhooks, DeliveryStore deliveries, List<Telling> tellings) {
        this.ledger = ledger;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.kinds = tellings.stream().map(Telling::kind).collect(Collectors.toSet());
    }

    /** The one thread that follows the ledger for webhooks and sends to them; a slow one delays other webhooks only, and briefly. */
    @Bean
    @ConditionalOnWebApplication
    static Rounds webhookRounds(Hooking hooking, Delivering delivering, Clock clock) {
        return Rounds.of("webhooks", Duration.ofSeconds(1), () -> {
            int read = hooking.step();
            int tried = delivering.round(clock);
            return read == BATCH || tried > 0;
        });
    }

    /** Reads one batch; returns how many entries it held. Where nobody listens, everything up to now is passed over. */
    @Transactional
    public int step() {
        Place from = webhooks.lockProgress();
        List<Webhook> listening =
                webhooks.all(MOST).stream().filter(Webhook::active).toList();
        if (listening.isEmpty()) {
            webhooks.progress(new Place(ledger.firstRunning() - 1, Long.MAX_VALUE));
            return 0;
        }
        List<Entry> entries = ledger.after(from, BATCH);
        if (!entries.isEmpty()) {
            deliveries.insert(entries.stream()
                    .filter(e -> kinds.contains(e.about().kind()))
                    .flatMap(e -> wanted(e, listening).stream())
                    .toList());
            webhooks.progress(entries.get(entries.size() - 1).place());
        }
        return entries.size();
    }

    private static List<DeliveryStore.New> wanted(Entry entry, List<Webhook> listening) {
        List<DeliveryStore.New> wanted = new ArrayList<>();
        for (Webhook webhook : listening) {
            if (webhook.wants(entry)) {
                String what = entry.about().kind() + "." + entry.verb();
                wanted.add(new DeliveryStore.New(webhook.id(), what, body(entry), entry.at()));
            }
        }
        return wanted;
    }

    /** Codes, numbers and days, as they stand on the ledger; no person. */
    static String body(Entry entry) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", entry.place().tx() + "-" + entry.place().id());
        body.put("at", entry.at().toString());
        body.put("kind", entry.about().kind());
        body.put("subject", entry.about().id());
        body.put("verb", entry.verb());
        body.put("actingUnit", entry.actingUnit());
        body.put("body", entry.body());
        return JSON.writeValueAsString(body);
    }
}
