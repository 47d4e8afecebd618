package org.luodi.sheets;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.luodi.matters.MatterId;
import org.luodi.platform.Where;
import org.luodi.sheets.Sheet.Line;
import org.luodi.sheets.Sheet.Outcome;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** The rows of sheets. */
@Repository
class SheetRowStore {

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    private static final String SELECT =
            "select row, outcome, applied, number, matter, version, reason, args, changed, payload from sheets.sheet_row ";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    SheetRowStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    void insert(long sheet, List<Line> lines) {
        template.batchUpdate("""
                insert into sheets.sheet_row (sheet, outcome, number, matter, version, reason, args, changed, payload, row)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?)
                """, lines, 1000, (row, line) -> bind(row, sheet, line));
    }

    private static void bind(PreparedStatement row, long sheet, Line line) throws SQLException {
        row.setLong(1, sheet);
        row.setString(2, line.outcome().word());
        row.setString(3, line.number());
        row.setObject(4, line.matter() == null ? null : line.matter().value(), java.sql.Types.BIGINT);
        row.setObject(5, line.version(), java.sql.Types.INTEGER);
        row.setString(6, line.reason());
        row.setString(7, line.args().isEmpty() ? "[]" : SheetStore.json(line.args()));
        row.setString(8, line.changed().isEmpty() ? "[]" : SheetStore.json(line.changed()));
        row.setString(9, SheetStore.json(line.payload()));
        row.setInt(10, line.row());
    }

    void clear(long sheet) {
        jdbc.sql("delete from sheets.sheet_row where sheet = :sheet")
                .param("sheet", sheet)
                .update();
    }

    /** Rows after a row, of one outcome or of all. */
    List<Line> page(long sheet, Outcome outcome, int after, int limit) {
        Where where = new Where()
                .and("sheet = :sheet", "sheet", sheet)
                .and("row > :after", "after", after)
                .and("outcome = :outcome", "outcome", outcome == null ? null : outcome.word());
        return jdbc.sql(SELECT + "where %s order by row limit %d".formatted(where.sql(), limit))
                .params(where.params())
                .query(SheetRowStore::line)
                .list();
    }

    /** The next rows that are to change something and have not yet. */
    List<Line> left(long sheet, int limit) {
        return jdbc.sql(SELECT + """
                        where sheet = :sheet and outcome in ('create', 'update') and not applied order by row limit :limit
                        """)
                .param("sheet", sheet)
                .param("limit", limit)
                .query(SheetRowStore::line)
                .list();
    }

    Sheet.Counts counts(long sheet) {
        Map<Outcome, Integer> rows = new EnumMap<>(Outcome.class);
        Map<Outcome, Integer> applied = new EnumMap<>(Outcome.class);
        jdbc.sql("""
                        select outcome, count(*) as rows, count(*) filter (where applied) as applied
                        from sheets.sheet_row where sheet = :sheet group by outcome
                        """).param("sheet", sheet).query(row -> {
            Outcome outcome = Outcome.of(row.getString("outcome")).orElseThrow();
            rows.put(outcome, row.getInt("rows"));
            applied.put(outcome, row.getInt("applied"));
        });
        return new Sheet.Counts(rows, applied);
    }

    /** Writes what became of rows. */
    void settle(long sheet, List<Line> lines) {
        template.batchUpdate("""
                update sheets.sheet_row set outcome = ?, applied = ?, matter = ?, reason = ?, args = ?::jsonb
                where sheet = ? and row = ?
                """, lines, 1000, (row, line) -> {
            row.setString(1, line.outcome().word());
            row.setBoolean(2, line.applied());
            row.setObject(3, line.matter() == null ? null : line.matter().value(), java.sql.Types.BIGINT);
            row.setString(4, line.reason());
            row.setString(5, SheetStore.json(line.args()));
            row.setLong(6, sheet);
            row.setInt(7, line.row());
        });
    }

    private static Line line(ResultSet row, int index) throws SQLException {
        Long matter = (Long) row.getObject("matter");
        return new Line(
                row.getInt("row"),
                Outcome.of(row.getString("outcome")).orElseThrow(),
                row.getBoolean("applied"),
                row.getString("number"),
                matter == null ? null : new MatterId(matter),
                (Integer) row.getObject("version"),
                row.getString("reason"),
                SheetStore.objects(row.getString("args")),
                SheetStore.JSON.readValue(row.getString("changed"), TEXTS),
                SheetStore.JSON.readValue(row.getString("payload"), TEXTS));
    }
}
