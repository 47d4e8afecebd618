package org.luodi.matters;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.luodi.organisation.Interval;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.Refusal;
import org.luodi.platform.Slice;
import org.luodi.platform.ledger.Entry;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Subject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Matters and their moves; what an account does not see does not exist for it. */
@Component
public class Matters {

    private final MatterStore store;
    private final DetailStore details;
    private final ListStore lists;
    private final TaskStore tasks;
    private final CensusStore census;
    private final Raising raising;
    private final Moving moving;
    private final Units units;
    private final Sight sight;
    private final Ledger ledger;
    private final Clock clock;

    Matters(Stores stores, Verbs verbs, Places places, Ledger ledger, Clock clock) {
        this.store = stores.matters();
        this.details = stores.details();
        this.lists = stores.lists();
        this.tasks = stores.tasks();
        this.census = stores.census();
        this.raising = verbs.raising();
        this.moving = verbs.moving();
        this.units = places.units();
        this.sight = places.sight();
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The tables of this module. */
    @Component
    record Stores(MatterStore matters, DetailStore details, ListStore lists, TaskStore tasks, CensusStore census) {}

    /** What brings matters into being and what moves them. */
    @Component
    record Verbs(Raising raising, Moving moving) {}

    /** Where matters stand, and who sees what there. */
    @Component
    record Places(Units units, Sight sight) {}

    /** How many matters are alike in everything the tallies count. */
    public record Census(
            UnitId unit,
            Stage stage,
            int category,
            int source,
            LocalDate raised,
            LocalDate due,
            int reopened,
            Integer drive,
            long count) {}

    /** A matter with its words. */
    public record Told(Matter matter, Detail detail) {}

    /** What a person may or may not do now: the move, and why not, if not. */
    public record Choice(MatterMoves.Move move, Refusal refusal) {}

    /** The matter, or NotFound where it does not exist or lies outside the scope. */
    @Transactional(readOnly = true)
    public Told visible(MatterId id, Scope scope) {
        return sight.of(id, scope).told();
    }

    /** The matter of a number, if it exists and the scope shows it. */
    @Transactional(readOnly = true)
    public Optional<Told> byNumber(String number, Scope scope) {
        return store.byNumber(number).flatMap(m -> sight.find(m.id(), scope)).map(Sight.Seen::told);
    }

    /** Whether a number is taken, seen or not. */
    @Transactional(readOnly = true)
    public boolean taken(String number) {
        return store.byNumber(number).isPresent();
    }

    /** One page of a list: the most urgent or the newest first, open ones before ended ones. */
    @Transactional(readOnly = true)
    public Slice<Told> list(MatterFilter filter, Scope scope, String cursor, int limit) {
        Unit unit = units.visible(filter.unit(), scope);
        Interval subtree = unit.interval(filter.line());
        ListStore.Slot slot = new ListStore.Slot(cursor, limit + 1, LocalDate.now(clock));
        List<Matter> rows = lists.list(filter, subtree, scope.condition("position", "industry_position"), slot);
        Slice<Matter> slice =
                Slice.of(rows, limit, m -> ListStore.Key.of(m, filter).write());
        Map<MatterId, Detail> words =
                details.all(slice.rows().stream().map(Matter::id).toList());
        return new Slice<>(
                slice.rows().stream().map(m -> new Told(m, words.get(m.id()))).toList(), slice.next());
    }

    /** How many matters such a list has, counted no further than so many. */
    @Transactional(readOnly = true)
    public int count(MatterFilter filter, Scope scope, int most) {
        Interval subtree = units.visible(filter.unit(), scope).interval(filter.line());
        ListStore.Slot slot = new ListStore.Slot(null, most, LocalDate.now(clock));
        return lists.count(filter, subtree, scope.condition("position", "industry_position"), slot);
    }

    /** Raises a matter at a unit in the scope; returns its number. */
    @Transactional
    public MatterId raise(NewMatter matter, Scope scope) {
        return raising.raise(List.of(matter), scope, clock.instant()).get(0);
    }

    /** Raises many in one transaction, in the order given. */
    @Transactional
    public List<MatterId> raise(List<NewMatter> matters, Scope scope) {
        return raising.raise(matters, scope, clock.instant());
    }

    /**
     * Makes a move: the state, the words and the ledger entry change together.
     *
     * @throws Refusal where a rule says no, or as a conflict where somebody else was faster
     */
    @Transactional
    public Matter move(MatterId id, Command command, Scope scope) {
        return move(id, command, scope, clock.instant());
    }

    /** The same at a stated moment, for what was done on paper earlier. */
    @Transactional
    public Matter move(MatterId id, Command command, Scope scope, Instant at) {
        Sight.Seen seen = sight.held(id, scope);
        return moving.move(seen.told(), command, new Acting(seen.scope(), at));
    }

    /** Corrects words, category, source or dates; the stage stays. */
    @Transactional
    public Matter amend(MatterId id, int version, Amendment amendment, Scope scope) {
        Sight.Seen seen = sight.held(id, scope);
        return moving.amend(seen.told(), Command.of(Verb.AMEND, version, null), amendment, seen.acting(clock));
    }

    /** Why this person may not make a move of the matter's stage now, whatever is typed; empty where nothing stands in the way. */
    @Transactional(readOnly = true)
    public Optional<Refusal> barred(MatterId id, Verb verb, Scope scope) {
        Sight.Seen seen = sight.of(id, scope);
        Matter matter = seen.told().matter();
        MatterRules.Facts facts = moving.facts(seen.told(), seen.acting(clock));
        return MatterMoves.find(matter.stage(), verb).flatMap(move -> moving.barred(matter, facts, move));
    }

    /** Every move of the moves file from this stage, each with the refusal that stands in this person's way, if any. */
    @Transactional(readOnly = true)
    public List<Choice> choices(MatterId id, Scope scope) {
        Sight.Seen seen = sight.of(id, scope);
        Told told = seen.told();
        MatterRules.Facts facts = moving.facts(told, seen.acting(clock));
        return MatterMoves.ALL.stream()
                .filter(m -> m.from().contains(told.matter().stage()))
                .filter(m -> m.who() != Who.SYSTEM)
                .map(m -> new Choice(m, moving.barred(told.matter(), facts, m).orElse(null)))
                .toList();
    }

    /** The task list. */
    @Transactional(readOnly = true)
    public List<Task> tasks(MatterId id, Scope scope) {
        visible(id, scope);
        return tasks.tasks(id);
    }

    /** Adds a task; the matter's version grows. */
    @Transactional
    public void addTask(MatterId id, int version, Task task, Scope scope) {
        Sight.Seen seen = sight.held(id, scope);
        moving.addTask(seen.told(), version, task, seen.acting(clock));
    }

    /** Marks a task as done today; the matter's version grows. */
    @Transactional
    public void finishTask(MatterId id, int version, Task done, Scope scope) {
        Sight.Seen seen = sight.held(id, scope);
        moving.finishTask(seen.told(), version, done, seen.acting(clock));
    }

    /** The history, newest first, paged by key. */
    @Transactional(readOnly = true)
    public Slice<Entry> history(MatterId id, Scope scope, String cursor, int limit) {
        visible(id, scope);
        return ledger.about(new Subject("matter", id.value()), cursor, limit);
    }

    /** What was said with each move, by the version the move made. */
    @Transactional(readOnly = true)
    public Map<Integer, String> notes(MatterId id, Scope scope) {
        visible(id, scope);
        return details.notes(id);
    }

    /** Tasks of several matters the caller has already been shown. */
    @Transactional(readOnly = true)
    public Map<MatterId, List<Task>> tasks(Collection<MatterId> ids) {
        return tasks.all(ids);
    }

    /** Words of several matters the caller has already been shown. */
    @Transactional(readOnly = true)
    public Map<MatterId, Detail> details(Collection<MatterId> ids) {
        return details.all(ids);
    }

    /** Groups of equal matters, streamed in the running transaction, for a recount. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void census(Consumer<Census> consumer) {
        census.census(consumer);
    }
}
