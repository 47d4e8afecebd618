package org.luodi.sheets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luodi.organisation.UnitId;
import org.luodi.platform.files.StoredFile;
import org.luodi.sheets.Sheet.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Sheets, and what each account decided about headings. */
@Repository
class SheetStore {

    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Object>> OBJECTS = new TypeReference<>() {};
    private static final TypeReference<List<Sheet.Heading>> HEADINGS = new TypeReference<>() {};
    private static final String COLUMNS =
            "id, file, name, account, unit, batch, state, stopping, attempt, headings, reason, args, percent, created_at, changed_at";
    private static final String SELECT = "select " + COLUMNS + " from sheets.sheet ";

    private final JdbcClient jdbc;

    SheetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a new sheet, to be read. */
    long insert(StoredFile file, Kept kept, Instant at) {
        return jdbc.sql("""
                        insert into sheets.sheet (file, name, account, unit, batch, created_at, changed_at)
                        values (:file, :name, :account, :unit, :batch, :at, :at) returning id
                        """)
                .param("file", file.id())
                .param("name", file.name())
                .param("account", kept.account())
                .param("unit", kept.unit() == null ? null : kept.unit().value())
                .param("batch", kept.batch())
                .param("at", time(at))
                .query(Long.class)
                .single();
    }

    /** Whose sheet it is, where he works, and the batch its new matters go into. */
    record Kept(long account, UnitId unit, int batch) {}

    Optional<Sheet> find(long id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(SheetStore::sheet)
                .optional();
    }

    /** Takes up the work on a sheet, and away from whoever was at it; empty where there is nothing to do. */
    Optional<Sheet> take(long id) {
        return jdbc.sql("""
                        update sheets.sheet set attempt = attempt + 1 where id = :id and state in ('reading', 'applying')
                        returning\s""" + COLUMNS).param("id", id).query(SheetStore::sheet).optional();
    }

    /** Holds a sheet until the transaction ends; refused to whom the work was taken away from. */
    void hold(Sheet sheet) {
        jdbc.sql("select 1 from sheets.sheet where id = :id and attempt = :attempt for update")
                .param("id", sheet.id())
                .param("attempt", sheet.attempt())
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new TakenOver(sheet.id()));
    }

    /** Somebody else works on the sheet by now: another server, or the one that has just started. */
    static final class TakenOver extends RuntimeException {

        TakenOver(long sheet) {
            super("sheet " + sheet + " was taken over", null, false, false);
        }
    }

    List<Sheet> of(long account, Long before, int limit) {
        return jdbc.sql(SELECT + """
                        where account = :account and id < coalesce(:before::bigint, 9223372036854775807)
                        order by id desc limit :limit
                        """)
                .param("account", account)
                .param("before", before)
                .param("limit", limit)
                .query(SheetStore::sheet)
                .list();
    }

    List<Sheet> running() {
        return jdbc.sql(SELECT + "where state in ('reading', 'applying') order by id")
                .query(SheetStore::sheet)
                .list();
    }

    /** Changes the state if it is still the expected one. */
    boolean become(long id, State from, State to, Instant at) {
        return jdbc.sql("""
                                update sheets.sheet set state = :to, stopping = false, reason = null, args = '[]', changed_at = :at,
                                    percent = case when :to in ('reading', 'applying') then 0 else 100 end
                                where id = :id and state = :from
                                """)
                        .param("to", to.word())
                        .param("at", time(at))
                        .param("id", id)
                        .param("from", from.word())
                        .update()
                == 1;
    }

    void reason(long id, String key, Object[] args) {
        jdbc.sql("update sheets.sheet set reason = :reason, args = :args::jsonb where id = :id")
                .param("reason", key)
                .param("args", json(plain(args)))
                .param("id", id)
                .update();
    }

    void headings(long id, List<Sheet.Heading> headings) {
        jdbc.sql("update sheets.sheet set headings = :headings::jsonb where id = :id")
                .param("headings", json(headings))
                .param("id", id)
                .update();
    }

    void percent(long id, int percent) {
        jdbc.sql("update sheets.sheet set percent = :percent where id = :id")
                .param("percent", percent)
                .param("id", id)
                .update();
    }

    void stop(long id) {
        jdbc.sql("update sheets.sheet set stopping = true where id = :id and state in ('reading', 'applying')")
                .param("id", id)
                .update();
    }

    boolean stopping(long id) {
        return jdbc.sql("select stopping from sheets.sheet where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** What was decided about headings; an empty value means to leave the column out. */
    Map<String, Optional<SheetColumn>> mapping(long account) {
        Map<String, Optional<SheetColumn>> mapping = new HashMap<>();
        jdbc.sql("select heading, field from sheets.mapping where account = :account")
                .param("account", account)
                .query(row -> {
                    String field = row.getString("field");
                    mapping.put(row.getString("heading"), field == null ? Optional.empty() : SheetColumn.of(field));
                });
        return mapping;
    }

    void remember(long account, String heading, SheetColumn field) {
        jdbc.sql("""
                        insert into sheets.mapping (account, heading, field) values (:account, :heading, :field)
                        on conflict (account, heading) do update set field = excluded.field
                        """)
                .param("account", account)
                .param("heading", heading)
                .param("field", field == null ? null : field.word())
                .update();
    }

    private static Sheet sheet(ResultSet row, int index) throws SQLException {
        Integer unit = (Integer) row.getObject("unit");
        return new Sheet(
                row.getLong("id"),
                row.getLong("file"),
                row.getString("name"),
                row.getLong("account"),
                unit == null ? null : new UnitId(unit),
                row.getInt("batch"),
                State.of(row.getString("state")),
                row.getBoolean("stopping"),
                row.getInt("attempt"),
                JSON.readValue(row.getString("headings"), HEADINGS),
                row.getString("reason"),
                objects(row.getString("args")),
                row.getInt("percent"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    static List<Object> objects(String json) {
        return JSON.readValue(json, OBJECTS);
    }

    static String json(Object value) {
        return JSON.writeValueAsString(value);
    }

    /** Numbers stay numbers, everything else becomes text. */
    static List<Object> plain(Object[] args) {
        return java.util.Arrays.stream(args)
                .map(a -> a instanceof Number ? a : String.valueOf(a))
                .toList();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
