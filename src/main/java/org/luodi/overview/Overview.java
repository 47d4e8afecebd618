package org.luodi.overview;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.luodi.organisation.Line;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.Slice;
import org.luodi.platform.server.Progress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The numbers of any unit, from ready counters; what an account does not see does not exist for it. */
@Component
public class Overview {

    private static final int ALL = 0;
    private static final int BY_CATEGORY = 1;
    private static final int BY_SOURCE = 2;
    private static final List<Integer> AGES = List.of(0, 30, 90, 180, 365);

    private final Units units;
    private final NumbersStore store;
    private final FoldLoop fold;
    private final Recount recount;
    private final Clock clock;

    Overview(Units units, NumbersStore store, FoldLoop fold, Recount recount, Clock clock) {
        this.units = units;
        this.store = store;
        this.fold = fold;
        this.recount = recount;
        this.clock = clock;
    }

    /** All numbers of one unit's subtree. */
    @Transactional(readOnly = true)
    public Numbers numbers(UnitId id, Line line, Scope scope) {
        Unit unit = units.visible(id, scope);
        LocalDate today = LocalDate.now(clock);
        Instant asOf = asOf();
        List<NumbersStore.Row> both = store.rows(number(line), id.value());
        Map<Integer, long[]> due = store.due(number(line), id.value(), today.minusDays(1), today.plusDays(7));
        List<NumbersStore.Row> rows = onLine(both, number(line));
        Counters all = total(rows, due.get(number(line)));
        Counters own = total(onLine(both, Deltas.OWN), due.get(Deltas.OWN));
        List<Age> ages = ages(all.open(), number(line), id, today);
        return new Numbers(unit, line, all, own, shares(rows, BY_CATEGORY), shares(rows, BY_SOURCE), ages, asOf);
    }

    /** The totals of a unit's subtree on the territorial line: what anybody may know (mechanisms 52). */
    @Transactional(readOnly = true)
    public Counters totals(UnitId id) {
        NumbersStore.Row row =
                store.totals(Deltas.TERRITORIAL, List.of(id.value())).get(id.value());
        LocalDate today = LocalDate.now(clock);
        Map<Integer, long[]> due =
                store.due(Deltas.TERRITORIAL, List.of(id.value()), today.minusDays(1), today.plusDays(7));
        return counters(row, due.get(id.value()));
    }

    /** The units directly below, each with its numbers, paged by key. */
    @Transactional(readOnly = true)
    public Slice<Child> children(UnitId id, Line line, Scope scope, Paging paging) {
        units.visible(id, scope);
        Slice<Unit> below = units.children(id, line, scope, paging.cursor(), paging.limit());
        List<Integer> ids = below.rows().stream().map(u -> u.id().value()).toList();
        LocalDate today = LocalDate.now(clock);
        Map<Integer, NumbersStore.Row> totals = store.totals(number(line), ids);
        Map<Integer, long[]> due = store.due(number(line), ids, today.minusDays(1), today.plusDays(7));
        List<Child> rows = below.rows().stream()
                .map(u -> new Child(u, counters(totals.get(u.id().value()), due.get(u.id().value()))))
                .toList();
        return new Slice<>(rows, below.next());
    }

    /** Where to go on, and how many at once. */
    public record Paging(String cursor, int limit) {}

    /** What happened in a unit's subtree on each of the last days, oldest first; days on which nothing happened are zero. */
    @Transactional(readOnly = true)
    public List<Day> trend(UnitId id, Line line, Scope scope, int days) {
        units.visible(id, scope);
        LocalDate today = LocalDate.now(clock);
        LocalDate from = today.minusDays(days - 1L);
        Map<LocalDate, Day> known = store.trend(number(line), id.value(), from).stream()
                .collect(java.util.stream.Collectors.toMap(Day::day, d -> d));
        return from.datesUntil(today.plusDays(1))
                .map(day -> known.getOrDefault(day, new Day(day, 0, 0, 0)))
                .toList();
    }

    /** Every change up to this moment is in the numbers. */
    public Instant asOf() {
        Instant complete = fold.completeAt();
        return complete != null ? complete : store.foldedTo();
    }

    /** Counts what the ledger holds and the counters do not yet; for those who must see their change at once. */
    public void catchUp() {
        fold.catchUp();
    }

    /** Counts everything again from the tables and names where the running numbers differ: nowhere, unless something is broken. */
    public List<String> compare() {
        return recount.compare();
    }

    /** Replaces all numbers by a recount. */
    public void rebuild() {
        try (var step = Progress.silent().step(Recount.STEP)) {
            recount.rebuild(step);
        }
    }

    private List<Age> ages(long open, int line, UnitId id, LocalDate today) {
        List<LocalDate> days = AGES.stream().skip(1).map(today::minusDays).toList();
        List<Long> older = new ArrayList<>(store.raised(line, id.value(), days));
        older.add(0, open);
        older.add(0L);
        List<Age> ages = new ArrayList<>();
        for (int i = 0; i < AGES.size(); i++) {
            Integer to = i + 1 < AGES.size() ? AGES.get(i + 1) : null;
            ages.add(new Age(AGES.get(i), to, older.get(i) - older.get(i + 1)));
        }
        return ages;
    }

    private static List<NumbersStore.Row> onLine(List<NumbersStore.Row> rows, int line) {
        return rows.stream().filter(r -> r.line() == line).toList();
    }

    private static Counters total(List<NumbersStore.Row> rows, long[] due) {
        return counters(rows.stream().filter(r -> r.dim() == ALL).findFirst().orElse(null), due);
    }

    private static Counters counters(NumbersStore.Row row, long[] due) {
        return row == null ? Counters.NONE : new Counters(row.counts(), due[0], due[1] - due[0]);
    }

    private static List<Share> shares(List<NumbersStore.Row> rows, int dim) {
        return rows.stream()
                .filter(r -> r.dim() == dim)
                .map(r -> new Share(r.key(), new Counters(r.counts(), 0, 0)))
                .toList();
    }

    static int number(Line line) {
        return line == Line.TERRITORIAL ? Deltas.TERRITORIAL : Deltas.INDUSTRY;
    }
}
