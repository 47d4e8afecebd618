package org.luodi.voice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.luodi.organisation.Line;
import org.luodi.organisation.Placement;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.Refusal;
import org.luodi.programme.Programme;
import org.luodi.programme.Programmes;
import org.luodi.programme.WorkingDays;
import org.springframework.stereotype.Component;

/** The desks on which a report can lie, who decides between two of them, and how long each has. */
@Component
class ReportDesks {

    private final Units units;
    private final Programmes programmes;
    private final WorkingDays workingDays;

    ReportDesks(Units units, Programmes programmes, WorkingDays workingDays) {
        this.units = units;
        this.programmes = programmes;
        this.workingDays = workingDays;
    }

    /** Whether there is no unit above. */
    boolean isTop(UnitId id) {
        return units.find(id).map(Unit::superior).isEmpty();
    }

    /** Who decides between two: the lowest superior of both, and where one is above the other, the one above that. */
    UnitId arbiter(UnitId one, UnitId other) {
        List<UnitId> first = path(one);
        List<UnitId> second = path(other);
        int common = 0;
        while (common < Math.min(first.size(), second.size())
                && first.get(common).equals(second.get(common))) {
            common++;
        }
        boolean above = common == first.size() || common == second.size();
        return first.get(Math.max(0, above ? common - 2 : common - 1));
    }

    private List<UnitId> path(UnitId id) {
        return units.path(id, Line.TERRITORIAL).stream().map(Unit::id).toList();
    }

    /** What is about a unit lies neither with it nor below it, where it would see who says what. */
    void checkHandler(Report report, Placement proposed) {
        if (isAbout(report, proposed)) {
            throw Refusal.of("voice.refused.unit.handler");
        }
    }

    /** Whether it is about that unit, or about one above it. */
    boolean isAbout(Report report, Placement unit) {
        if (!report.aboutHandler()) {
            return false;
        }
        Unit place = units.find(report.place()).orElseThrow();
        return Stream.of(Line.values()).anyMatch(line -> within(place, line, unit));
    }

    /** An arbiter decides among the units below it, and itself. */
    void checkBelow(UnitId arbiter, Placement chosen) {
        Unit unit = units.find(arbiter).orElseThrow();
        if (Stream.of(Line.values()).noneMatch(line -> within(unit, line, chosen))) {
            throw Refusal.of("voice.refused.unit.beyond", unit.name());
        }
    }

    private static boolean within(Unit unit, Line line, Placement other) {
        Long position = line == Line.TERRITORIAL
                ? Long.valueOf(other.at().territorial())
                : other.at().industry();
        return position != null
                && Optional.ofNullable(unit.interval(line))
                        .filter(i -> i.holds(position))
                        .isPresent();
    }

    /** The day by which whoever gets it today takes it up. */
    LocalDate takeBy(LocalDate today) {
        return workingDays.after(today, days().takeDays());
    }

    /** The last day on which what came on a day is handed back, or answered by the unit it was handed to. */
    LocalDate handBackBy(LocalDate came) {
        return workingDays.after(came, days().handBackDays());
    }

    LocalDate decideBy(LocalDate today) {
        return workingDays.after(today, days().decideDays());
    }

    private Programme.Voice days() {
        return programmes.current().voice();
    }
}
