package org.luodi.voice;

import java.util.stream.Stream;
import org.luodi.organisation.Placement;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.springframework.stereotype.Component;

/** Where a report lies now: the unit that had it may have ended since, with nothing that was handed over. */
@Component
class ReportPlaces {

    private final Units units;

    ReportPlaces(Units units) {
        this.units = units;
    }

    /** Keeps the tree as it is until the transaction ends; comes before any row is held. */
    void hold() {
        units.hold();
    }

    /** The unit while it stands, else the one that answers for what it left. */
    Placement of(UnitId unit) {
        units.hold();
        return units.place(units.successor(unit));
    }

    /** Who answers for it. */
    Placement receiver(Report report) {
        return of(report.receiver());
    }

    /** The next version of a report, at units that stand. */
    ReportTurn turn(Report old) {
        ReportTurn turn = ReportTurn.of(old);
        Stream.of(old.asked(), old.receiver()).distinct().forEach(unit -> turn.replace(unit, of(unit)));
        return turn;
    }
}
