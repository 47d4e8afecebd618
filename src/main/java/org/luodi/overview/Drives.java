package org.luodi.overview;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.luodi.organisation.Line;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.NotFound;
import org.luodi.platform.Slice;
import org.luodi.programme.Programme;
import org.luodi.programme.Programmes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The numbers of the programme's drives (mechanisms 31), for any unit and for those below it, from ready counters. */
@Component
public class Drives {

    private final Units units;
    private final DriveStore store;
    private final Programmes programmes;
    private final Overview overview;
    private final Clock clock;

    Drives(Units units, DriveStore store, Programmes programmes, Overview overview, Clock clock) {
        this.units = units;
        this.store = store;
        this.programmes = programmes;
        this.overview = overview;
        this.clock = clock;
    }

    /** A unit on a line. */
    public record At(UnitId unit, Line line) {}

    /** A drive with the numbers of one unit's subtree; week is not kept by drive and is 0. */
    public record Counted(Programme.Drive drive, Counters counters) {}

    /**
     * One drive at one unit.
     *
     * @param own the unit's own matters, without those below it
     * @param inScope whether the drive runs in the unit's subtree or in one that it belongs to
     * @param asOf every change up to this moment is counted
     */
    public record Rollup(
            Unit unit, Line line, Programme.Drive drive, Counters all, Counters own, boolean inScope, Instant asOf) {}

    /** All drives of the programme at a unit, in the order of the programme. */
    @Transactional(readOnly = true)
    public List<Counted> all(At at, Scope scope) {
        units.visible(at.unit(), scope);
        List<Programme.Drive> drives = programmes.current().drives();
        List<Integer> keys = drives.stream().map(Programme.Drive::key).toList();
        List<Counters> counters = store.of(Overview.number(at.line()), at.unit().value(), keys, yesterday());
        return IntStream.range(0, drives.size())
                .mapToObj(i -> new Counted(drives.get(i), counters.get(i)))
                .toList();
    }

    /** One drive at a unit; NotFound where the programme has no such drive. */
    @Transactional(readOnly = true)
    public Rollup one(At at, int drive, Scope scope) {
        Unit unit = units.visible(at.unit(), scope);
        Programme.Drive found = drive(drive);
        Instant asOf = overview.asOf();
        List<Integer> here = List.of(unit.id().value());
        return new Rollup(
                unit,
                at.line(),
                found,
                store.at(Overview.number(at.line()), here, drive, yesterday()).get(0),
                store.at(Deltas.OWN, here, drive, yesterday()).get(0),
                inScope(unit, found),
                asOf);
    }

    /** The units directly below, each with its numbers of one drive, paged by key. */
    @Transactional(readOnly = true)
    public Slice<Child> children(At at, int drive, Scope scope, Overview.Paging paging) {
        units.visible(at.unit(), scope);
        drive(drive);
        Slice<Unit> below = units.children(at.unit(), at.line(), scope, paging.cursor(), paging.limit());
        List<Integer> ids = below.rows().stream().map(u -> u.id().value()).toList();
        List<Counters> counters = store.at(Overview.number(at.line()), ids, drive, yesterday());
        return new Slice<>(
                IntStream.range(0, ids.size())
                        .mapToObj(i -> new Child(below.rows().get(i), counters.get(i)))
                        .toList(),
                below.next());
    }

    private Programme.Drive drive(int key) {
        return programmes.current().drive(key).orElseThrow(() -> new NotFound("drive", key));
    }

    /** The drive's scope lies above the unit, below it, or is the unit. */
    private boolean inScope(Unit unit, Programme.Drive drive) {
        return units.byCode(drive.scope())
                .filter(top -> top.territorial() != null && unit.territorial() != null)
                .filter(top -> top.territorial().from() < unit.territorial().to()
                        && unit.territorial().from() < top.territorial().to())
                .isPresent();
    }

    private LocalDate yesterday() {
        return LocalDate.now(clock).minusDays(1);
    }
}
