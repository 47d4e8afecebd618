package org.luodi.organisation;

import java.util.Set;
import org.luodi.platform.Refusal;

/** What a change of the tree must not do: pure, each no with its reason. */
final class TreeRules {

    static final Set<Role> MAY = Set.of(Role.SYSTEM_ADMIN, Role.CLERK);

    private TreeRules() {}

    static void mayChange(Unit unit, Scope scope) {
        refuseIf(!scope.has(MAY, unit.at()), "changes.refused.powers", unit.name());
    }

    static void open(Unit unit) {
        refuseIf(unit.isClosed(), "changes.refused.closed", unit.name(), unit.closedOn());
    }

    static void fresh(Unit unit, int version) {
        if (unit.version() != version) {
            throw Refusal.conflict("changes.refused.stale", unit.name());
        }
    }

    private static void code(String code) {
        refuseIf(!UnitChecks.isCode(code), "changes.refused.code", code);
    }

    static void name(String name) {
        refuseIf(!UnitChecks.isName(name), "changes.refused.name");
    }

    /** The new unit with its class filled in; a bad code, name, level or class is refused. */
    static TreeChange.NewUnit checked(TreeChange.NewUnit unit) {
        code(unit.code());
        name(unit.name());
        refuseIf(!UnitClasses.LEVELS.contains(unit.level()), "changes.refused.level");
        String unitClass = unit.unitClass().isEmpty() ? UnitClasses.ofLevel(unit.level()) : unit.unitClass();
        refuseIf(!UnitClasses.ALL.contains(unitClass), "changes.refused.class");
        refuseIf(unit.headsLine() && unit.industrySuperior() != null, "changes.refused.head", unit.name());
        return new TreeChange.NewUnit(
                unit.code(),
                unit.name().strip(),
                unitClass,
                unit.level(),
                unit.superior(),
                unit.industrySuperior(),
                unit.headsLine());
    }

    /** The new unit of a split: like the one that is split, beside it. A line keeps its one head; parts of it stand below. */
    static TreeChange.NewUnit beside(Unit unit, TreeChange.Part part) {
        return new TreeChange.NewUnit(
                part.code(),
                part.name(),
                unit.unitClass(),
                unit.level(),
                unit.superior(),
                unit.headsLine() ? unit.id() : unit.industrySuperior(),
                false);
    }

    /** A unit cannot come to stand below itself or below one of its own subtree. */
    static void acyclic(Unit unit, Unit above, Line line) {
        Interval subtree = unit.interval(line);
        Interval other = above.interval(line);
        boolean inside = subtree != null && other != null && subtree.holds(other.from());
        refuseIf(unit.id().equals(above.id()) || inside, "changes.refused.cycle", unit.name(), above.name());
    }

    static void onIndustryLine(Unit above) {
        refuseIf(above.industry() == null, "changes.refused.offline", above.name());
    }

    static void refuseIf(boolean condition, String key, Object... args) {
        if (condition) {
            throw Refusal.of(key, args);
        }
    }
}
