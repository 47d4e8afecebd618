package org.luodi.promises;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luodi.evidence.Evidence;
import org.luodi.evidence.Item;
import org.luodi.matters.Kind;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.organisation.Placement;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Units;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.luodi.platform.Slice;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.ledger.Change;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Reach;
import org.luodi.platform.ledger.Subject;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What offices put up for the public: one person proposes, another releases, anybody in charge recalls at once (mechanisms 48, 52). */
@Component
public class Promises {

    private static final int PICTURES = 200;

    private final PromiseStore store;
    private final ProofStore proofs;
    private final Around around;
    private final Ledger ledger;
    private final Clock clock;

    Promises(PromiseStore store, ProofStore proofs, Around around, Ledger ledger, Clock clock) {
        this.store = store;
        this.proofs = proofs;
        this.around = around;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The modules below that a publication asks. */
    @Component
    record Around(Matters matters, Evidence evidence, Units units, Accounts accounts) {}

    /** A publication, or NotFound where it does not exist or lies outside the scope. */
    @Transactional(readOnly = true)
    public Promise visible(long id, Scope scope) {
        return store.find(id).filter(p -> scope.sees(p.at())).orElseThrow(() -> new NotFound("promise", id));
    }

    /** The newest publication of a matter, whatever became of it. */
    @Transactional(readOnly = true)
    public Optional<Promise> of(MatterId matter) {
        return store.of(matter);
    }

    /** What waits for a second person, in the order of the tree, paged by key. */
    @Transactional(readOnly = true)
    public Slice<Promise> waiting(Scope scope, String cursor, int limit) {
        return Slice.of(store.waiting(scope, cursor, limit + 1), limit, PromiseRows.Place::waiting);
    }

    /** What this person may release, put up by others, in the order of the tree. */
    @Transactional(readOnly = true)
    public List<Promise> toRelease(Scope scope, int limit) {
        return store.ofOthers(PromiseRules.working(scope), limit);
    }

    /** Why this person may not put the matter up; empty where he may. */
    @Transactional(readOnly = true)
    public Optional<Refusal> mayNotPropose(Matters.Told told, Scope scope) {
        return PromiseRules.mayNotPropose(told.matter(), scope)
                .or(() -> store.stands(told.matter().id())
                        ? Optional.of(Refusal.of("promises.refused.stands"))
                        : Optional.empty());
    }

    /** Why this person may not make what a noun in a URL stands for; empty where he may. */
    public Optional<Refusal> mayNot(Promise promise, String noun, Scope scope) {
        return PromiseRules.mayNot(promise, verb(noun), scope);
    }

    /** Pieces of evidence of a matter that are pictures: only these can be shown to the public. */
    @Transactional(readOnly = true)
    public List<Item> pictures(MatterId matter, Scope scope) {
        return around.evidence().of(matter, scope, null, PICTURES).rows().stream()
                .filter(i -> i.removed() == null && i.latest().preview() != null)
                .toList();
    }

    /** Puts a matter up for publication; returns its number. */
    @Transactional
    public long propose(NewPromise typed, Scope scope) {
        NewPromise given = PromiseRules.checked(typed);
        Matters.Told told = around.matters().visible(given.matter(), scope);
        mayNotPropose(told, scope).ifPresent(refusal -> {
            throw refusal;
        });
        List<ProofStore.Proof> chosen = chosen(given, scope);
        Placement place = around.units().place(told.matter().unit());
        boolean deed = told.matter().kind() == Kind.DEED;
        Promise promise = Promise.proposed(given, place, deed, step(scope));
        long id = insert(promise);
        proofs.insert(id, chosen);
        note(
                id,
                PromiseMoves.Verb.PROPOSE.past(),
                Map.of("matter", given.matter().value()),
                new By(scope, place));
        return id;
    }

    private long insert(Promise promise) {
        try {
            return store.insert(promise);
        } catch (DuplicateKeyException faster) {
            throw Refusal.conflict("promises.refused.stands");
        }
    }

    private List<ProofStore.Proof> chosen(NewPromise given, Scope scope) {
        Map<Long, Item> pictures = new HashMap<>();
        pictures(given.matter(), scope).forEach(i -> pictures.put(i.id(), i));
        PromiseRules.refuseIf(!pictures.keySet().containsAll(given.proofs()), "promises.refused.picture");
        return given.proofs().stream()
                .distinct()
                .map(i -> new ProofStore.Proof(i, pictures.get(i).latest().number()))
                .toList();
    }

    /** Releases, declines or recalls, by the noun in the URL. */
    @Transactional
    public Promise move(long id, String noun, String reason, Scope scope) {
        Promise old = visible(id, scope);
        PromiseMoves.Verb verb = verb(noun);
        PromiseRules.mayNot(old, verb, scope).ifPresent(refusal -> {
            throw refusal.isConflict() ? refusal : late(old, refusal);
        });
        PromiseMoves.Move move = PromiseMoves.find(old.state(), verb).orElseThrow();
        String why = move.reason() ? PromiseRules.reason(reason) : null;
        Promise now = after(old, move, why, scope);
        if (!store.update(old, now)) {
            throw Refusal.conflict("promises.refused.faster");
        }
        note(id, verb.past(), Map.of("matter", old.matter().value()), new By(scope, place(old)));
        return now;
    }

    private Promise after(Promise old, PromiseMoves.Move move, String why, Scope scope) {
        if (move.verb() == PromiseMoves.Verb.RECALL) {
            return old.recalled(step(scope), why);
        }
        LocalDate day = move.verb() == PromiseMoves.Verb.PUBLISH ? LocalDate.now(clock) : null;
        return old.decided(move.to(), step(scope), day, why);
    }

    private Promise.Step step(Scope scope) {
        return new Promise.Step(scope.actor().id(), clock.instant());
    }

    /** Says who decided and when, where somebody else did. */
    private Refusal late(Promise promise, Refusal refusal) {
        Promise.Step step = promise.recalled() != null ? promise.recalled() : promise.decided();
        if (step == null || promise.state() == Promise.State.PROPOSED) {
            return refusal;
        }
        String who = around.accounts().names(List.of(step.by())).getOrDefault(step.by(), "?");
        return Refusal.conflict(refusal.key(), who, step.at());
    }

    private static PromiseMoves.Verb verb(String noun) {
        return PromiseMoves.Verb.ofNoun(noun).orElseThrow(() -> new NotFound("decision", noun));
    }

    /** A unit that has ended still recalls what it published. */
    private Placement place(Promise promise) {
        return around.units().find(promise.unit()).filter(u -> !u.isClosed()).isPresent()
                ? around.units().place(promise.unit())
                : null;
    }

    private record By(Scope scope, Placement place) {}

    private void note(long id, String verb, Map<String, ?> body, By by) {
        Placement place = by.place();
        ledger.append(new Change(
                clock.instant(),
                by.scope().actor(),
                place == null ? null : place.unit().value(),
                new Subject("promise", id),
                verb,
                body,
                place == null ? Reach.NONE : place.reach()));
    }
}
