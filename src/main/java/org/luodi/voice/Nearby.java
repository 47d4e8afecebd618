package org.luodi.voice;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.luodi.organisation.Placement;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.Refusal;
import org.luodi.platform.ledger.Change;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Subject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Guesses which place somebody means who stands at a point: from what offices say and from earlier reports, without any map from outside. */
@Component
public class Nearby {

    private static final Set<Role> SAYING = Set.of(Role.CLERK, Role.LEADER, Role.SECRETARY);
    private static final int UNITS = 5;
    private static final double DEGREES = 0.05;

    private final NearStore store;
    private final Units units;
    private final Ledger ledger;
    private final Clock clock;

    Nearby(NearStore store, Units units, Ledger ledger, Clock clock) {
        this.store = store;
        this.units = units;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Units that are or were named near the point, the nearest first; none where nothing is known. */
    @Transactional(readOnly = true)
    public List<UnitId> units(Point point) {
        return store.known(new NearStore.Around(null, point, DEGREES)).stream()
                .sorted(Comparator.comparingLong(k -> k.point().metres(point)))
                .map(NearStore.Known::unit)
                .distinct()
                .limit(UNITS)
                .toList();
    }

    /** Where a unit is, as its office says; empty where nobody has said. */
    @Transactional(readOnly = true)
    public Optional<Point> of(UnitId unit) {
        return store.point(unit);
    }

    /** Whether this person may say where a unit is. */
    public boolean says(Unit unit, Scope scope) {
        return scope.has(SAYING, unit.at());
    }

    /** Says where a unit is; NotFound where it lies outside the scope. */
    @Transactional
    public void put(UnitId unit, Point point, Scope scope) {
        units.visible(unit, scope);
        Placement place = units.place(unit);
        if (!scope.has(SAYING, place.at())) {
            throw Refusal.of("voice.refused.who.point");
        }
        store.put(new NearStore.Known(unit, point), scope.actor().id(), clock.instant());
        ledger.append(new Change(
                clock.instant(),
                scope.actor(),
                unit.value(),
                new Subject("unit-point", unit.value()),
                "located",
                Map.of("latitude", point.latitude(), "longitude", point.longitude()),
                place.reach()));
    }
}
