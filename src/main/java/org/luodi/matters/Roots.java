package org.luodi.matters;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.luodi.organisation.Placement;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.Parameter;
import org.luodi.platform.Refusal;
import org.luodi.platform.Slice;
import org.luodi.platform.Writes;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.ledger.Change;
import org.luodi.platform.ledger.Ledger;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Matters that show below and have their root above (mechanisms 23-26): the root's unit answers, and when it says done,
 * every unit at which it shows is asked; one that says "still there" brings the root back.
 */
@Component
public class Roots {

    private static final Set<Stage> SAYS_DONE = EnumSet.of(Stage.SETTLED, Stage.CONFIRMED, Stage.CLOSED);

    private final MatterStore store;
    private final RootStore roots;
    private final DetailStore details;
    private final Units units;
    private final Answerable answerable;
    private final List<Matter.Copies> copies;
    private final Ledger ledger;
    private final Clock clock;

    Roots(
            Matters.Stores stores,
            RootStore roots,
            Units units,
            Answerable answerable,
            List<Matter.Copies> copies,
            Ledger ledger,
            Clock clock) {
        this.store = stores.matters();
        this.roots = roots;
        this.details = stores.details();
        this.units = units;
        this.answerable = answerable;
        this.copies = copies;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * How the units at which a root shows stand.
     *
     * @param tied how many matters wait for it
     * @param asked those of them that were asked and have not answered
     * @param gone those that said that it is gone
     * @param stillThere those that said that it is still there
     */
    public record Standing(long tied, long asked, long gone, long stillThere) {}

    /**
     * Ties matters that are under way to the matter that holds their root; those that are not are left alone, and all of them where the root
     * has been excluded or merged. Returns those that were tied. A root that says done, or slips away, at the same moment waits and finds
     * them, or is found here.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<MatterId> tie(Collection<MatterId> symptoms, MatterId root, boolean whole, Scope by) {
        return tie(symptoms, root, whole, new Acting(by, clock.instant()));
    }

    /** The matters of one root, in the order of their numbers, paged by key; for those who have been shown the root. */
    @Transactional(readOnly = true)
    public Slice<Matters.Told> symptoms(MatterId root, String cursor, int limit) {
        long after = cursor == null ? 0 : Parameter.cursor(cursor);
        List<Matter> rows = roots.symptoms(root, after, limit + 1);
        Map<MatterId, Detail> words = details.all(rows.stream().map(Matter::id).toList());
        return Slice.of(
                rows.stream().map(m -> new Matters.Told(m, words.get(m.id()))).toList(),
                limit,
                t -> Long.toString(t.matter().id().value()));
    }

    /** Matters that were joined to this one and that the scope shows. */
    @Transactional(readOnly = true)
    public List<Matters.Told> joined(MatterId into, Scope scope, int limit) {
        List<Matter> rows = roots.joined(into, limit).stream()
                .filter(m -> scope.sees(m.at()))
                .toList();
        Map<MatterId, Detail> words = details.all(rows.stream().map(Matter::id).toList());
        return rows.stream().map(m -> new Matters.Told(m, words.get(m.id()))).toList();
    }

    @Transactional(readOnly = true)
    public Standing standing(MatterId root) {
        return roots.standing(root);
    }

    /** Keeps a root from slipping away until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(MatterId root) {
        units.hold();
        store.hold(root);
    }

    private List<MatterId> tie(Collection<MatterId> symptoms, MatterId root, boolean whole, Acting acting) {
        units.hold();
        store.holdAll(Stream.concat(symptoms.stream(), Stream.of(root)).toList());
        Matter held = store.find(root).orElseThrow();
        if (held.stage() == Stage.EXCLUDED || held.stage() == Stage.MERGED) {
            return List.of();
        }
        List<Matter> under = store.all(symptoms).stream()
                .filter(m -> MatterMoves.find(m.stage(), Verb.TIE).isPresent() && m.root() == null)
                .filter(m -> !m.id().equals(root))
                .toList();
        List<Matter> now = under.stream()
                .map(m -> Revision.of(m)
                        .stage(Stage.ACTING)
                        .due(whole ? null : m.due())
                        .traits(m.traits().tied(root, whole))
                        .by(acting))
                .toList();
        write(Verb.TIE, under, now, acting);
        if (SAYS_DONE.contains(held.stage())) {
            roots.noteAsking(List.of(held), acting.at());
        }
        return under.stream().map(Matter::id).toList();
    }

    /** Notes that a root says done, so that those at which it shows are asked. */
    void ask(Writes together, Matter root) {
        roots.noteAsking(together, root);
    }

    /** Asks the next portion of those that have not been asked since they last said "still there"; returns how many. */
    @Transactional
    public int askPortion(MatterId root, int portion, Instant at) {
        units.hold();
        Matter held = store.hold(root).orElseThrow();
        if (!SAYS_DONE.contains(held.stage())) {
            roots.endAsking(root);
            return 0;
        }
        List<Matter> waiting = roots.waiting(root, portion);
        Acting system = new Acting(new Scope(Actor.SYSTEM, List.of(), 0), at);
        List<Matter> now = waiting.stream()
                .map(m -> Revision.of(m).stage(Stage.SETTLED).by(system))
                .toList();
        write(Verb.ASK, waiting, now, system);
        roots.noteAsking(now, at);
        if (waiting.size() < portion) {
            roots.endAsking(root);
        }
        return waiting.size();
    }

    /** Roots whose symptoms are to be asked. */
    @Transactional(readOnly = true)
    public List<MatterId> asking() {
        return roots.asking();
    }

    /** One unit says that it is still there: the root comes back, whoever of many says so first. */
    void stillThere(Matter symptom, String note, Acting acting) {
        if (!symptom.waits()) {
            return;
        }
        Matter root = store.hold(symptom.root()).orElseThrow();
        Verb verb = root.stage() == Stage.CLOSED ? Verb.RELAPSE : Verb.RETURN;
        if (MatterMoves.find(root.stage(), verb).isEmpty()) {
            return;
        }
        Matter now = verb == Verb.RELAPSE
                ? relapsed(root, acting)
                : Revision.of(root).stage(Stage.RETURNED).by(acting);
        write(verb, List.of(root), List.of(now), acting);
        if (!now.unit().equals(root.unit())) {
            copies.forEach(c -> c.follow(List.of(now)));
        }
        if (note != null) {
            store.send(details.note(new Writes(), root.id(), now.version(), note.strip()));
        }
        stillThere(now, note, acting);
    }

    private Matter relapsed(Matter root, Acting acting) {
        return answerable.shown(Revision.of(root)
                .place(units.place(units.successor(root.unit())))
                .stage(Stage.RELAPSED)
                .traits(root.traits().checkedOn(null))
                .by(acting));
    }

    private void write(Verb verb, List<Matter> old, List<Matter> now, Acting acting) {
        if (old.isEmpty()) {
            return;
        }
        Map<UnitId, Placement> places =
                units.places(now.stream().map(Matter::unit).toList());
        if (store.update(old, now) < old.size()) {
            throw Refusal.conflict("matters.refused.stale.many");
        }
        List<Change> entries = new ArrayList<>(old.size());
        for (int i = 0; i < old.size(); i++) {
            entries.add(acting.past(
                    verb, old.get(i), now.get(i), places.get(now.get(i).unit())));
        }
        ledger.append(entries);
    }
}
