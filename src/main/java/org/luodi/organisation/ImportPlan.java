package org.luodi.organisation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.luodi.platform.Refusal;

/**
 * What a file of units would change, found by comparing codes in memory. An empty superior means that the file does not
 * say; a unit that names itself on the industry line heads a line. A row that is refused changes nothing, and neither do
 * rows that needed it.
 */
final class ImportPlan {

    /** A unit that stands already; a superior of 0 is a root, {@code industry} is null off the line. */
    record Known(int id, String code, String name, int superior, Integer industry, Position at, boolean closed) {}

    /** A row that changes something; {@code known} is null for a new unit. */
    record Step(UnitRow row, Known known, boolean renamed, boolean moved, boolean movedIndustry) {}

    /** A row that changes nothing, and why. */
    record Refused(int line, Refusal why) {}

    private final Map<String, Known> known = new HashMap<>();
    private final Map<Integer, String> codes = new HashMap<>();
    private final Predicate<Position> mine;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final Map<String, List<String>> needing = new HashMap<>();
    private final List<Refused> refused = new ArrayList<>();
    private int unchanged;

    ImportPlan(Predicate<Position> mine) {
        this.mine = mine;
    }

    /** Learns of a unit that stands; of those that a row names, and of all above them, before the row. */
    void know(Known unit) {
        known.put(unit.code(), unit);
        codes.put(unit.id(), unit.code());
    }

    boolean knows(String code) {
        return known.containsKey(code);
    }

    List<Refused> refused() {
        return refused;
    }

    int unchanged() {
        return unchanged;
    }

    void tooLong(int line) {
        refused.add(new Refused(line, Refusal.of("changes.row.long", line)));
    }

    /** Takes one row of the file. */
    void row(UnitRow row) {
        Known before = known.get(row.code());
        try {
            UnitChecks.check(row);
            if (!seen.add(row.code())) {
                throw Refusal.of("changes.row.doubled", row.line(), row.code());
            }
            Step step = step(row, before);
            if (before != null && !step.renamed() && !step.moved() && !step.movedIndustry()) {
                unchanged++;
                return;
            }
            own(row, before);
            steps.put(row.code(), step);
        } catch (Refusal refusal) {
            refused.add(new Refused(row.line(), refusal));
        }
    }

    private void own(UnitRow row, Known before) {
        if (before != null && !mine.test(before.at())) {
            throw Refusal.of("changes.row.outside", row.line(), row.code());
        }
        if (before != null && before.closed()) {
            throw Refusal.of("changes.row.ended", row.line(), row.code());
        }
    }

    private Step step(UnitRow row, Known before) {
        if (before == null) {
            return new Step(row, null, false, false, !row.industrySuperior().isEmpty());
        }
        return new Step(
                row,
                before,
                !row.name().equals(before.name()),
                !row.superior().isEmpty() && !row.superior().equals(codes.get(before.superior())),
                !row.industrySuperior().isEmpty() && !row.industrySuperior().equals(words().industryCode(before)));
    }

    /** After the last row: what is to be done. Rows whose superiors are unknown, closed or go round in a circle are refused. */
    List<Step> finish() {
        for (Step step : steps.values()) {
            needs(step.row().superior(), step);
            needs(step.row().industrySuperior(), step);
        }
        for (Step step : List.copyOf(steps.values())) {
            Refusal why = superior(step);
            refuse(step.row().code(), why == null ? industry(step) : why);
        }
        for (Line line : Line.values()) {
            for (Set<String> circle = circles(line); !circle.isEmpty(); circle = circles(line)) {
                circle.forEach(c -> refuse(c, Refusal.of("changes.row.cycle", line(c), c)));
            }
        }
        refused.sort(Comparator.comparingInt(Refused::line));
        return List.copyOf(steps.values());
    }

    /** Steps in an order in which superiors come before their subordinates. */
    List<Step> topDown(Line line) {
        ImportDepths depths = new ImportDepths(code -> above(code, line));
        steps.keySet().forEach(depths::climb);
        return steps.values().stream()
                .sorted(Comparator.comparingInt(s -> depths.of(s.row().code())))
                .toList();
    }

    /** What the steps mean, for the preview and for the history. */
    ImportWords words() {
        return new ImportWords(known, codes, steps);
    }

    private int line(String code) {
        return steps.containsKey(code) ? steps.get(code).row().line() : 0;
    }

    private void needs(String superior, Step step) {
        if (!superior.isEmpty() && steps.containsKey(superior)) {
            needing.computeIfAbsent(superior, s -> new ArrayList<>())
                    .add(step.row().code());
        }
    }

    /** Refuses a row, and with it all that stand on it. */
    private void refuse(String code, Refusal why) {
        Deque<Step> falling = new ArrayDeque<>();
        fall(code, why, falling);
        while (!falling.isEmpty()) {
            Step fallen = falling.remove();
            for (String next : needing.getOrDefault(fallen.row().code(), List.of())) {
                Step step = steps.get(next);
                Refusal reason = step == null ? null : superior(step);
                fall(next, step == null || reason != null ? reason : industry(step), falling);
            }
        }
    }

    private void fall(String code, Refusal why, Deque<Step> falling) {
        Step step = why == null ? null : steps.remove(code);
        if (step != null) {
            refused.add(new Refused(step.row().line(), why));
            falling.add(step);
        }
    }

    private Refusal superior(Step step) {
        UnitRow row = step.row();
        if (row.superior().isEmpty()) {
            return step.known() == null ? Refusal.of("changes.row.root", row.line(), row.code()) : null;
        }
        Known above = known.get(row.superior());
        if (above == null) {
            return steps.containsKey(row.superior())
                    ? null
                    : Refusal.of("changes.row.superior", row.line(), row.superior());
        }
        return step.known() != null && !step.moved() ? null : mineAndOpen(row, above);
    }

    private Refusal mineAndOpen(UnitRow row, Known above) {
        if (!mine.test(above.at())) {
            return Refusal.of("changes.row.outside", row.line(), row.code());
        }
        return above.closed() ? Refusal.of("changes.row.closed", row.line(), above.code()) : null;
    }

    private Refusal industry(Step step) {
        UnitRow row = step.row();
        if (!step.movedIndustry() || row.industrySuperior().equals(row.code())) {
            return null;
        }
        Known above = known.get(row.industrySuperior());
        Step coming = steps.get(row.industrySuperior());
        boolean arrives = coming != null && coming.movedIndustry();
        if (!arrives && (above == null || above.industry() == null)) {
            return Refusal.of("changes.row.industry", row.line(), row.industrySuperior());
        }
        return above == null ? null : mineAndOpen(row, above);
    }

    /** The rows that would be their own superiors. */
    private Set<String> circles(Line line) {
        ImportDepths depths = new ImportDepths(code -> above(code, line));
        Set<String> circles = new HashSet<>();
        for (String code : steps.keySet()) {
            circles.addAll(depths.climb(code));
        }
        circles.retainAll(steps.keySet());
        return circles;
    }

    private String above(String code, Line line) {
        Step step = steps.get(code);
        Known before = known.get(code);
        String said = step == null
                ? ""
                : line == Line.TERRITORIAL ? step.row().superior() : step.row().industrySuperior();
        if (!said.isEmpty()) {
            return said.equals(code) && line == Line.INDUSTRY ? null : said;
        }
        if (before == null) {
            return null;
        }
        return line == Line.TERRITORIAL ? codes.get(before.superior()) : codes.get(before.industry());
    }
}
