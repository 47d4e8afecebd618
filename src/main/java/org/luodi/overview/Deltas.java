package org.luodi.overview;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a run of ledger entries adds to the tallies: pure sums, first at the units themselves, then along their lines. */
final class Deltas {

    static final int TERRITORIAL = 0;
    static final int INDUSTRY = 1;
    static final int OWN = 2;

    private static final int ALL = 0;
    private static final int BY_CATEGORY = 1;
    private static final int BY_SOURCE = 2;
    static final int BY_DRIVE = 3;
    private static final int DUE = 1;
    private static final int RAISED = 2;
    /** Due days of one drive: this and its key. */
    static final int DUE_OF_DRIVE = 1000;

    /** Key of a tally row. */
    record Cell(int line, int unit, int dim, int key) {}

    /** Key of a row of open matters by day. */
    record DayCell(int line, int unit, int kind, int grain, LocalDate day) {}

    /** Key of a row of what happened on a day. */
    record FlowCell(int line, int unit, LocalDate day) {}

    final Map<Cell, int[]> tallies = new HashMap<>();
    final Map<DayCell, int[]> days = new HashMap<>();
    final Map<FlowCell, int[]> flows = new HashMap<>();

    void add(Step step) {
        if (step.before() != null) {
            count(step.before(), -1);
        }
        count(step.after(), 1);
        flow(step);
    }

    /** Counts one matter, at its unit's own rows; {@code sign} is how many. */
    void count(Fact fact, int sign) {
        int column = Counts.column(fact.stage());
        int reopened = fact.reopened() ? sign : 0;
        cell(new Cell(OWN, fact.unit(), ALL, 0), column, sign, reopened);
        cell(new Cell(OWN, fact.unit(), BY_CATEGORY, fact.category()), column, sign, reopened);
        cell(new Cell(OWN, fact.unit(), BY_SOURCE, fact.source()), column, sign, reopened);
        if (fact.open()) {
            day(fact.unit(), DUE, fact.due(), sign);
            day(fact.unit(), RAISED, fact.raised(), sign);
        }
        if (fact.drive() != null) {
            drive(fact, sign);
        }
    }

    private void drive(Fact fact, int sign) {
        cell(
                new Cell(OWN, fact.unit(), BY_DRIVE, fact.drive()),
                Counts.column(fact.stage()),
                sign,
                fact.reopened() ? sign : 0);
        if (fact.open()) {
            day(fact.unit(), DUE_OF_DRIVE + fact.drive(), fact.due(), sign);
        }
    }

    Set<Integer> units() {
        return tallies.keySet().stream().map(Cell::unit).collect(Collectors.toSet());
    }

    /** Adds the units' own sums to every superior of the given paths, and drops what came to nothing. */
    void climb(Map<Integer, Paths> paths) {
        Map.copyOf(tallies).forEach((cell, sums) -> {
            Paths up = paths.getOrDefault(cell.unit(), Paths.NONE);
            up.each((line, unit) -> sum(tallies, new Cell(line, unit, cell.dim(), cell.key()), sums));
        });
        Map.copyOf(days).forEach((cell, sums) -> {
            Paths up = paths.getOrDefault(cell.unit(), Paths.NONE);
            up.each((line, unit) -> sum(days, new DayCell(line, unit, cell.kind(), cell.grain(), cell.day()), sums));
        });
        tallies.values().removeIf(Deltas::nothing);
        days.values().removeIf(Deltas::nothing);
    }

    private void cell(Cell cell, int column, int sign, int reopened) {
        int[] sums = tallies.computeIfAbsent(cell, c -> new int[Counts.SIZE]);
        sums[column] += sign;
        sums[Counts.REOPENED] += reopened;
    }

    private void day(int unit, int kind, LocalDate day, int sign) {
        if (day != null) {
            int[] one = {sign};
            sum(days, new DayCell(OWN, unit, kind, 1, day), one);
            sum(days, new DayCell(OWN, unit, kind, 2, day.withDayOfMonth(1)), one);
        }
    }

    private void flow(Step step) {
        int[] sums = {step.raises() ? 1 : 0, step.closes() ? 1 : 0, step.reopens() ? 1 : 0};
        if (!nothing(sums)) {
            flow(TERRITORIAL, step.reach().territorial(), step.day(), sums);
            flow(INDUSTRY, step.reach().industry(), step.day(), sums);
        }
    }

    private void flow(int line, List<Integer> units, LocalDate day, int[] sums) {
        for (int unit : units) {
            sum(flows, new FlowCell(line, unit, day), sums);
        }
    }

    private static <K> void sum(Map<K, int[]> map, K key, int[] more) {
        int[] sums = map.computeIfAbsent(key, k -> new int[more.length]);
        for (int i = 0; i < more.length; i++) {
            sums[i] += more[i];
        }
    }

    private static boolean nothing(int[] sums) {
        for (int sum : sums) {
            if (sum != 0) {
                return false;
            }
        }
        return true;
    }
}
