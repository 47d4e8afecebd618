package org.luodi.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.luodi.platform.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes of the tree: checked, previewed, made. One at a time, each with its history and its ledger entries. */
@Component
public class TreeChanges {

    private final UnitStore store;
    private final TreeWork work;
    private final Grants grants;
    private final Units units;
    private final Clock clock;

    TreeChanges(UnitStore store, TreeWork work, Grants grants, Units units, Clock clock) {
        this.store = store;
        this.work = work;
        this.grants = grants;
        this.units = units;
        this.clock = clock;
    }

    /** Whether the account may change a unit at all. */
    @Transactional(readOnly = true)
    public boolean mayChange(UnitId unit, Scope scope) {
        Unit found = units.visible(unit, scope);
        return !found.isClosed() && scope.has(TreeRules.MAY, found.at());
    }

    /** Open units directly below on a line: those a split can give away. */
    @Transactional(readOnly = true)
    public List<Unit> childrenToGive(UnitId unit, Scope scope) {
        units.visible(unit, scope);
        return work.openChildren(unit);
    }

    /** What a change would touch; nothing is written. A change that would be refused is refused here already. */
    @Transactional(readOnly = true)
    public TreeChange.Impact preview(TreeChange change, Scope scope) {
        return work.prepare(change, scope, stamp(scope)).impact().get();
    }

    /**
     * Makes a change, effective today.
     *
     * @return the new unit of an addition, else the unit that was changed
     * @throws Refusal where a rule says no, or as a conflict where the unit changed meanwhile
     */
    @Transactional
    public UnitId make(TreeChange change, Scope scope) {
        store.lockTree();
        Scope now = store.treeVersion() == scope.treeVersion() ? scope : grants.scopeOf(scope.actor());
        return work.prepare(change, now, stamp(scope)).write().get();
    }

    private ChangeStore.Stamp stamp(Scope scope) {
        return new ChangeStore.Stamp(scope.actor(), LocalDate.now(clock), clock.instant());
    }
}
