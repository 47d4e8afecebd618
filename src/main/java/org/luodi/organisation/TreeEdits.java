package org.luodi.organisation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.luodi.platform.ledger.Change;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Reach;
import org.luodi.platform.ledger.Subject;
import org.springframework.stereotype.Component;

/** Single edits of the tree with their history; what may be done has been checked, and the tree is locked. */
@Component
class TreeEdits {

    private final UnitStore units;
    private final ChangeStore store;
    private final Forest forest;
    private final Ledger ledger;

    TreeEdits(UnitStore units, ChangeStore store, Forest forest, Ledger ledger) {
        this.units = units;
        this.store = store;
        this.forest = forest;
        this.ledger = ledger;
    }

    UnitId add(TreeChange.NewUnit unit, ChangeStore.Stamp stamp) {
        Interval territorial = unit.superior() == null
                ? forest.roomForRoot(Line.TERRITORIAL)
                : forest.roomFor(unit.superior().value(), Line.TERRITORIAL);
        Interval industry = industryRoom(unit.industrySuperior(), unit.headsLine());
        UnitId id = store.insert(new ChangeStore.Fresh(unit, territorial, industry, stamp.day()));
        store.gaps(List.of(id));
        note(id, "added", null, unit.name(), stamp);
        return id;
    }

    void rename(Unit unit, String name, ChangeStore.Stamp stamp) {
        store.rename(unit.id(), name);
        note(unit.id(), "renamed", unit.name(), name, stamp);
    }

    /** Moves a unit with its subtree below another on a line; {@code headsLine} makes it a root of the industry line. */
    void move(UnitId id, Line line, UnitId superior, ChangeStore.Stamp stamp) {
        Unit unit = units.find(id.value()).orElseThrow();
        Interval subtree = unit.interval(line);
        store.superior(id, line, superior);
        if (subtree == null) {
            Interval at = industryRoom(superior, superior == null);
            store.arrive(id, at);
            forest.arrived(id.value(), line, at.from());
        } else {
            forest.move(subtree, superior == null ? null : superior.value(), line);
        }
        store.gaps(List.of(id));
        note(
                id,
                line == Line.TERRITORIAL ? "moved" : "moved-industry",
                code(unit.superior(line)),
                code(superior),
                stamp);
    }

    /** Takes a unit, and whatever closed units stand below it, off the industry line. */
    List<UnitId> leave(Unit unit, List<UnitId> subtree, ChangeStore.Stamp stamp) {
        for (UnitId id : subtree) {
            forest.leave(id.value());
            store.superior(id, Line.INDUSTRY, null);
        }
        store.gaps(subtree);
        note(unit.id(), "left-industry", code(unit.industrySuperior()), null, stamp);
        return subtree;
    }

    void close(Unit unit, UnitId mergedInto, ChangeStore.Stamp stamp) {
        store.close(unit.id(), stamp.day(), mergedInto);
        store.gaps(List.of(unit.id()));
        note(unit.id(), mergedInto == null ? "closed" : "merged", unit.name(), code(mergedInto), stamp);
    }

    /** Notes with each new unit which one it was split from. */
    void divided(Unit unit, List<Integer> into, ChangeStore.Stamp stamp) {
        into.forEach(part -> store.note(
                List.of(new ChangeStore.Event(
                        part, "split", unit.name(), null, unit.id().value())),
                stamp));
    }

    /** Ends an edit: another version of the tree, and an entry for each unit, superiors as they are now. */
    void finish(List<Told> told, Scope scope, ChangeStore.Stamp stamp) {
        units.newTreeVersion();
        List<Change> entries = new ArrayList<>();
        for (Told one : told) {
            entries.add(entry(one, scope, stamp));
        }
        ledger.append(entries);
    }

    /** What the ledger is told of a unit, besides its superiors and version. */
    record Told(UnitId unit, String verb, Map<String, ?> more) {}

    private Change entry(Told told, Scope scope, ChangeStore.Stamp stamp) {
        List<Unit> path = units.path(told.unit().value(), Line.TERRITORIAL);
        Unit unit = path.get(path.size() - 1);
        List<Unit> industry =
                unit.industry() == null ? List.of() : units.path(told.unit().value(), Line.INDUSTRY);
        Map<String, Object> superiors = new HashMap<>();
        superiors.put(
                "territorial", unit.superior() == null ? null : unit.superior().value());
        superiors.put("industry", industryNumber(unit));
        Map<String, Object> body = new HashMap<>(told.more());
        body.put("superiors", superiors);
        body.put("version", unit.version());
        Integer acting = scope.at(unit.at()).stream()
                .findFirst()
                .map(g -> g.unit().value())
                .orElse(null);
        return new Change(
                stamp.at(),
                stamp.by(),
                acting,
                new Subject("unit", told.unit().value()),
                told.verb(),
                body,
                new Reach(numbers(path), numbers(industry)));
    }

    /** 0 for the head of a line, null off the line. */
    private static Integer industryNumber(Unit unit) {
        if (unit.industry() == null) {
            return null;
        }
        return unit.headsLine()
                ? Integer.valueOf(0)
                : Integer.valueOf(unit.industrySuperior().value());
    }

    private Interval industryRoom(UnitId superior, boolean head) {
        if (superior != null) {
            return forest.roomFor(superior.value(), Line.INDUSTRY);
        }
        return head ? forest.roomForRoot(Line.INDUSTRY) : null;
    }

    private void note(UnitId unit, String kind, String before, String after, ChangeStore.Stamp stamp) {
        store.note(List.of(new ChangeStore.Event(unit.value(), kind, before, after, null)), stamp);
    }

    private String code(UnitId unit) {
        return unit == null
                ? null
                : units.find(unit.value())
                        .map(Unit::code)
                        .filter(Objects::nonNull)
                        .orElse(null);
    }

    private static List<Integer> numbers(List<Unit> path) {
        return path.stream().map(u -> u.id().value()).toList();
    }
}
