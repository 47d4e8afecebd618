package org.luodi.matters;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.luodi.organisation.Grant;
import org.luodi.organisation.Interval;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Matters that wait for somebody: short lists, each from one range of an index; the longest overdue first, and before them, among
 * what came back, what came back more often.
 */
@Component
public class Waiting {

    /** Came back, and nothing new has been begun. */
    public static final Set<Stage> BACK = Set.of(Stage.RETURNED, Stage.RELAPSED);

    private final WaitingStore store;

    Waiting(WaitingStore store) {
        this.store = store;
    }

    /** A matter with its title, and what the person may do next, the main thing first. */
    public record Found(Matter matter, String title, List<Verb> next) {}

    /** Where to look, seen from the units of one's roles. */
    public enum Where {
        /** The units themselves. */
        OWN,
        /** Everything below them. */
        BELOW,
        /** Both. */
        REACH
    }

    /**
     * What to look for.
     *
     * @param roles whose units are meant; nobody else finds anything
     * @param stages any of these, all open or all ended; none means whatever is open
     * @param from the first day it may be due, or null
     * @param to the last day it may be due, or null
     */
    public record Wanted(Where where, Set<Role> roles, Set<Stage> stages, LocalDate from, LocalDate to) {

        public Wanted {
            roles = Set.copyOf(roles);
            stages = Set.copyOf(stages);
        }

        /** Whether it is what came back. */
        boolean back() {
            return stages.equals(BACK);
        }
    }

    /** The first of them. */
    @Transactional(readOnly = true)
    public List<Found> list(Wanted wanted, Scope scope, int limit) {
        List<Grant> held = scope.grants().stream()
                .filter(g -> wanted.roles().contains(g.role()))
                .toList();
        List<WaitingStore.Place> places = held.stream()
                .filter(g -> wanted.where() == Where.OWN || held.stream().noneMatch(o -> isWithin(g, o)))
                .map(g -> new WaitingStore.Place(g.line(), range(g.interval(), wanted.where())))
                .distinct()
                .filter(p -> p.range().from() < p.range().to())
                .toList();
        return places.isEmpty()
                ? List.of()
                : store.list(wanted, places, scope.treeVersion(), limit).stream()
                        .map(t -> new Found(t.matter(), t.title(), next(t.matter(), scope)))
                        .toList();
    }

    /** Those of the matters that the scope shows. */
    @Transactional(readOnly = true)
    public List<Found> seen(Collection<MatterId> ids, Scope scope) {
        return ids.isEmpty()
                ? List.of()
                : store.seen(ids, scope).stream()
                        .map(t -> new Found(t.matter(), t.title(), next(t.matter(), scope)))
                        .toList();
    }

    /**
     * Matters under way at any unit that are due within some days, in portions for a sweep.
     *
     * @param after the last one of the portion before, or null
     */
    @Transactional(readOnly = true)
    public List<Matter> dueBetween(LocalDate from, LocalDate to, Matter after, int limit) {
        return store.dueBetween(from, to, after, limit);
    }

    /** The units at which the account works. */
    public static Set<UnitId> units(Scope scope) {
        return scope.grants().stream()
                .filter(g -> WORKING.contains(g.role()))
                .map(Grant::unit)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Who works on matters. */
    public static final Set<Role> WORKING = Set.of(Role.SECRETARY, Role.CLERK, Role.LEADER);

    /** Who places and closes. */
    public static final Set<Role> OFFICE = Set.of(Role.CLERK, Role.LEADER);

    private static boolean isWithin(Grant inner, Grant outer) {
        return inner.line() == outer.line()
                && outer.interval().from() < inner.interval().from()
                && inner.interval().from() < outer.interval().to();
    }

    private static Interval range(Interval subtree, Where where) {
        return switch (where) {
            case OWN -> new Interval(subtree.from(), subtree.from() + 1);
            case BELOW -> new Interval(subtree.from() + 1, subtree.to());
            case REACH -> subtree;
        };
    }

    /** The moves on the straight way from a stage that one of the person's roles may make. */
    static List<Verb> next(Matter matter, Scope scope) {
        List<Verb> way = switch (matter.stage()) {
            case RAISED -> List.of(Verb.PLACE);
            case PLACED, RETURNED, RELAPSED -> List.of(Verb.ACT);
            case ACTING -> List.of(Verb.SETTLE);
            case SETTLED -> List.of(Verb.CONFIRM, Verb.RETURN);
            case CONFIRMED -> List.of(Verb.CLOSE);
            default -> List.of();
        };
        return way.stream().filter(verb -> may(verb, matter, scope)).toList();
    }

    private static boolean may(Verb verb, Matter matter, Scope scope) {
        return MatterMoves.find(matter.stage(), verb)
                .filter(move -> !matter.waits() || !move.needs().contains(Need.OWN_ANSWER))
                .filter(move ->
                        scope.grants().stream().anyMatch(grant -> move.who().allows(grant, matter, Standing.UNASKED)))
                .isPresent();
    }
}
