package org.luodi.matters;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.luodi.organisation.Grant;
import org.luodi.organisation.Line;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.Refusal;
import org.luodi.programme.Programme;
import org.luodi.programme.Programmes;
import org.springframework.stereotype.Component;

/** Gathers what the rules look at beyond a matter's own row. */
@Component
class Gathering {

    private static final String INDUSTRY = "industry";

    private final ClosingStore store;
    private final Units units;
    private final Programmes programmes;
    private final List<Proofs> proofs;
    private final List<Hindrance> hindrances;

    Gathering(ClosingStore store, Units units, Programmes programmes, List<Proofs> proofs, List<Hindrance> hindrances) {
        this.store = store;
        this.units = units;
        this.programmes = programmes;
        this.proofs = proofs;
        this.hindrances = hindrances;
    }

    /** Everything, for whoever asks about any move. */
    Standing standing(Matter matter, Scope scope) {
        return standing(matter, scope, MatterNeeds.Gathered.ALL);
    }

    /** No more than what is asked for: each look is a way to the database. */
    Standing standing(Matter matter, Scope scope, MatterNeeds.Gathered wanted) {
        ClosingStore.Gathered found = store.gathered(matter);
        Programme programme = programmes.current();
        List<Standing.Accepting> asked = wanted.levels() ? asked(matter, programme) : List.of();
        Set<String> missing = levels(asked);
        missing.removeAll(found.accepted());
        return new Standing(
                found.openTasks(),
                wanted.proofs()
                        ? proofs.stream().mapToInt(p -> p.of(matter.id())).sum()
                        : Standing.UNASKED.proofs(),
                found.helpers(),
                missing,
                accepting(asked, missing, scope),
                found.signed(),
                !programme.evaluation() || found.solved(),
                found.symptomsLeft(),
                found.symptoms(),
                found.rootDone());
    }

    /** The levels the programme asks, of those that stand above the unit, each with the unit that may accept for it. */
    List<Standing.Accepting> asked(Matter matter, Programme programme) {
        if (programme.acceptance().isEmpty()) {
            return List.of();
        }
        List<Standing.Accepting> asked = new ArrayList<>();
        Map<String, Unit> above = units.path(matter.unit(), Line.TERRITORIAL).stream()
                .filter(u -> !u.id().equals(matter.unit()))
                .collect(Collectors.toMap(Unit::level, Function.identity(), (upper, lower) -> lower));
        for (String level : programme.acceptance()) {
            if (above.containsKey(level)) {
                asked.add(new Standing.Accepting(above.get(level).id(), level));
            }
        }
        if (programme.acceptance().contains(INDUSTRY) && matter.at().industry() != null) {
            units.path(matter.unit(), Line.INDUSTRY).stream()
                    .filter(u -> !u.id().equals(matter.unit()))
                    .forEach(u -> asked.add(new Standing.Accepting(u.id(), INDUSTRY)));
        }
        return asked;
    }

    /** Levels that are asked and have not accepted since the matter last came back. */
    Set<String> missing(Matter matter, List<Acceptance> acceptances) {
        Set<String> missing = levels(asked(matter, programmes.current()));
        acceptances.stream()
                .filter(a -> a.accepted() && a.round() == matter.reopened())
                .forEach(a -> missing.remove(a.level()));
        return missing;
    }

    private static Set<String> levels(List<Standing.Accepting> asked) {
        return asked.stream().map(Standing.Accepting::level).collect(Collectors.toCollection(HashSet::new));
    }

    private static List<Standing.Accepting> accepting(
            List<Standing.Accepting> asked, Set<String> missing, Scope scope) {
        Set<UnitId> mine = scope.grants().stream().map(Grant::unit).collect(Collectors.toSet());
        return asked.stream()
                .filter(a -> missing.contains(a.level()) && mine.contains(a.unit()))
                .toList();
    }

    /** Whether a matter could slip away by the move from what is begun about it at the same moment. */
    boolean slips(Verb verb) {
        return verb == Verb.MERGE
                || hindrances.stream().anyMatch(h -> h.slipping().contains(verb));
    }

    /** Why a module above holds the move back. */
    Optional<Refusal> hindered(Matter matter, Verb verb) {
        return hindrances.stream()
                .flatMap(h -> h.against(matter, verb).stream())
                .findFirst();
    }

    /** Days after closing on which the programme wants another look. */
    List<Integer> checks() {
        return programmes.current().checks();
    }
}
