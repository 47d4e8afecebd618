package org.luodi.matters;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.luodi.organisation.Grant;
import org.luodi.organisation.Interval;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.platform.Refusal;
import org.luodi.programme.Programmes;
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
    private final ObligationStore obligations;
    private final TaskStore tasks;
    private final Matters matters;
    private final Programmes programmes;

    Waiting(Stores stores, Matters matters, Programmes programmes) {
        this.store = stores.waiting();
        this.obligations = stores.obligations();
        this.tasks = stores.tasks();
        this.matters = matters;
        this.programmes = programmes;
    }

    /** The tables that are read. */
    @Component("waitingStores")
    record Stores(WaitingStore waiting, ObligationStore obligations, TaskStore tasks) {}

    /**
     * A matter with its title.
     *
     * @param next what the person may do, the main thing first
     * @param missing what the main thing still waits for, or null
     */
    public record Found(Matter matter, String title, List<Verb> next, Refusal missing) {

        private Found lacking(Refusal what, List<Verb> instead) {
            return new Found(matter, title, instead, what);
        }
    }

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
        List<WaitingStore.Place> places = places(wanted.roles(), wanted.where(), scope);
        return places.isEmpty()
                ? List.of()
                : found(store.list(wanted, places, new WaitingStore.Slot(scope.treeVersion(), limit)), scope);
    }

    /** Said to be settled, and the units at which it shows are asked: these units' own, and what was moved away from them. */
    @Transactional(readOnly = true)
    public List<Found> toConfirm(Scope scope, int limit) {
        List<WaitingStore.Place> places = places(WORKING, Where.OWN, scope);
        return places.isEmpty()
                ? List.of()
                : found(
                        store.toConfirm(units(scope), places, new WaitingStore.Slot(scope.treeVersion(), limit)),
                        scope);
    }

    /** Marked matters of one's own unit that wait for its leader's signature. */
    @Transactional(readOnly = true)
    public List<Found> toSign(Scope scope, int limit) {
        List<WaitingStore.Place> places = places(Set.of(Role.LEADER), Where.OWN, scope);
        return places.isEmpty()
                ? List.of()
                : found(store.toSign(places, new WaitingStore.Slot(scope.treeVersion(), limit)), scope);
    }

    /** Confirmed below: those that may be closed now, and those that still lack something, with what it is. */
    @Transactional(readOnly = true)
    public List<Found> toClose(Scope scope, int limit) {
        return list(new Wanted(Where.REACH, OFFICE, Set.of(Stage.CONFIRMED), null, null), scope, limit).stream()
                .map(found -> ready(found, scope))
                .toList();
    }

    /** Where closing must wait for an acceptance that is this person's to give, that is the next thing. */
    private Found ready(Found found, Scope scope) {
        MatterId id = found.matter().id();
        return matters.barred(id, Verb.CLOSE, scope)
                .map(missing -> found.lacking(
                        missing, matters.barred(id, Verb.ACCEPT, scope).isEmpty() ? List.of(Verb.ACCEPT) : List.of()))
                .orElse(found);
    }

    /** Closed matters whose next look has come due, the longest first. */
    @Transactional(readOnly = true)
    public List<Found> toCheck(Scope scope, LocalDate today, int limit) {
        List<WaitingStore.Place> places = places(WORKING, Where.REACH, scope);
        return places.isEmpty()
                ? List.of()
                : found(store.toCheck(today, places, new WaitingStore.Slot(scope.treeVersion(), limit)), scope);
    }

    private static List<Found> found(List<WaitingStore.Titled> rows, Scope scope) {
        return rows.stream()
                .map(t -> new Found(t.matter(), t.title(), next(t.matter(), scope), null))
                .toList();
    }

    /** The units of these roles, or the subtrees, without those inside another. */
    private static List<WaitingStore.Place> places(Set<Role> roles, Where where, Scope scope) {
        List<Grant> held =
                scope.grants().stream().filter(g -> roles.contains(g.role())).toList();
        return held.stream()
                .filter(g -> where == Where.OWN || held.stream().noneMatch(o -> isWithin(g, o)))
                .map(g -> new WaitingStore.Place(g.line(), range(g.interval(), where)))
                .distinct()
                .filter(p -> p.range().from() < p.range().to())
                .toList();
    }

    /** Those of the matters that the scope shows. */
    @Transactional(readOnly = true)
    public List<Found> seen(Collection<MatterId> ids, Scope scope) {
        return ids.isEmpty() ? List.of() : found(store.seen(ids, scope), scope);
    }

    /** Whether a unit has more open matters than the programme thinks it can work at in parallel (mechanisms 16). */
    @Transactional(readOnly = true)
    public boolean crowded(UnitId unit) {
        return obligations.openAtLeast(unit, programmes.current().softLimit() + 1);
    }

    /** Open tasks that these units have as helpers, the most urgent first, with the matters they belong to. */
    @Transactional(readOnly = true)
    public Map<Task, MatterId> tasksOf(Collection<UnitId> units, int limit) {
        return tasks.openOf(units, limit);
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
            case CONFIRMED -> List.of(Verb.SIGN, Verb.CLOSE);
            case CLOSED -> List.of(Verb.CHECK, Verb.RELAPSE);
            default -> List.of();
        };
        return way.stream().filter(verb -> may(verb, matter, scope)).toList();
    }

    private static boolean may(Verb verb, Matter matter, Scope scope) {
        return MatterMoves.find(matter.stage(), verb)
                .filter(move -> verb != Verb.SIGN || matter.marked())
                .filter(move -> !matter.waits() || !move.needs().contains(Need.OWN_ANSWER))
                .filter(move ->
                        scope.grants().stream().anyMatch(grant -> move.who().allows(grant, matter, Standing.UNASKED)))
                .isPresent();
    }
}
