package org.luodi.matters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.luodi.organisation.Position;
import org.luodi.organisation.UnitId;

/** How a matter is read from a row of its table. */
final class MatterRows {

    static final String COLUMNS = """
            id, number, unit, position, industry_position, stage, category, source, batch, raised_on, due, reopened,
            merged_into, symptom, root, waits, kind, marked, drive, importance, next_check, proposer,
            version, changed_by, changed_at
            """;
    static final String SELECT = "select " + COLUMNS + "from matters.matter ";

    private MatterRows() {}

    static Matter matter(ResultSet row, int index) throws SQLException {
        Long merged = (Long) row.getObject("merged_into");
        return new Matter(
                new MatterId(row.getLong("id")),
                row.getString("number"),
                new UnitId(row.getInt("unit")),
                new Position(row.getLong("position"), (Long) row.getObject("industry_position")),
                stage(row.getString("stage")),
                row.getInt("category"),
                row.getInt("source"),
                row.getInt("batch"),
                row.getObject("raised_on", LocalDate.class),
                row.getObject("due", LocalDate.class),
                row.getInt("reopened"),
                merged == null ? null : new MatterId(merged),
                traits(row),
                row.getInt("version"),
                row.getLong("changed_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static Traits traits(ResultSet row) throws SQLException {
        Integer symptom = (Integer) row.getObject("symptom");
        Long root = (Long) row.getObject("root");
        return new Traits(
                symptom == null ? null : new UnitId(symptom),
                root == null ? null : new MatterId(root),
                row.getBoolean("waits"),
                Kind.of(row.getString("kind")).orElseThrow(),
                row.getBoolean("marked"),
                (Integer) row.getObject("drive"),
                (Integer) row.getObject("importance"),
                row.getObject("next_check", LocalDate.class),
                (Long) row.getObject("proposer"));
    }

    static Stage stage(String word) {
        return Stage.of(word).orElseThrow();
    }
}
