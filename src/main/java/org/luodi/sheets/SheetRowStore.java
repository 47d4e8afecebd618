package org.luodi.sheets;

import java.lang.reflect.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.luodi.matters.MatterId;
import org.luodi.platform.Where;
import org.luodi.sheets.Sheet.Line;
import org.luodi.sheets.Sheet.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** The rows of sheets. */
@Repository
class SheetRowStore {

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    /** As much as is taken into memory at once. */
    private static final long BYTES = 8L << 20;

    private static final String COLUMNS =
            "sheet, row, outcome, applied, number, matter, version, reason, args, changed";

    private final JdbcClient jdbc;

    SheetRowStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(long sheet, List<Line> lines) {
        jdbc.sql("""
                        insert into sheets.sheet_row (sheet, row, outcome, number, matter, version, reason, args, changed)
                        select :sheet, n.row, n.outcome, n.number, n.matter, n.version, n.reason, n.args::jsonb, n.changed::jsonb
                        from unnest(:rows::int[], :outcomes::text[], :numbers::text[], :matters::bigint[], :versions::int[],
                                    :reasons::text[], :args::text[], :changed::text[])
                             as n (row, outcome, number, matter, version, reason, args, changed)
                        """)
                .param("sheet", sheet)
                .param("rows", all(lines, Integer.class, Line::row))
                .param("outcomes", all(lines, String.class, l -> l.outcome().word()))
                .param("numbers", all(lines, String.class, Line::number))
                .param("matters", all(lines, Long.class, SheetRowStore::matter))
                .param("versions", all(lines, Integer.class, Line::version))
                .param("reasons", all(lines, String.class, Line::reason))
                .param("args", all(lines, String.class, l -> json(l.args())))
                .param("changed", all(lines, String.class, l -> json(l.changed())))
                .update();
        jdbc.sql("""
                        insert into sheets.sheet_cells (sheet, row, cells)
                        select :sheet, n.row, n.cells from unnest(:rows::int[], :cells::text[]) as n (row, cells)
                        """)
                .param("sheet", sheet)
                .param("rows", all(lines, Integer.class, Line::row))
                .param("cells", all(lines, String.class, l -> SheetStore.json(l.payload())))
                .update();
    }

    void clear(long sheet) {
        for (String table : List.of("sheets.sheet_row", "sheets.sheet_cells")) {
            jdbc.sql("delete from %s where sheet = :sheet".formatted(table))
                    .param("sheet", sheet)
                    .update();
        }
    }

    /** Rows after a row, of one outcome or of all. */
    List<Line> page(long sheet, Outcome outcome, int after, int limit) {
        Where where = new Where()
                .and("sheet = :sheet", "sheet", sheet)
                .and("row > :after", "after", after)
                .and("outcome = :outcome", "outcome", outcome == null ? null : outcome.word());
        return jdbc.sql("""
                        select r.*, c.cells
                        from (select %s from sheets.sheet_row where %s order by row limit %d) r
                        join sheets.sheet_cells c on c.sheet = r.sheet and c.row = r.row
                        order by r.row
                        """.formatted(COLUMNS, where.sql(), limit))
                .params(where.params())
                .query(SheetRowStore::line)
                .list();
    }

    /** The next rows after a row that are to change something and have not yet: fewer where their cells are long. */
    List<Line> left(long sheet, int after, int limit) {
        return jdbc.sql("""
                        select * from (
                            select r.*, c.cells, sum(octet_length(c.cells)) over (order by r.row) - octet_length(c.cells) as before
                            from (select %s from sheets.sheet_row
                                  where sheet = :sheet and row > :after and outcome in ('create', 'update') and not applied
                                  order by row limit :limit) r
                            join sheets.sheet_cells c on c.sheet = r.sheet and c.row = r.row
                        ) s
                        where before < :bytes order by row
                        """.formatted(COLUMNS))
                .param("sheet", sheet)
                .param("after", after)
                .param("limit", limit)
                .param("bytes", BYTES)
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
        jdbc.sql("""
                        update sheets.sheet_row r
                        set outcome = n.outcome, applied = n.applied, matter = n.matter, reason = n.reason, args = n.args::jsonb
                        from unnest(:rows::int[], :outcomes::text[], :applied::boolean[], :matters::bigint[], :reasons::text[],
                                    :args::text[])
                             as n (row, outcome, applied, matter, reason, args)
                        where r.sheet = :sheet and r.row = n.row
                        """)
                .param("sheet", sheet)
                .param("rows", all(lines, Integer.class, Line::row))
                .param("outcomes", all(lines, String.class, l -> l.outcome().word()))
                .param("applied", all(lines, Boolean.class, Line::applied))
                .param("matters", all(lines, Long.class, SheetRowStore::matter))
                .param("reasons", all(lines, String.class, Line::reason))
                .param("args", all(lines, String.class, l -> json(l.args())))
                .update();
    }

    @SuppressWarnings("unchecked")
    private static <T> T[] all(List<Line> lines, Class<T> type, Function<Line, T> value) {
        return lines.stream().map(value).toArray(n -> (T[]) Array.newInstance(type, n));
    }

    private static Long matter(Line line) {
        return line.matter() == null ? null : line.matter().value();
    }

    private static String json(List<?> list) {
        return list.isEmpty() ? "[]" : SheetStore.json(list);
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
                SheetStore.JSON.readValue(row.getString("cells"), TEXTS));
    }
}
