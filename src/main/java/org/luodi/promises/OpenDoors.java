package org.luodi.promises;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.luodi.evidence.Evidence;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.Relaying;
import org.luodi.organisation.Interval;
import org.luodi.organisation.Line;
import org.luodi.organisation.Placement;
import org.luodi.organisation.Unit;
import org.luodi.organisation.Units;
import org.luodi.platform.Digest;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.luodi.platform.Slice;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.ledger.Change;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Subject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What anybody sees without an account: released promises, their pictures, and the support of deeds (mechanisms 51, 52). */
@Component
public class OpenDoors {

    private static final int SUPPORTER = 16;

    private final PromiseStore store;
    private final DoorStore published;
    private final ProofStore proofs;
    private final Around around;
    private final Ledger ledger;
    private final Clock clock;

    OpenDoors(Stores stores, Around around, Ledger ledger, Clock clock) {
        this.store = stores.promises();
        this.published = stores.doors();
        this.proofs = stores.proofs();
        this.around = around;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The tables of this module. */
    @Component("promisesStores")
    record Stores(PromiseStore promises, DoorStore doors, ProofStore proofs) {}

    /** The modules below that hold what is shown. */
    @Component
    record Around(Relaying matters, Evidence evidence, Units units) {}

    /** What a unit and those below it promise, the newest first, paged by key. */
    @Transactional(readOnly = true)
    public Slice<Shown> of(Unit unit, boolean deeds, String cursor, int limit) {
        Interval below = unit.interval(Line.TERRITORIAL);
        List<Promise> rows = published.published(new DoorStore.Range(below, deeds), cursor, limit + 1);
        Slice<Promise> slice = Slice.of(rows, limit, PromiseRows.Place::write);
        return new Slice<>(shown(slice.rows()), slice.next());
    }

    /** A released promise; NotFound before it is released and from the moment of its recall. */
    @Transactional(readOnly = true)
    public Shown shown(long id) {
        return shown(List.of(released(id))).get(0);
    }

    private Promise released(long id) {
        return store.find(id)
                .filter(p -> p.state() == Promise.State.PUBLISHED)
                .orElseThrow(() -> new NotFound("promise", id));
    }

    private List<Shown> shown(List<Promise> promises) {
        Map<MatterId, Matters.Told> told =
                around.matters().all(promises.stream().map(Promise::matter).toList()).stream()
                        .collect(Collectors.toMap(t -> t.matter().id(), Function.identity()));
        Map<Long, Map<Integer, ProofStore.Proof>> pictures =
                proofs.of(promises.stream().map(Promise::id).toList());
        List<Shown> shown = new ArrayList<>();
        for (Promise promise : promises) {
            List<Integer> numbers =
                    List.copyOf(pictures.getOrDefault(promise.id(), Map.of()).keySet());
            shown.add(new Shown(promise, told.get(promise.matter()), numbers));
        }
        return shown;
    }

    /** Where the small picture of a released promise lies; NotFound also where the piece of evidence was removed since. */
    @Transactional(readOnly = true)
    public Path picture(long id, int number) {
        released(id);
        return proofs.find(id, number)
                .flatMap(p -> around.evidence().standing(p.item(), p.version()))
                .flatMap(around.evidence()::preview)
                .orElseThrow(() -> new NotFound("picture", number));
    }

    /**
     * Counts one more who supports a deed; the same one twice counts once.
     *
     * @param supporter a secret that the supporter's device keeps; what is stored is a digest that fits this promise alone
     * @return whether it counted
     */
    @Transactional
    public boolean support(long id, String supporter) {
        Promise promise = released(id);
        PromiseRules.refuseIf(!promise.deed(), "promises.refused.deed");
        PromiseRules.refuseIf(supporter == null || supporter.length() < SUPPORTER, "promises.refused.device");
        PublicState state = shown(List.of(promise)).get(0).state();
        if (state != PublicState.UNDER_WAY && state != PublicState.REWORK) {
            throw Refusal.of("promises.refused.over");
        }
        Placement place = around.units().place(promise.unit());
        Optional<Integer> counted = published.support(id, Digest.of(id + " " + supporter), clock.instant());
        counted.ifPresent(supports -> ledger.append(new Change(
                clock.instant(),
                Actor.SYSTEM,
                place.unit().value(),
                new Subject("promise", id),
                "supported",
                Map.of("supports", supports),
                place.reach())));
        return counted.isPresent();
    }
}
