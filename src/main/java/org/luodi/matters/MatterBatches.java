package org.luodi.matters;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.luodi.organisation.Placement;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.Refusal;
import org.luodi.platform.ledger.Change;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Reach;
import org.luodi.programme.Programmes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Many matters in one transaction: as a ledger kept on paper or in Excel says they stand. */
@Component
public class MatterBatches {

    private final MatterStore store;
    private final DetailStore details;
    private final RootStore roots;
    private final Raising raising;
    private final Units units;
    private final Programmes programmes;
    private final Ledger ledger;
    private final Clock clock;

    MatterBatches(
            MatterStore store,
            DetailStore details,
            RootStore roots,
            Raising raising,
            Units units,
            Programmes programmes,
            Ledger ledger,
            Clock clock) {
        this.store = store;
        this.details = details;
        this.roots = roots;
        this.raising = raising;
        this.units = units;
        this.programmes = programmes;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A new matter and the stage it had reached on paper. */
    public record Taken(NewMatter matter, Stage stage) {}

    /** What is to stand instead of what stood when it was read. */
    public record Correction(Matters.Told standing, Amendment amendment) {}

    /** The matters of these numbers, seen or not: the caller tells nobody what lies outside a scope. */
    @Transactional(readOnly = true)
    public Map<String, Matters.Told> byNumbers(Collection<String> numbers) {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        List<Matter> found = store.byNumbers(numbers);
        Map<MatterId, Detail> words = details.all(found.stream().map(Matter::id).toList());
        return found.stream().collect(Collectors.toMap(Matter::number, m -> new Matters.Told(m, words.get(m.id()))));
    }

    /** The matters of these ids, seen or not; those that do not exist are left out. */
    @Transactional(readOnly = true)
    public Map<MatterId, Matter> all(Collection<MatterId> ids) {
        return store.all(ids).stream().collect(Collectors.toMap(Matter::id, m -> m));
    }

    /** Each of these with all that were joined to it, itself among them: whoever spoke of one of those speaks of it. */
    @Transactional(readOnly = true)
    public Map<MatterId, Set<MatterId>> withJoined(Collection<MatterId> ids) {
        return ids.isEmpty() ? Map.of() : roots.withJoined(ids);
    }

    /** Each of these as it goes on: itself, or the matter to which it was joined in the end. */
    @Transactional(readOnly = true)
    public Map<MatterId, Matter> goingOn(Collection<MatterId> ids) {
        if (ids.isEmpty()) {
            return new HashMap<>();
        }
        Map<MatterId, MatterId> wholes = roots.goingOn(ids);
        Map<MatterId, Matter> matters = all(new HashSet<>(wholes.values()));
        return wholes.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> matters.get(e.getValue())));
    }

    /** Keeps matters and the tree as they are until the transaction ends: no move slips in between what is read and what is begun. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(Collection<MatterId> ids) {
        units.hold();
        store.hold(ids);
    }

    /** Refuses where a new matter may not be raised at the unit. */
    public void check(NewMatter matter, Unit unit, Scope scope) {
        Placement place = new Placement(unit.id(), unit.name(), unit.at(), Reach.NONE, scope.treeVersion());
        raising.check(matter, place, scope, clock.instant());
    }

    /** Refuses a correction that may not be made. */
    public void check(Correction correction, Scope scope) {
        Matter old = correction.standing().matter();
        Amendment amendment = correction.amendment();
        Acting acting = new Acting(scope, clock.instant());
        MatterRules.decide(
                old,
                new MatterRules.Facts(
                        correction.standing().detail(),
                        Standing.UNASKED,
                        scope.grants(),
                        scope.actor().id(),
                        acting.day(clock)),
                Command.of(Verb.AMEND, old.version(), null));
        programmes.current().check(amendment.category(), amendment.source(), old.batch());
        Raising.check(amendment.detail(), amendment.raisedOn(), amendment.due());
        Raising.notLater(amendment.raisedOn(), acting.day(clock));
    }

    /** Brings matters into being at the stage they had reached; the ledger says so with the entry that raises them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<MatterId> takeOver(List<Taken> taken, Scope scope) {
        return raising.takeOver(
                taken.stream().map(Taken::matter).toList(),
                taken.stream().map(Taken::stage).toList(),
                new Acting(scope, clock.instant()));
    }

    /** Makes corrections that were checked; a conflict where one of the matters has changed since it was read. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void correct(List<Correction> corrections, Scope scope) {
        Acting acting = new Acting(scope, clock.instant());
        Map<UnitId, Placement> places = units.places(
                corrections.stream().map(c -> c.standing().matter().unit()).toList());
        List<Matter> amended = new ArrayList<>();
        List<DetailStore.Words> words = new ArrayList<>();
        List<Change> entries = new ArrayList<>();
        for (Correction correction : corrections) {
            Matter old = correction.standing().matter();
            Matter now = MatterRules.amended(old, correction.amendment(), acting);
            amended.add(now);
            words.add(new DetailStore.Words(now.id(), correction.amendment().detail()));
            entries.add(acting.entry(Verb.AMEND, old, now, places.get(old.unit())));
        }
        List<Matter> standing =
                corrections.stream().map(c -> c.standing().matter()).toList();
        if (store.update(standing, amended) < amended.size()) {
            throw Refusal.conflict("matters.refused.stale.many");
        }
        details.write(words);
        ledger.append(entries);
    }
}
