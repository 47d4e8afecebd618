package org.luodi.platform.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.luodi.platform.exchange.Headings.Column;

/** Matches columns to fields: what was decided earlier first, then the surest spelling, then weaker ones. */
final class HeadingMatcher<F> {

    private static final int WEAKEST = 5;

    private final Map<String, F> fields = new HashMap<>();
    private final Map<String, Optional<F>> remembered;
    private final Map<F, Column> taken = new LinkedHashMap<>();
    private final Map<F, List<Column>> ambiguous = new LinkedHashMap<>();

    HeadingMatcher(Map<F, List<String>> names, Map<String, Optional<F>> remembered) {
        this.remembered = remembered;
        names.forEach((field, synonyms) -> synonyms.forEach(synonym -> learn(field, synonym)));
    }

    private void learn(F field, String synonym) {
        F other = fields.put(Headings.normalise(synonym), field);
        if (other != null && !other.equals(field)) {
            throw new IllegalArgumentException(synonym + " names both " + other + " and " + field);
        }
    }

    HeadingMatch<F> match(List<Column> columns, Set<F> required) {
        List<Column> left = new ArrayList<>(columns);
        List<Column> leftOut = new ArrayList<>();
        left.removeIf(column -> leaveOut(column, leftOut));
        take(left, -1);
        for (int rank = 0; rank < WEAKEST; rank++) {
            take(left, rank);
        }
        left.addAll(leftOut);
        left.sort(Comparator.comparingInt(Column::index));
        List<F> missing = required.stream()
                .filter(field -> !taken.containsKey(field) && !ambiguous.containsKey(field))
                .toList();
        return new HeadingMatch<>(taken, List.copyOf(left), missing, ambiguous);
    }

    private boolean leaveOut(Column column, List<Column> leftOut) {
        Optional<F> decided = remembered.get(column.key());
        return decided != null && decided.isEmpty() && leftOut.add(column);
    }

    /** Settles the fields that columns name at this rank; a field that two columns name equally well stays open. */
    private void take(List<Column> left, int rank) {
        Map<F, List<Column>> named = new LinkedHashMap<>();
        for (Column column : left) {
            F field = field(column, rank);
            if (field != null && !taken.containsKey(field) && !ambiguous.containsKey(field)) {
                named.computeIfAbsent(field, first -> new ArrayList<>()).add(column);
            }
        }
        named.forEach((field, candidates) -> {
            if (candidates.size() == 1) {
                taken.put(field, candidates.get(0));
            } else {
                ambiguous.put(field, List.copyOf(candidates));
            }
            left.removeAll(candidates);
        });
    }

    private F field(Column column, int rank) {
        if (rank < 0) {
            Optional<F> decided = remembered.get(column.key());
            return decided == null ? null : decided.orElse(null);
        }
        return rank < column.spellings().size() ? fields.get(column.spellings().get(rank)) : null;
    }
}
