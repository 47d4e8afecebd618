package org.luodi.days;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.luodi.matters.Telling;
import org.luodi.matters.Verb;
import org.luodi.organisation.Grant;
import org.luodi.organisation.Line;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.NotFound;
import org.luodi.platform.Parameter;
import org.luodi.platform.Refusal;
import org.luodi.platform.Slice;
import org.luodi.platform.ledger.Change;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Reach;
import org.luodi.platform.ledger.Subject;
import org.luodi.platform.server.Outward;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where entries of the ledger are sent to; a system administrator sees and makes only those of units that he administers. */
@Component
public class Webhooks {

    private static final int NAME = 60;

    private final WebhookStore store;
    private final DeliveryStore deliveries;
    private final Units units;
    private final Ledger ledger;
    private final Addresses addresses;
    private final List<String> offered;
    private final Clock clock;

    Webhooks(Stores stores, Units units, Ledger ledger, Outward outward, List<Telling> tellings, Clock clock) {
        this.store = stores.webhooks();
        this.deliveries = stores.deliveries();
        this.units = units;
        this.ledger = ledger;
        this.addresses = new Addresses(outward.privateWebhooks());
        this.offered = offered(tellings);
        this.clock = clock;
    }

    /** The tables of webhooks. */
    @Component
    record Stores(WebhookStore webhooks, DeliveryStore deliveries) {}

    /** A webhook to be made. */
    public record Draft(String name, String unit, String url, List<String> verbs) {}

    /** A webhook that was made, with the secret that is shown this once. */
    public record Made(long id, String secret) {}

    private static List<String> offered(List<Telling> tellings) {
        return Stream.concat(
                        Stream.of(Verb.values()).map(v -> "matter." + v.past()),
                        tellings.stream().map(Telling::kind).sorted().map(k -> k + ".*"))
                .toList();
    }

    /** What can be asked for: each verb of a matter, or whole kinds of records. */
    public List<String> offered() {
        return offered;
    }

    /** Those that the account administers. */
    @Transactional(readOnly = true)
    public List<Webhook> list(Scope scope) {
        return store.all(Hooking.MOST).stream()
                .filter(w -> administers(w, scope))
                .toList();
    }

    @Transactional(readOnly = true)
    public Webhook one(long id, Scope scope) {
        return store.find(id).filter(w -> administers(w, scope)).orElseThrow(() -> new NotFound("webhook", id));
    }

    /** The last deliveries, newest first, paged by key. */
    @Transactional(readOnly = true)
    public Slice<Delivery> log(long id, Scope scope, String cursor, int limit) {
        one(id, scope);
        Long before = cursor == null ? null : Parameter.cursor(cursor);
        return Slice.of(deliveries.log(id, before, limit + 1), limit, d -> Long.toString(d.id()));
    }

    /** Makes one; from now on what happens in the unit's subtree is sent there. */
    @Transactional
    public Made create(Draft draft, Scope scope) {
        refuseIf(
                draft.name() == null
                        || draft.name().isBlank()
                        || draft.name().strip().length() > NAME,
                "days.refused.name");
        List<String> verbs = draft.verbs() == null ? List.of() : draft.verbs();
        refuseIf(!offered.containsAll(verbs), "days.refused.verbs");
        addresses.of(addresses.url(draft.url()));
        refuseIf(store.all(Hooking.MOST).size() == Hooking.MOST, "days.refused.many");
        Unit unit = units.byCode(draft.unit() == null ? "" : draft.unit().strip())
                .orElseThrow(() -> Refusal.of("days.refused.unit"));
        Line line = administered(unit, scope).orElseThrow(() -> Refusal.of("days.refused.unit"));
        String secret = "whsec_" + Secrets.draw();
        Webhook webhook = new Webhook(
                0, draft.name().strip(), draft.url().strip(), unit.id(), line, verbs, true, clock.instant(), null);
        long id = store.insert(webhook, secret, scope.actor().id());
        note(id, unit.id(), "created", scope);
        return new Made(id, secret);
    }

    /** Lets it rest, or sends again. */
    @Transactional
    public void active(long id, boolean active, Scope scope) {
        Webhook webhook = one(id, scope);
        store.active(id, active);
        note(id, webhook.unit(), active ? "resumed" : "paused", scope);
    }

    /** Ends it; what has not been sent is sent no more. */
    @Transactional
    public void end(long id, Scope scope) {
        Webhook webhook = one(id, scope);
        store.end(id, clock.instant());
        deliveries.giveUp(id);
        note(id, webhook.unit(), "ended", scope);
    }

    /** Sends something that means nothing, to see whether it arrives. */
    @Transactional
    public void test(long id, Scope scope) {
        one(id, scope);
        String body = "{\"id\":\"test\",\"at\":\"" + clock.instant() + "\",\"kind\":\"test\",\"verb\":\"sent\"}";
        deliveries.insert(List.of(new DeliveryStore.New(id, "test.sent", body, clock.instant())));
        store.tryAfter(id, null);
    }

    /** Sends once more what was given up. */
    @Transactional
    public void again(long id, long delivery, Scope scope) {
        one(id, scope);
        if (!deliveries.revive(id, delivery, clock.instant())) {
            throw new NotFound("delivery", delivery);
        }
        store.tryAfter(id, null);
    }

    private boolean administers(Webhook webhook, Scope scope) {
        return units.find(webhook.unit())
                .filter(u -> lines(u, scope).contains(webhook.line()))
                .isPresent();
    }

    private static Optional<Line> administered(Unit unit, Scope scope) {
        return lines(unit, scope).stream().findFirst();
    }

    private static List<Line> lines(Unit unit, Scope scope) {
        List<Line> lines = new ArrayList<>();
        scope.at(unit.at()).stream()
                .filter(g -> g.role() == Role.SYSTEM_ADMIN)
                .map(Grant::line)
                .forEach(lines::add);
        return lines;
    }

    private void note(long id, UnitId unit, String verb, Scope scope) {
        ledger.append(new Change(
                clock.instant(),
                scope.actor(),
                unit.value(),
                new Subject("webhook", id),
                verb,
                Map.of("unit", unit.value()),
                Reach.NONE));
    }

    private static void refuseIf(boolean condition, String key) {
        if (condition) {
            throw Refusal.of(key);
        }
    }
}
