package org.luodi.relays;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.Relaying;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.Units;
import org.luodi.platform.NotFound;
import org.luodi.platform.Parameter;
import org.luodi.platform.Refusal;
import org.luodi.platform.Slice;
import org.luodi.platform.identity.Accounts;
import org.luodi.programme.Programme;
import org.luodi.programme.Programmes;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Packages of open matters from one who answers to the next; until an item is accepted, the giver answers (mechanisms 27). */
@Component
public class Relays {

    private static final Duration QUIET = Duration.ofDays(30);
    private static final int WHOLE = 5_000;

    private final RelayStore store;
    private final WayStore ways;
    private final Opening opening;
    private final Deciding deciding;
    private final Relaying matters;
    private final Around around;
    private final Clock clock;

    Relays(Stores stores, Opening opening, Deciding deciding, Relaying matters, Around around, Clock clock) {
        this.store = stores.relays();
        this.ways = stores.ways();
        this.opening = opening;
        this.deciding = deciding;
        this.matters = matters;
        this.around = around;
        this.clock = clock;
    }

    /** The modules below that a package asks. */
    @Component
    record Around(Units units, Accounts accounts, Programmes programmes) {}

    /** What is kept. */
    @Component
    record Stores(RelayStore relays, WayStore ways) {}

    /** A package, or NotFound where it does not exist or neither end is in the scope. */
    @Transactional(readOnly = true)
    public Relay visible(long id, Scope scope) {
        return store.find(id)
                .filter(r ->
                        scope.sees(r.giver().at()) || scope.sees(r.receiver().at()))
                .orElseThrow(() -> new NotFound("relay", id));
    }

    /** Packages that held a matter and of which the scope shows an end, the newest first. */
    @Transactional(readOnly = true)
    public List<Relay> about(MatterId matter, Scope scope, int limit) {
        return store.about(matter, limit).stream()
                .filter(r ->
                        scope.sees(r.giver().at()) || scope.sees(r.receiver().at()))
                .toList();
    }

    /** Its items, those still to be decided first. */
    @Transactional(readOnly = true)
    public List<RelayItem> items(long id, Scope scope) {
        visible(id, scope);
        List<RelayStore.Row> rows = store.items(id, 2 * RelayRules.MOST);
        Map<MatterId, Matters.Told> told = matters
                .all(rows.stream().map(RelayStore.Row::matter).toList())
                .stream()
                .collect(Collectors.toMap(t -> t.matter().id(), t -> t));
        return rows.stream()
                .map(r -> new RelayItem(told.get(r.matter()), r.state(), r.reason(), r.by(), r.at()))
                .toList();
    }

    /** One page of packages that wait for units in the scope, or that they gave. */
    @Transactional(readOnly = true)
    public Slice<Relay> list(boolean waiting, Scope scope, String cursor, int limit) {
        long before = cursor == null ? Long.MAX_VALUE : Parameter.cursor(cursor);
        return Slice.of(store.list(waiting, scope, before, limit + 1), limit, r -> Long.toString(r.id()));
    }

    /** Open matters of ended batches in which nothing was done for a month, the oldest first (mechanisms 28, 29). */
    @Transactional(readOnly = true)
    public List<Matters.Told> quiet(Scope scope, int limit) {
        return matters.quiet(ended(), quietSince(), scope, limit);
    }

    /** Looks at the next matters after a number for what lies still; the last it looked at, empty at the end. */
    Optional<Long> watch(long after) {
        return matters.lieStill(after, ended(), quietSince());
    }

    /** Batches that have ended. */
    List<Integer> ended() {
        LocalDate today = LocalDate.now(clock);
        return around.programmes().current().batches().stream()
                .filter(b -> b.isClosed(today))
                .map(Programme.Batch::key)
                .toList();
    }

    private Instant quietSince() {
        return clock.instant().minus(QUIET);
    }

    /** Open matters of a unit that could go, the most urgent first. */
    @Transactional(readOnly = true)
    public List<Matters.Told> offerable(Unit unit) {
        return matters.open(unit.id(), null, ways.from(unit.id()), RelayRules.MOST);
    }

    /** Opens a package; returns its number. */
    @Transactional
    public long open(RelayDraft draft, Scope scope) {
        Unit giver = around.units().visible(draft.giver(), scope);
        RelayRules.mayGive(draft, new Relay.End(giver.id(), giver.at()), scope);
        List<Matters.Told> going = draft.matters().isEmpty() ? offerable(giver) : matters.all(draft.matters());
        RelayRules.areOf(giver.id(), draft.matters(), going);
        RelayDraft whole = new RelayDraft(
                draft.kind(),
                draft.giver(),
                draft.receiver(),
                going.stream().map(t -> t.matter().id()).toList(),
                draft.promises(),
                draft.contacts());
        try {
            long id = opening.open(whole, null, scope.actor(), clock.instant());
            RelayRules.refuseIf(id == 0, "relays.refused.nothing");
            return id;
        } catch (DuplicateKeyException faster) {
            throw Refusal.conflict("relays.refused.faster");
        }
    }

    /** Accepts an item: from now on the receiver answers; false where it was no longer the giver's to give. */
    @Transactional
    public boolean accept(long id, MatterId matter, Scope scope) {
        return deciding.accept(accepting(id, scope), matter, scope);
    }

    /** Accepts every item that is still offered and ends what is no longer the giver's to give; returns how many it accepted. */
    @Transactional
    public int acceptAll(long id, Scope scope) {
        Relay relay = accepting(id, scope);
        List<MatterId> offered = store.items(id, WHOLE).stream()
                .filter(r -> r.state().equals("offered"))
                .map(RelayStore.Row::matter)
                .toList();
        return (int) offered.stream()
                .filter(matter -> deciding.accept(relay, matter, scope))
                .count();
    }

    /** Refuses an item with a reason: the giver goes on answering. */
    @Transactional
    public void refuse(long id, MatterId matter, String reason, Scope scope) {
        Relay relay = accepting(id, scope);
        deciding.leave(relay, End.refused(matter, RelayRules.reason(reason)), scope);
    }

    /** Takes back an item that has not been decided. */
    @Transactional
    public void withdraw(long id, MatterId matter, String reason, Scope scope) {
        Relay relay = visible(id, scope);
        RelayRules.mayNotWithdraw(relay, scope).ifPresent(refusal -> {
            throw refusal;
        });
        deciding.leave(relay, End.withdrawn(matter, RelayRules.reason(reason)), scope);
    }

    /** Why this person cannot decide; empty where he may. */
    public Optional<Refusal> mayNotDecide(Relay relay, Scope scope) {
        return RelayRules.mayNotDecide(relay, scope);
    }

    /** Why this person cannot take items back; empty where he may. */
    public Optional<Refusal> mayNotWithdraw(Relay relay, Scope scope) {
        return RelayRules.mayNotWithdraw(relay, scope);
    }

    private Relay accepting(long id, Scope scope) {
        Relay relay = visible(id, scope);
        RelayRules.mayNotDecide(relay, scope).ifPresent(refusal -> {
            throw refusal;
        });
        return relay;
    }
}
