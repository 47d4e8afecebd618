package org.luodi.overview;

import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.luodi.platform.ledger.Place;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Writes sums onto the counters, a batch in one statement each, and keeps the mark of how far the ledger was read. */
@Repository
class TallyStore {

    private static final String COUNTS = String.join(", ", Counts.COLUMNS);
    private static final String ADD_TALLIES =
            """
            insert into overview.tally (line, unit, dim, key, %1$s)
            select * from unnest(?::smallint[], ?::int[], ?::smallint[], ?::int[]%2$s)
            on conflict (line, unit, dim, key) do update set %3$s
            """.formatted(COUNTS, ", ?::int[]".repeat(Counts.SIZE), adding("tally", Counts.COLUMNS));
    private static final String ADD_DAYS = """
            insert into overview.open_by_day (line, unit, kind, grain, day, open)
            select * from unnest(?::smallint[], ?::int[], ?::smallint[], ?::smallint[], ?::date[], ?::int[])
            on conflict (line, unit, kind, grain, day) do update set open = open_by_day.open + excluded.open
            """;
    private static final String ADD_FLOWS = """
            insert into overview.flow (line, unit, day, raised, closed, reopened)
            select * from unnest(?::smallint[], ?::int[], ?::date[], ?::int[], ?::int[], ?::int[])
            on conflict (line, unit, day) do update set %s
            """.formatted(adding("flow", List.of("raised", "closed", "reopened")));

    private final JdbcTemplate jdbc;

    TallyStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds sums that have climbed to every superior. */
    void add(Deltas deltas) {
        addTallies(sorted(
                deltas.tallies,
                Comparator.comparingInt(Deltas.Cell::line)
                        .thenComparingInt(Deltas.Cell::unit)
                        .thenComparingInt(Deltas.Cell::dim)
                        .thenComparingInt(Deltas.Cell::key)));
        addDays(sorted(
                deltas.days,
                Comparator.comparingInt(Deltas.DayCell::line)
                        .thenComparingInt(Deltas.DayCell::unit)
                        .thenComparing(Deltas.DayCell::day)));
        addFlows(sorted(
                deltas.flows, Comparator.comparingInt(Deltas.FlowCell::line).thenComparingInt(Deltas.FlowCell::unit)));
    }

    private void addTallies(List<Map.Entry<Deltas.Cell, int[]>> rows) {
        List<Object[]> columns = new ArrayList<>();
        columns.add(column(rows, r -> r.getKey().line()));
        columns.add(column(rows, r -> r.getKey().unit()));
        columns.add(column(rows, r -> r.getKey().dim()));
        columns.add(column(rows, r -> r.getKey().key()));
        for (int i = 0; i < Counts.SIZE; i++) {
            int index = i;
            columns.add(column(rows, r -> r.getValue()[index]));
        }
        write(ADD_TALLIES, rows.size(), columns);
    }

    private void addDays(List<Map.Entry<Deltas.DayCell, int[]>> rows) {
        write(
                ADD_DAYS,
                rows.size(),
                List.of(
                        column(rows, r -> r.getKey().line()),
                        column(rows, r -> r.getKey().unit()),
                        column(rows, r -> r.getKey().kind()),
                        column(rows, r -> r.getKey().grain()),
                        column(rows, r -> Date.valueOf(r.getKey().day())),
                        column(rows, r -> r.getValue()[0])));
    }

    private void addFlows(List<Map.Entry<Deltas.FlowCell, int[]>> rows) {
        write(
                ADD_FLOWS,
                rows.size(),
                List.of(
                        column(rows, r -> r.getKey().line()),
                        column(rows, r -> r.getKey().unit()),
                        column(rows, r -> Date.valueOf(r.getKey().day())),
                        column(rows, r -> r.getValue()[0]),
                        column(rows, r -> r.getValue()[1]),
                        column(rows, r -> r.getValue()[2])));
    }

    /** Adds all rows of one unit on a line, times a sign, to other units of the same or another line. */
    void addRows(int fromLine, int unit, int sign, Target to) {
        jdbc.update(
                """
                insert into overview.tally (line, unit, dim, key, %s)
                select ?, u.unit, t.dim, t.key, %s
                from overview.tally t cross join unnest(?::int[]) u (unit) where t.line = ? and t.unit = ?
                on conflict (line, unit, dim, key) do update set %s
                """.formatted(
                                COUNTS,
                                Counts.COLUMNS.stream()
                                        .map(c -> "t." + c + " * " + sign)
                                        .collect(Collectors.joining(", ")),
                                adding("tally", Counts.COLUMNS)),
                to.line(),
                to.units().toArray(Integer[]::new),
                fromLine,
                unit);
        jdbc.update("""
                insert into overview.open_by_day (line, unit, kind, grain, day, open)
                select ?, u.unit, d.kind, d.grain, d.day, d.open * ?
                from overview.open_by_day d cross join unnest(?::int[]) u (unit) where d.line = ? and d.unit = ?
                on conflict (line, unit, kind, grain, day) do update set open = open_by_day.open + excluded.open
                """, to.line(), sign, to.units().toArray(Integer[]::new), fromLine, unit);
    }

    /** Units of one line that rows are added to. */
    record Target(int line, List<Integer> units) {}

    /** The place the fold has come to; locks it, so that there is one writer. */
    Place lockProgress() {
        return jdbc.queryForObject(
                "select tx, id from overview.progress for update",
                (row, i) -> new Place(row.getLong(1), row.getLong(2)));
    }

    /** The place the fold has come to, without a lock. */
    /** How many sums there are. */
    long rows() {
        return jdbc.queryForObject("select count(*) from overview.tally", Long.class);
    }

    Place mark() {
        return jdbc.queryForObject(
                "select tx, id from overview.progress", (row, i) -> new Place(row.getLong(1), row.getLong(2)));
    }

    /** Whether what was counted lacks something that is counted now. */
    boolean outdated() {
        return Boolean.TRUE.equals(jdbc.queryForObject("select outdated from overview.progress", Boolean.class));
    }

    void upToDate() {
        jdbc.update("update overview.progress set outdated = false");
    }

    void progress(Place place, Instant at) {
        jdbc.update(
                "update overview.progress set tx = ?, id = ?, at = ?",
                place.tx(),
                place.id(),
                OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
    }

    /** Whether a rebuild has counted this entry already; forgets it when asked. */
    boolean takeCounted(Place place) {
        return jdbc.update("delete from overview.counted where tx = ? and id = ?", place.tx(), place.id()) > 0;
    }

    boolean anyCounted() {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("select exists (select 1 from overview.counted)", Boolean.class));
    }

    void forgetCounted() {
        jdbc.update("delete from overview.counted");
    }

    void markCounted(List<Place> places) {
        jdbc.batchUpdate("insert into overview.counted (tx, id) values (?, ?)", places, 1000, (row, place) -> {
            row.setLong(1, place.tx());
            row.setLong(2, place.id());
        });
    }

    private void write(String sql, int rows, List<Object[]> columns) {
        if (rows == 0) {
            return;
        }
        jdbc.execute(sql, (java.sql.PreparedStatement statement) -> {
            for (int i = 0; i < columns.size(); i++) {
                statement.setArray(i + 1, array(statement.getConnection(), columns.get(i)));
            }
            return statement.executeUpdate();
        });
    }

    private static Array array(Connection connection, Object[] values) throws SQLException {
        return connection.createArrayOf(values[0] instanceof Date ? "date" : "int4", values);
    }

    private static <K> Object[] column(List<Map.Entry<K, int[]>> rows, Function<Map.Entry<K, int[]>, Object> value) {
        return rows.stream().map(value).toArray();
    }

    private static <K> List<Map.Entry<K, int[]>> sorted(Map<K, int[]> sums, Comparator<K> order) {
        return sums.entrySet().stream().sorted(Map.Entry.comparingByKey(order)).toList();
    }

    private static String adding(String table, List<String> columns) {
        return columns.stream()
                .map(c -> "%1$s = %2$s.%1$s + excluded.%1$s".formatted(c, table))
                .collect(Collectors.joining(", "));
    }
}
