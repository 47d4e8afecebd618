package org.luodi.voice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.luodi.matters.MatterId;
import org.luodi.organisation.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reports that stand at a place or near a point: for "me too", and for guessing which place somebody means. */
@Repository
class NearStore {

    private static final int ROWS = 200;
    private static final int POINTS = 500;

    private static final String SQUARE = "latitude between :south and :north and longitude between :west and :east";

    private static final String STANDING = """
            select r.*, w.text,
                r.stage in ('taken', 'joined') or exists (
                    select 1 from voice.step s where s.report = r.id and s.verb = 'released') as released,
                (select count(*) from voice.report e where e.echo_of = r.id and e.stage in ('alongside', 'joined')) as metoo
            from voice.report r join voice.words w on w.report = r.id and w.number = 0
            where (r.place = :place or %s) and r.stage in ('received', 'passed-on', 'disputed', 'taken', 'joined')
                and r.echo_of is null and not r.about_handler and r.received_on >= :since
            order by r.id desc limit %d
            """;

    private final JdbcClient jdbc;

    NearStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A report that may be the same; matter and point may be null. */
    record Other(
            String code,
            UnitId place,
            Integer category,
            Point point,
            LocalDate receivedOn,
            MatterId matter,
            String text,
            boolean released,
            int metoo) {}

    /** Where to look: at a unit, or in a square around a point (null for none). */
    record Around(UnitId place, Point point, double degrees) {

        private double widened() {
            return degrees / Math.max(0.05, Math.cos(Math.toRadians(point.latitude())));
        }
    }

    /** The newest first. What is about a unit itself is shown to nobody; what waits to be checked neither. */
    List<Other> standing(Around around, LocalDate since) {
        Point point = around.point();
        String near = point == null ? "false" : SQUARE;
        return jdbc.sql(STANDING.formatted(near, ROWS))
                .param("place", around.place() == null ? -1 : around.place().value())
                .param("south", point == null ? 0 : point.latitude() - around.degrees())
                .param("north", point == null ? 0 : point.latitude() + around.degrees())
                .param("west", point == null ? 0 : point.longitude() - around.widened())
                .param("east", point == null ? 0 : point.longitude() + around.widened())
                .param("since", since)
                .query((row, i) -> other(ReportStore.report(row, i), row))
                .list();
    }

    private static Other other(Report report, ResultSet row) throws SQLException {
        return new Other(
                report.code(),
                report.place(),
                report.category(),
                report.point(),
                report.receivedOn(),
                report.matter(),
                row.getString("text"),
                row.getBoolean("released"),
                row.getInt("metoo"));
    }

    /** Where offices say that their units are, and where reports were that named them; those withdrawn or set aside say nothing. */
    List<Known> known(Around around) {
        Point point = around.point();
        return jdbc.sql("""
                        (select unit as place, latitude, longitude from voice.unit_point where %1$s limit %2$d)
                        union all
                        (select place, latitude, longitude from voice.report
                            where %1$s and stage not in ('checking', 'withdrawn', 'set-aside') order by id desc limit %2$d)
                        """.formatted(SQUARE, POINTS))
                .param("south", point.latitude() - around.degrees())
                .param("north", point.latitude() + around.degrees())
                .param("west", point.longitude() - around.widened())
                .param("east", point.longitude() + around.widened())
                .query((row, i) -> new Known(
                        new UnitId(row.getInt("place")),
                        new Point(row.getDouble("latitude"), row.getDouble("longitude"))))
                .list();
    }

    Optional<Point> point(UnitId unit) {
        return jdbc.sql("select latitude, longitude from voice.unit_point where unit = :unit")
                .param("unit", unit.value())
                .query((row, i) -> new Point(row.getDouble("latitude"), row.getDouble("longitude")))
                .optional();
    }

    /** Keeps where a unit is, in place of what was kept before. */
    void put(Known known, long by, Instant at) {
        jdbc.sql("""
                        insert into voice.unit_point (unit, latitude, longitude, by, at)
                        values (:unit, :latitude, :longitude, :by, :at)
                        on conflict (unit) do update set latitude = excluded.latitude, longitude = excluded.longitude,
                            by = excluded.by, at = excluded.at
                        """)
                .param("unit", known.unit().value())
                .param("latitude", known.point().latitude())
                .param("longitude", known.point().longitude())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A point of which somebody has said which unit it belongs to. */
    record Known(UnitId unit, Point point) {}
}
