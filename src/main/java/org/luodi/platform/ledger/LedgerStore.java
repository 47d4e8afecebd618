package org.luodi.platform.ledger;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.luodi.platform.Writes;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class LedgerStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String INSERT = """
            insert into platform.entry (at, actor, acting_unit, kind, subject, verb, body, territorial, industry, digest)
            values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
            """;
    private static final int VALUES = 10;
    static final String COLUMNS =
            "tx::text::bigint as tx, id, at, actor, acting_unit, kind, subject, verb, body::text, territorial, industry";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    LedgerStore(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    /** A single one without a batch: the driver has a statement planned once for a connection only outside of batches. */
    void insert(List<Change> changes) {
        if (changes.size() == 1) {
            Writes alone = insert(changes.get(0), new Writes());
            template.execute(alone::send);
        } else {
            template.batchUpdate(INSERT, changes, 1000, (row, change) -> bind(row, 1, change));
        }
    }

    Writes insert(Change change, Writes together) {
        return together.add(INSERT, VALUES, (row, first) -> bind(row, first, change));
    }

    /** Settled entries only, or all that the running snapshot sees. */
    List<Entry> after(Place place, int limit, boolean settledOnly) {
        String settled = settledOnly ? "and tx < platform.first_running()" : "";
        return jdbc.sql("""
                        select %s from platform.entry
                        where (tx, id) > (:tx::text::xid8, :id) %s
                        order by platform.entry.tx, id limit :limit
                        """.formatted(COLUMNS, settled))
                .param("tx", Long.toString(place.tx()))
                .param("id", place.id())
                .param("limit", limit)
                .query(LedgerStore::read)
                .list();
    }

    long firstRunning() {
        return jdbc.sql("select platform.first_running()::text::bigint")
                .query(Long.class)
                .single();
    }

    List<Entry> about(Subject subject, Long before, int limit) {
        return jdbc.sql("""
                        select %s from platform.entry
                        where kind = :kind and subject = :subject and id < coalesce(:before::bigint, 9223372036854775807)
                        order by id desc limit :limit
                        """.formatted(COLUMNS))
                .param("kind", subject.kind())
                .param("subject", subject.id())
                .param("before", before)
                .param("limit", limit)
                .query(LedgerStore::read)
                .list();
    }

    /** In the words of the index. */
    List<Entry> by(long actor, Long before, int limit) {
        return jdbc.sql("""
                        select %s from platform.entry
                        where actor = :actor and actor > 0 and id < coalesce(:before::bigint, 9223372036854775807)
                        order by id desc limit :limit
                        """.formatted(COLUMNS))
                .param("actor", actor)
                .param("before", before)
                .param("limit", limit)
                .query(LedgerStore::read)
                .list();
    }

    /** The words of the first two conditions are those of the index. */
    List<Entry> turns(Ledger.Turns turns, int limit) {
        return jdbc.sql("""
                        select %s from platform.entry
                        where kind = 'matter' and verb in ('closed', 'returned', 'relapsed') and verb = any(:verbs)
                          and at >= :from and at < :until and %s @> array[:unit]::int[]
                        order by at desc, id desc limit :limit
                        """.formatted(COLUMNS, turns.industry() ? "industry" : "territorial"))
                .param("verbs", turns.verbs().toArray(String[]::new))
                .param("from", OffsetDateTime.ofInstant(turns.from(), ZoneOffset.UTC))
                .param("until", OffsetDateTime.ofInstant(turns.until(), ZoneOffset.UTC))
                .param("unit", turns.unit())
                .param("limit", limit)
                .query(LedgerStore::read)
                .list();
    }

    private static void bind(PreparedStatement row, int first, Change change) throws SQLException {
        String body = Canonical.json(change.body());
        Connection connection = row.getConnection();
        int at = first;
        // The database keeps microseconds and would round up what is finer.
        row.setObject(at++, OffsetDateTime.ofInstant(change.at().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC));
        row.setLong(at++, change.actor().id());
        row.setObject(at++, change.actingUnit(), Types.INTEGER);
        row.setString(at++, change.about().kind());
        row.setLong(at++, change.about().id());
        row.setString(at++, change.verb());
        row.setString(at++, body);
        row.setArray(at++, ints(connection, change.reach().territorial()));
        row.setArray(at++, ints(connection, change.reach().industry()));
        row.setBytes(at, Canonical.digest(change, body));
    }

    private static Array ints(Connection connection, List<Integer> units) throws SQLException {
        return connection.createArrayOf("int4", units.toArray(Integer[]::new));
    }

    static Entry read(ResultSet row, int index) throws SQLException {
        return new Entry(
                new Place(row.getLong("tx"), row.getLong("id")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getLong("actor"),
                row.getObject("acting_unit", Integer.class),
                new Subject(row.getString("kind"), row.getLong("subject")),
                row.getString("verb"),
                JSON.readTree(row.getString("body")),
                new Reach(units(row.getArray("territorial")), units(row.getArray("industry"))));
    }

    private static List<Integer> units(Array array) throws SQLException {
        return Arrays.asList((Integer[]) array.getArray());
    }
}
