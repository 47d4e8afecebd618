package org.luodi.evidence;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luodi.evidence.EvidenceIntake.Arrived;
import org.luodi.evidence.EvidenceIntake.Kept;
import org.luodi.matters.Matter;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.Verb;
import org.luodi.organisation.Grant;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Placement;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Units;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.ledger.Change;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Subject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes evidence: row, file and ledger entry in one transaction, in which the matter cannot end. */
@Component
class EvidenceChanges {

    private final EvidenceStore store;
    private final EvidenceIntake intake;
    private final Around around;
    private final Ledger ledger;
    private final Clock clock;

    EvidenceChanges(EvidenceStore store, EvidenceIntake intake, Around around, Ledger ledger, Clock clock) {
        this.store = store;
        this.intake = intake;
        this.around = around;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The modules below that a change asks. */
    @Component("evidenceAround")
    record Around(Matters matters, Units units, Grants grants, Accounts accounts) {}

    /** What a person saw when deciding. */
    record Seen(long id, int version) {}

    /** A matter whose evidence is held, with the scope of this moment and the place it counts for. */
    private record Held(Matter matter, Scope scope, Placement placement) {}

    @Transactional
    public Item add(MatterId id, Draft draft, Arrived arrived, Scope asked) {
        Held held = hold(id, asked);
        ofTheMatter(draft.task(), held);
        List<Item> standing = standing(id);
        EvidenceRules.room(standing.size());
        Fresh fresh = keep(draft, arrived, asked);
        notTwice(fresh.kept(), standing);
        String name = EvidenceRules.free(
                arrived.name(), standing.stream().map(Item::name).toList());
        EvidenceKind usual = arrived.inspected().type().isPicture() ? EvidenceKind.PHOTO : EvidenceKind.DOCUMENT;
        EvidenceKind kind = draft.kind() == null ? usual : draft.kind();
        Item item = new Item(0, id, draft.task(), kind, name, List.of(version(1, name, fresh)), null);
        Item now = store.find(store.insert(item)).orElseThrow();
        note("added", now, held);
        return now;
    }

    @Transactional
    public Item replace(Seen seen, Draft draft, Arrived arrived, Scope asked) {
        Item old = found(seen.id());
        Held held = hold(old.matter(), asked);
        old = fresh(seen);
        changeable(old, held);
        Fresh fresh = keep(draft, arrived, asked);
        notTwice(fresh.kept(), List.of(old));
        String name = arrived.inspected().type().named(old.name());
        store.insert(old.id(), version(seen.version() + 1, name, fresh));
        Item now = found(old.id());
        note("replaced", now, held);
        return now;
    }

    @Transactional
    public Item remove(Seen seen, String reason, Scope asked) {
        Held held = hold(found(seen.id()).matter(), asked);
        Item old = fresh(seen);
        changeable(old, held);
        store.remove(old.id(), new Item.Removed(clock.instant(), asked.actor().id(), reason));
        note("removed", old, held);
        return found(old.id());
    }

    /** First the lock, then the matter: a close that went before is seen, one that comes after waits. */
    private Held hold(MatterId id, Scope asked) {
        store.hold(id);
        Scope scope = around.grants().scopeOf(asked.actor());
        Matter matter = around.matters().visible(id, scope).matter();
        mayNot(matter, scope).ifPresent(refusal -> {
            throw refusal;
        });
        Placement placement = around.units().place(matter.unit());
        if (placement.treeVersion() != scope.treeVersion()) {
            throw Refusal.conflict("matters.refused.tree");
        }
        return new Held(matter, scope, placement);
    }

    /** Whoever may finish a task of the matter may bring what shows it. */
    Optional<Refusal> mayNot(Matter matter, Scope scope) {
        boolean takesPart = around.matters().choices(matter.id(), scope).stream()
                .anyMatch(c -> c.move().verb() == Verb.FINISH_TASK && c.refusal() == null);
        return EvidenceRules.mayNot(matter, takesPart);
    }

    private static void changeable(Item item, Held held) {
        EvidenceRules.mayNotChange(item, held.matter(), held.scope()).ifPresent(refusal -> {
            throw refusal;
        });
    }

    private void ofTheMatter(Long task, Held held) {
        boolean known = task == null
                || around.matters().tasks(held.matter().id(), held.scope()).stream()
                        .anyMatch(t -> t.id() == task);
        if (!known) {
            throw Refusal.of("evidence.refused.task");
        }
    }

    private List<Item> standing(MatterId matter) {
        return store.of(matter, 0, Integer.MAX_VALUE).stream()
                .filter(i -> i.removed() == null)
                .toList();
    }

    private static void notTwice(Kept kept, List<Item> standing) {
        standing.stream()
                .filter(i -> i.latest().digest().equals(kept.file().digest()))
                .findFirst()
                .ifPresent(same -> {
                    throw Refusal.of("evidence.refused.same", same.latest().name());
                });
    }

    private Item found(long id) {
        return store.find(id).orElseThrow(() -> new NotFound("evidence", id));
    }

    private Item fresh(Seen seen) {
        Item item = found(seen.id());
        if (item.removed() != null) {
            throw Refusal.conflict(
                    "evidence.refused.removed",
                    name(item.removed().by()),
                    item.removed().at());
        }
        Item.Version latest = item.latest();
        if (latest.number() != seen.version()) {
            throw Refusal.conflict("evidence.refused.stale", name(latest.addedBy()), latest.addedAt());
        }
        return item;
    }

    private String name(long account) {
        return around.accounts().names(List.of(account)).getOrDefault(account, "?");
    }

    /** A file that has just been kept, and who brought it. */
    private record Fresh(Draft draft, Arrived arrived, Kept kept, long by) {}

    private Fresh keep(Draft draft, Arrived arrived, Scope asked) {
        long by = asked.actor().id();
        return new Fresh(draft, arrived, intake.keep(arrived, by), by);
    }

    private Item.Version version(int number, String name, Fresh fresh) {
        String caption = fresh.draft().caption();
        return new Item.Version(
                number,
                name,
                fresh.arrived().inspected().type(),
                caption == null || caption.isBlank() ? null : caption.strip(),
                fresh.kept().file().size(),
                fresh.kept().file().digest(),
                fresh.kept().file().id(),
                fresh.kept().preview(),
                fresh.by(),
                clock.instant());
    }

    private void note(String verb, Item item, Held held) {
        Matter matter = held.matter();
        Item.Version latest = item.latest();
        Map<String, Object> body = new HashMap<>();
        body.put("matter", matter.id().value());
        body.put("unit", matter.unit().value());
        body.put("task", item.task());
        body.put("kind", item.kind().word());
        body.put("version", latest.number());
        body.put("type", latest.type().word());
        body.put("size", latest.size());
        body.put("digest", latest.digest());
        Integer acting = held.scope().at(matter.at()).stream()
                .findFirst()
                .map(Grant::unit)
                .map(u -> u.value())
                .orElse(null);
        ledger.append(new Change(
                clock.instant(),
                held.scope().actor(),
                acting,
                new Subject("evidence", item.id()),
                verb,
                body,
                held.placement().reach()));
    }
}
