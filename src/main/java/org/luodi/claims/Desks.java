package org.luodi.claims;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luodi.matters.Matter;
import org.luodi.organisation.Grant;
import org.luodi.organisation.Line;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.programme.Programmes;
import org.luodi.programme.WorkingDays;
import org.springframework.stereotype.Component;

/** The desks on which a claim can lie, and how long each has. */
@Component
class Desks {

    private final Units units;
    private final Programmes programmes;
    private final WorkingDays workingDays;

    Desks(Units units, Programmes programmes, WorkingDays workingDays) {
        this.units = units;
        this.programmes = programmes;
        this.workingDays = workingDays;
    }

    Unit unit(UnitId id) {
        return units.find(id).orElseThrow();
    }

    /** The unit above another on a line, if there is one. */
    Optional<Unit> above(UnitId id, Line line) {
        return units.find(id).map(u -> u.superior(line)).flatMap(units::find).filter(u -> !u.isClosed());
    }

    /** The day by which a claim that arrives today is answered. */
    LocalDate answerBy(LocalDate today) {
        return workingDays.after(today, programmes.current().claimDays());
    }

    /** The day by which an appeal that arrives today is decided. */
    LocalDate decideBy(LocalDate today) {
        return workingDays.after(today, programmes.current().appealDays());
    }

    /** The open units on both lines that may be asked about the matters, the nearest first. */
    List<Unit> superiors(Unit sender, List<Matter> matters) {
        ClaimRules.Sending sending = new ClaimRules.Sending(sender, null, matters, java.util.Set.of());
        Map<UnitId, Unit> found = new LinkedHashMap<>();
        for (Line line : Line.values()) {
            List<Unit> path = new ArrayList<>(units.path(matters.get(0).unit(), line));
            Collections.reverse(path);
            path.stream()
                    .filter(u -> !u.isClosed() && ClaimRules.line(u, sending).isPresent())
                    .forEach(u -> found.putIfAbsent(u.id(), u));
        }
        return List.copyOf(found.values());
    }

    /** The scope of somebody at the asked unit, together with what it reaches along the line of the claim. */
    Scope along(Claim claim, Scope scope) {
        Unit asked = unit(claim.asked());
        List<Grant> grants = new ArrayList<>(scope.grants());
        scope.grants().stream()
                .filter(g -> g.unit().equals(asked.id()) && asked.interval(claim.line()) != null)
                .map(g -> new Grant(g.role(), asked.id(), claim.line(), asked.interval(claim.line())))
                .forEach(grants::add);
        return new Scope(scope.actor(), grants, scope.treeVersion());
    }
}
