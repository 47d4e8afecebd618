package org.luodi.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads ready counters; a unit's numbers are a few rows by key, whatever its size. */
@Repository
class NumbersStore {

    private static final String COUNTS = String.join(", ", Counts.COLUMNS);
    /** A sum up to a day, from the columns or numbers for unit, kind, day and line. */
    static final String UP_TO = """
            coalesce((select sum(d.open) from overview.open_by_day d where d.line = %4$s and d.unit = %1$s and d.kind = %2$s
                      and d.grain = 2 and d.day < date_trunc('month', %3$s)::date), 0)
            + coalesce((select sum(d.open) from overview.open_by_day d where d.line = %4$s and d.unit = %1$s and d.kind = %2$s
                      and d.grain = 1 and d.day between date_trunc('month', %3$s)::date and %3$s), 0)
            """;

    private final JdbcClient jdbc;

    NumbersStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One row of counters. */
    record Row(int line, int unit, int dim, int key, long[] counts) {}

    /** All rows of a unit on one line, and those of its own matters. */
    List<Row> rows(int line, int unit) {
        return jdbc.sql("""
                        select line, unit, dim, key, %s from overview.tally
                        where line in (:line, :own) and unit = :unit order by line, dim, key
                        """.formatted(COUNTS))
                .param("line", line)
                .param("own", Deltas.OWN)
                .param("unit", unit)
                .query(NumbersStore::row)
                .list();
    }

    /** The totals of several units. */
    Map<Integer, Row> totals(int line, Collection<Integer> units) {
        return jdbc
                .sql(
                        "select line, unit, dim, key, %s from overview.tally where line = :line and unit = any(:units) and dim = 0"
                                .formatted(COUNTS))
                .param("line", line)
                .param("units", units.toArray(Integer[]::new))
                .query(NumbersStore::row)
                .stream()
                .collect(Collectors.toMap(Row::unit, r -> r));
    }

    /** Open matters of each unit due up to each of the two days, both included. */
    Map<Integer, long[]> due(int line, Collection<Integer> units, LocalDate passed, LocalDate week) {
        Map<Integer, long[]> due = new HashMap<>();
        jdbc.sql("select u.unit, %s as passed, %s as week from unnest(:units) as u (unit)"
                        .formatted(
                                UP_TO.formatted("u.unit", "1", ":passed::date", ":line"),
                                UP_TO.formatted("u.unit", "1", ":week::date", ":line")))
                .param("line", line)
                .param("units", units.toArray(Integer[]::new))
                .param("passed", passed)
                .param("week", week)
                .query(row -> {
                    due.put(row.getInt("unit"), new long[] {row.getLong("passed"), row.getLong("week")});
                });
        return due;
    }

    /** The same for one unit, on one line and of its own matters, by line. */
    Map<Integer, long[]> due(int line, int unit, LocalDate passed, LocalDate week) {
        Map<Integer, long[]> due = new HashMap<>();
        jdbc.sql("select l.line, %s as passed, %s as week from (values (:line), (:own)) as l (line)"
                        .formatted(
                                UP_TO.formatted(":unit", "1", ":passed::date", "l.line"),
                                UP_TO.formatted(":unit", "1", ":week::date", "l.line")))
                .param("line", line)
                .param("own", Deltas.OWN)
                .param("unit", unit)
                .param("passed", passed)
                .param("week", week)
                .query(row -> {
                    due.put(row.getInt("line"), new long[] {row.getLong("passed"), row.getLong("week")});
                });
        return due;
    }

    /** Open matters raised up to each of these days, both included. */
    List<Long> raised(int line, int unit, List<LocalDate> days) {
        return jdbc.sql("select %s from unnest(:days) with ordinality as b (day, i) order by i"
                        .formatted(UP_TO.formatted(":unit", "2", "b.day", ":line")))
                .param("line", line)
                .param("unit", unit)
                .param("days", days.stream().map(java.sql.Date::valueOf).toArray(java.sql.Date[]::new))
                .query(Long.class)
                .list();
    }

    List<Day> trend(int line, int unit, LocalDate from) {
        return jdbc.sql("""
                        select day, raised, closed, reopened from overview.flow
                        where line = :line and unit = :unit and day >= :from order by day
                        """)
                .param("line", line)
                .param("unit", unit)
                .param("from", from)
                .query((row, i) -> new Day(
                        row.getObject("day", LocalDate.class),
                        row.getLong("raised"),
                        row.getLong("closed"),
                        row.getLong("reopened")))
                .list();
    }

    Instant foldedTo() {
        return jdbc.sql("select at from overview.progress")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        long[] counts = new long[Counts.SIZE];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = row.getLong(i + 5);
        }
        return new Row(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), counts);
    }
}
