package org.luodi.voice;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.luodi.matters.Matter;
import org.luodi.matters.MatterBatches;
import org.luodi.organisation.Placement;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.springframework.stereotype.Component;

/** Where a report lies now: its unit may have ended since, or the matter that it became may have gone to another one. */
@Component
class ReportPlaces {

    private final Units units;
    private final MatterBatches matters;
    private final ReportDesks desks;

    ReportPlaces(Units units, MatterBatches matters, ReportDesks desks) {
        this.units = units;
        this.matters = matters;
        this.desks = desks;
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
        return withMatter(report).orElseGet(() -> of(report.receiver()));
    }

    /** The next version of a report, where it lies now. */
    ReportTurn turn(Report old) {
        ReportTurn turn = ReportTurn.of(old);
        withMatter(old)
                .ifPresentOrElse(
                        turn::lies,
                        () -> Stream.of(old.asked(), old.receiver())
                                .distinct()
                                .forEach(unit -> turn.replace(unit, of(unit))));
        return turn;
    }

    /** The unit of the matter that it became, which may have been handed over or joined to another; never the one that it is about. */
    private Optional<Placement> withMatter(Report report) {
        if (report.stage() != Stage.TAKEN && report.stage() != Stage.JOINED) {
            return Optional.empty();
        }
        Matter matter = matters.goingOn(List.of(report.matter())).get(report.matter());
        return Optional.of(of(matter.unit())).filter(unit -> !desks.isAbout(report, unit));
    }
}
