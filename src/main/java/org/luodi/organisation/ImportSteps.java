package org.luodi.organisation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Does what an import found: a few rows one by one into the slack, many at once with both lines laid out anew. */
@Component
class ImportSteps {

    static final int FEW = 2_000;

    private final ImportStore store;
    private final ChangeStore changes;
    private final UnitStore units;
    private final TreeEdits edits;
    private final Forest forest;

    ImportSteps(ImportStore store, ChangeStore changes, UnitStore units, TreeEdits edits, Forest forest) {
        this.store = store;
        this.changes = changes;
        this.units = units;
        this.edits = edits;
        this.forest = forest;
    }

    void make(ImportPlan plan, List<ImportPlan.Step> steps, ChangeStore.Stamp stamp) {
        if (steps.size() <= FEW) {
            single(plan, stamp);
        } else {
            bulk(plan, steps, stamp);
        }
    }

    private void bulk(ImportPlan plan, List<ImportPlan.Step> steps, ChangeStore.Stamp stamp) {
        store.write(steps, stamp);
        forest.layOut(Line.TERRITORIAL);
        if (steps.stream().anyMatch(ImportPlan.Step::movedIndustry)) {
            forest.layOut(Line.INDUSTRY);
        }
        store.history(
                steps.stream().flatMap(s -> plan.words().history(s).stream()).toList(), stamp);
        String[] codes = steps.stream().map(s -> s.row().code()).toArray(String[]::new);
        changes.gaps(units.ids(codes));
    }

    /** Superiors before their subordinates: then none is ever moved below itself on the way. */
    private void single(ImportPlan plan, ChangeStore.Stamp stamp) {
        Map<String, UnitId> made = new HashMap<>();
        for (ImportPlan.Step step : plan.topDown(Line.TERRITORIAL)) {
            territorial(step, made, stamp);
        }
        for (ImportPlan.Step step : plan.topDown(Line.INDUSTRY)) {
            if (step.movedIndustry()) {
                String above = step.row().industrySuperior();
                UnitId superior = above.equals(step.row().code()) ? null : id(above, made);
                edits.move(id(step.row().code(), made), Line.INDUSTRY, superior, stamp);
            }
        }
    }

    private void territorial(ImportPlan.Step step, Map<String, UnitId> made, ChangeStore.Stamp stamp) {
        UnitRow row = step.row();
        if (step.known() == null) {
            String unitClass = row.unitClass().isEmpty() ? UnitClasses.ofLevel(row.level()) : row.unitClass();
            UnitId superior = id(row.superior(), made);
            var unit = new TreeChange.NewUnit(row.code(), row.name(), unitClass, row.level(), superior, null, false);
            made.put(row.code(), edits.add(unit, stamp));
            return;
        }
        if (step.renamed()) {
            edits.rename(units.find(step.known().id()).orElseThrow(), row.name(), stamp);
        }
        if (step.moved()) {
            edits.move(new UnitId(step.known().id()), Line.TERRITORIAL, id(row.superior(), made), stamp);
        }
    }

    private UnitId id(String code, Map<String, UnitId> made) {
        return made.computeIfAbsent(code, c -> units.byCode(c).orElseThrow().id());
    }
}
