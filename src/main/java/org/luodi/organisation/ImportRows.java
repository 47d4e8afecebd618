package org.luodi.organisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Hands a file on to its plan in portions, each once the units it names are known: a small file reads little of the tree. */
final class ImportRows implements Consumer<UnitRow> {

    static final int PORTION = 2_000;

    private final ImportPlan plan;
    private final Function<Set<String>, Collection<ImportPlan.Known>> units;
    private final List<UnitRow> waiting = new ArrayList<>();

    /** @param units the units of some codes, with all that stand above them */
    ImportRows(ImportPlan plan, Function<Set<String>, Collection<ImportPlan.Known>> units) {
        this.plan = plan;
        this.units = units;
    }

    @Override
    public void accept(UnitRow row) {
        waiting.add(row);
        if (waiting.size() == PORTION) {
            finish();
        }
    }

    /** After the last row. */
    void finish() {
        Set<String> named = new HashSet<>();
        waiting.forEach(row -> named.addAll(List.of(row.code(), row.superior(), row.industrySuperior())));
        named.removeIf(code -> code.isEmpty() || plan.knows(code));
        if (!named.isEmpty()) {
            units.apply(named).forEach(plan::know);
        }
        waiting.forEach(plan::row);
        waiting.clear();
    }
}
