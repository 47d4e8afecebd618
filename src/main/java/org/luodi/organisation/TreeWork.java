package org.luodi.organisation;

import static org.luodi.organisation.TreeRules.refuseIf;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Checks a change of the tree against what stands, and prepares what it does. */
@Component
class TreeWork {

    private final UnitStore store;
    private final ChangeStore changes;
    private final TreeEdits edits;
    private final Forest forest;
    private final Units units;
    private final UnitDuties duties;

    TreeWork(UnitStore store, ChangeStore changes, TreeEdits edits, Forest forest, Units units, UnitDuties duties) {
        this.store = store;
        this.changes = changes;
        this.edits = edits;
        this.forest = forest;
        this.units = units;
        this.duties = duties;
    }

    /** A change that was found good. */
    record Prepared(Supplier<TreeChange.Impact> impact, Supplier<UnitId> write) {}

    /** Who changes, and when. */
    private record By(Scope scope, ChangeStore.Stamp stamp) {}

    Prepared prepare(TreeChange change, Scope scope, ChangeStore.Stamp stamp) {
        By by = new By(scope, stamp);
        if (change instanceof TreeChange.Add add) {
            return add(add.unit(), by);
        } else if (change instanceof TreeChange.Rename rename) {
            return rename(rename, by);
        } else if (change instanceof TreeChange.Move move) {
            return move.superior() == null ? leave(move, by) : move(move, by);
        } else if (change instanceof TreeChange.Merge merge) {
            return merge(merge, by);
        } else if (change instanceof TreeChange.Split split) {
            return split(split, by);
        }
        return close((TreeChange.Close) change, by);
    }

    List<Unit> openChildren(UnitId unit) {
        return changes.openChildren(unit, Line.TERRITORIAL);
    }

    private Prepared add(TreeChange.NewUnit given, By by) {
        refuseIf(given.superior() == null, "changes.refused.superior");
        TreeChange.NewUnit unit = checked(given);
        Unit above = mine(unit.superior(), by);
        if (unit.industrySuperior() != null) {
            TreeRules.onIndustryLine(mine(unit.industrySuperior(), by));
        }
        return new Prepared(
                () -> new TreeChange.Impact(
                        1, 0, 0, 0, forest.touchedByArrival(above.id().value(), Line.TERRITORIAL)),
                () -> {
                    UnitId id = edits.add(unit, by.stamp());
                    edits.finish(List.of(told(id, "added", Map.of("code", unit.code()))), by.scope(), by.stamp());
                    return id;
                });
    }

    private TreeChange.NewUnit checked(TreeChange.NewUnit unit) {
        TreeChange.NewUnit checked = TreeRules.checked(unit);
        refuseIf(store.byCode(unit.code()).isPresent(), "changes.refused.doubled", unit.code());
        return checked;
    }

    private Prepared rename(TreeChange.Rename change, By by) {
        Unit unit = seen(change.unit(), change.version(), by);
        TreeRules.name(change.name());
        String name = change.name().strip();
        refuseIf(name.equals(unit.name()), "changes.refused.same");
        return new Prepared(() -> duties.impact(unit, 0, 0), () -> {
            edits.rename(unit, name, by.stamp());
            return finish(unit, List.of(told(unit.id(), "renamed", Map.of())), by);
        });
    }

    private Prepared move(TreeChange.Move change, By by) {
        Unit unit = seen(change.unit(), change.version(), by);
        Unit above = mine(change.superior(), by);
        refuseIf(Objects.equals(unit.superior(change.line()), above.id()), "changes.refused.there", above.name());
        if (change.line() == Line.INDUSTRY) {
            TreeRules.onIndustryLine(above);
        }
        TreeRules.acyclic(unit, above, change.line());
        Interval subtree = unit.interval(change.line());
        int to = above.id().value();
        return new Prepared(
                () -> duties.impact(
                        unit,
                        0,
                        subtree == null
                                ? forest.touchedByArrival(to, change.line())
                                : forest.touchedByMove(subtree, to, change.line())),
                () -> {
                    edits.move(unit.id(), change.line(), above.id(), by.stamp());
                    return finish(unit, List.of(told(unit.id(), "moved", Map.of())), by);
                });
    }

    private Prepared leave(TreeChange.Move change, By by) {
        Unit unit = seen(change.unit(), change.version(), by);
        refuseIf(change.line() == Line.TERRITORIAL, "changes.refused.superior");
        refuseIf(unit.industry() == null, "changes.refused.offline", unit.name());
        refuseIf(changes.openUnits(unit.industry(), Line.INDUSTRY) > 1, "changes.refused.below", unit.name());
        List<UnitId> subtree = store.idsIn(unit.industry(), Line.INDUSTRY);
        return new Prepared(() -> duties.impact(unit, 0, subtree.size()), () -> {
            List<TreeEdits.Told> told = edits.leave(unit, subtree, by.stamp()).stream()
                    .map(u -> told(u, "moved", Map.of()))
                    .toList();
            return finish(unit, told, by);
        });
    }

    private Prepared merge(TreeChange.Merge change, By by) {
        Unit unit = seen(change.unit(), change.version(), by);
        refuseIf(change.into() == null, "changes.refused.into");
        Unit into = mine(change.into(), by);
        TreeRules.acyclic(unit, into, Line.TERRITORIAL);
        TreeRules.acyclic(unit, into, Line.INDUSTRY);
        refuseIf(unit.superior() == null, "changes.refused.root", unit.name());
        List<Unit> below = changes.openChildren(unit.id(), Line.TERRITORIAL);
        List<Unit> industryBelow = changes.openChildren(unit.id(), Line.INDUSTRY);
        if (!industryBelow.isEmpty()) {
            TreeRules.onIndustryLine(into);
        }
        long lying = duties.openAt(unit);
        return new Prepared(
                () -> duties.impact(unit, lying, changes.openUnits(unit.territorial(), Line.TERRITORIAL) - 1), () -> {
                    duties.handOver(unit, into, by.scope(), by.stamp());
                    below.forEach(c -> edits.move(c.id(), Line.TERRITORIAL, into.id(), by.stamp()));
                    industryBelow.forEach(c -> edits.move(c.id(), Line.INDUSTRY, into.id(), by.stamp()));
                    edits.close(unit, into.id(), by.stamp());
                    List<TreeEdits.Told> told = moved(below, industryBelow);
                    told.add(told(unit.id(), "merged", Map.of("into", into.id().value())));
                    return finish(unit, told, by);
                });
    }

    private Prepared split(TreeChange.Split change, By by) {
        Unit unit = seen(change.unit(), change.version(), by);
        refuseIf(unit.superior() == null, "changes.refused.root", unit.name());
        refuseIf(change.parts().isEmpty(), "changes.refused.parts");
        mine(unit.superior(), by);
        Set<String> codes = new LinkedHashSet<>();
        Set<UnitId> given = new LinkedHashSet<>();
        for (TreeChange.Part part : change.parts()) {
            checked(TreeRules.beside(unit, part));
            refuseIf(!codes.add(part.code()), "changes.refused.doubled", part.code());
            part.children().forEach(c -> refuseIf(!given.add(c), "changes.refused.twice", c.value()));
        }
        Set<UnitId> own = new LinkedHashSet<>();
        openChildren(unit.id()).forEach(c -> own.add(c.id()));
        given.forEach(c -> refuseIf(!own.contains(c), "changes.refused.child", c.value(), unit.name()));
        return new Prepared(
                () -> duties.impact(
                        unit, 0, duties.sizeOf(given) + change.parts().size()),
                () -> {
                    List<TreeEdits.Told> told = new ArrayList<>();
                    change.parts().forEach(p -> part(unit, p, told, by));
                    List<Integer> into = told.stream()
                            .filter(t -> t.verb().equals("added"))
                            .map(t -> t.unit().value())
                            .toList();
                    told.add(told(unit.id(), "split", Map.of("into", into)));
                    edits.divided(unit, into, by.stamp());
                    return finish(unit, told, by);
                });
    }

    private void part(Unit unit, TreeChange.Part part, List<TreeEdits.Told> told, By by) {
        UnitId id = edits.add(checked(TreeRules.beside(unit, part)), by.stamp());
        told.add(told(id, "added", Map.of("code", part.code())));
        for (UnitId child : part.children()) {
            edits.move(child, Line.TERRITORIAL, id, by.stamp());
            told.add(told(child, "moved", Map.of()));
        }
    }

    private Prepared close(TreeChange.Close change, By by) {
        Unit unit = seen(change.unit(), change.version(), by);
        refuseIf(unit.superior() == null, "changes.refused.root", unit.name());
        long below = changes.openUnits(unit.territorial(), Line.TERRITORIAL) - 1;
        long industryBelow = unit.industry() == null ? 0 : changes.openUnits(unit.industry(), Line.INDUSTRY) - 1;
        refuseIf(below + industryBelow > 0, "changes.refused.children", unit.name(), Math.max(below, industryBelow));
        long lying = duties.openAt(unit);
        refuseIf(lying > 0 && change.handTo() == null, "changes.refused.matters", unit.name(), lying);
        Unit to = change.handTo() == null ? null : mine(change.handTo(), by);
        refuseIf(to != null && to.id().equals(unit.id()), "changes.refused.into");
        return new Prepared(() -> duties.impact(unit, lying, 0), () -> {
            if (lying > 0) {
                duties.handOver(unit, to, by.scope(), by.stamp());
            }
            edits.close(unit, null, by.stamp());
            return finish(unit, List.of(told(unit.id(), "closed", Map.of())), by);
        });
    }

    private UnitId finish(Unit unit, List<TreeEdits.Told> told, By by) {
        edits.finish(told, by.scope(), by.stamp());
        return unit.id();
    }

    private static List<TreeEdits.Told> moved(List<Unit> territorial, List<Unit> industry) {
        Set<UnitId> moved = new LinkedHashSet<>();
        territorial.forEach(u -> moved.add(u.id()));
        industry.forEach(u -> moved.add(u.id()));
        List<TreeEdits.Told> told = new ArrayList<>();
        moved.forEach(u -> told.add(told(u, "moved", Map.of())));
        return told;
    }

    private static TreeEdits.Told told(UnitId unit, String verb, Map<String, ?> more) {
        return new TreeEdits.Told(unit, verb, more);
    }

    private Unit seen(UnitId id, int version, By by) {
        Unit unit = mine(id, by);
        TreeRules.fresh(unit, version);
        return unit;
    }

    private Unit mine(UnitId id, By by) {
        Unit unit = units.visible(id, by.scope());
        TreeRules.mayChange(unit, by.scope());
        TreeRules.open(unit);
        return unit;
    }
}
