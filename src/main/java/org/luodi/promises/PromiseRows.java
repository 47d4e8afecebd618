package org.luodi.promises;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Position;
import org.luodi.organisation.UnitId;
import org.luodi.platform.Parameter;

/** How a publication stands in a row, and where a list of them goes on. */
final class PromiseRows {

    private PromiseRows() {}

    /** Where a list of promises goes on. */
    record Place(LocalDate day, long position, long id) {

        static String write(Promise promise) {
            return promise.publishedOn() + "_" + waiting(promise);
        }

        static String waiting(Promise promise) {
            return promise.at().territorial() + "_" + promise.id();
        }

        static Place read(String cursor) {
            String[] parts = cursor.split("_");
            try {
                return new Place(Parameter.day(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
            } catch (RuntimeException e) {
                throw Parameter.badCursor(cursor);
            }
        }
    }

    static Promise promise(ResultSet row, int index) throws SQLException {
        return new Promise(
                row.getLong("id"),
                new MatterId(row.getLong("matter")),
                new UnitId(row.getInt("unit")),
                new Position(row.getLong("position"), (Long) row.getObject("industry_position")),
                row.getBoolean("deed"),
                row.getString("title"),
                row.getString("words"),
                Promise.State.of(row.getString("state")),
                step(row, "proposed"),
                step(row, "decided"),
                row.getObject("published_on", LocalDate.class),
                step(row, "recalled"),
                row.getString("reason"),
                row.getInt("supports"),
                row.getInt("version"));
    }

    private static Promise.Step step(ResultSet row, String name) throws SQLException {
        Long by = (Long) row.getObject(name + "_by");
        return by == null
                ? null
                : new Promise.Step(
                        by, row.getObject(name + "_at", OffsetDateTime.class).toInstant());
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
