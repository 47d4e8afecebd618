package org.luodi.overview;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the counters of drives: for each unit and drive one row by key, and the days that are over. */
@Repository
class DriveStore {

    private static final String COUNTS =
            Counts.COLUMNS.stream().map(c -> "coalesce(t." + c + ", 0)").collect(Collectors.joining(", "));

    private final JdbcClient jdbc;

    DriveStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The counters of one drive at each of the units, in their order. */
    List<Counters> at(int line, List<Integer> units, int drive, LocalDate passed) {
        return counters(line, units, Collections.nCopies(units.size(), drive), passed);
    }

    /** The counters of each of the drives at one unit, in their order. */
    List<Counters> of(int line, int unit, List<Integer> drives, LocalDate passed) {
        return counters(line, Collections.nCopies(drives.size(), unit), drives, passed);
    }

    private List<Counters> counters(int line, List<Integer> units, List<Integer> drives, LocalDate passed) {
        String overdue = NumbersStore.UP_TO.formatted(
                "a.unit", "(" + Deltas.DUE_OF_DRIVE + " + a.drive)", ":passed::date", ":line");
        return jdbc.sql("""
                        select %s as overdue, %s
                        from unnest(:units::int[], :drives::int[]) with ordinality as a (unit, drive, place)
                        left join overview.tally t on t.line = :line and t.unit = a.unit and t.dim = %d and t.key = a.drive
                        order by a.place
                        """.formatted(overdue, COUNTS, Deltas.BY_DRIVE))
                .param("line", line)
                .param("units", units.toArray(Integer[]::new))
                .param("drives", drives.toArray(Integer[]::new))
                .param("passed", passed)
                .query((row, i) -> {
                    long[] counts = new long[Counts.SIZE];
                    for (int column = 0; column < counts.length; column++) {
                        counts[column] = row.getLong(column + 2);
                    }
                    return new Counters(counts, row.getLong(1), 0);
                })
                .list();
    }
}
