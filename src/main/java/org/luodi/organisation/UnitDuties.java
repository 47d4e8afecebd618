package org.luodi.organisation;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What lies with units and their subtrees, counted for a preview or handed over. */
@Component
class UnitDuties {

    private final UnitStore store;
    private final ChangeStore changes;
    private final List<UnitObligations> obligations;

    UnitDuties(UnitStore store, ChangeStore changes, List<UnitObligations> obligations) {
        this.store = store;
        this.changes = changes;
        this.obligations = obligations;
    }

    long openAt(Unit unit) {
        return obligations.stream().mapToLong(o -> o.openAt(unit.id())).sum();
    }

    /** To be called first of all, while units still stand where their placements say. */
    void handOver(Unit from, Unit to, Scope scope, ChangeStore.Stamp stamp) {
        obligations.forEach(o -> o.handOver(from.id(), to.id(), scope, stamp.at()));
    }

    TreeChange.Impact impact(Unit unit, long handedOver, long positions) {
        Interval subtree = unit.territorial();
        long open = obligations.stream()
                .mapToLong(o -> o.openIn(subtree, Line.TERRITORIAL))
                .sum();
        return new TreeChange.Impact(
                changes.openUnits(subtree, Line.TERRITORIAL),
                changes.posts(subtree, Line.TERRITORIAL),
                open,
                handedOver,
                positions);
    }

    /** Open units in the subtrees of these. */
    long sizeOf(Set<UnitId> heads) {
        return store.all(heads.stream().map(UnitId::value).toList()).stream()
                .mapToLong(u -> changes.openUnits(u.territorial(), Line.TERRITORIAL))
                .sum();
    }
}
