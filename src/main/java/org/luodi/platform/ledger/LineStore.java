package org.luodi.platform.ledger;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Entries with all that is kept of them, in reading order. */
@Repository
class LineStore {

    private static final int FETCHED = 2000;
    private static final String LINES = """
            select tx::text::bigint as tx, id, at, actor, acting_unit, kind, subject, verb, body::text, territorial, industry, digest
            from platform.entry
            """;

    private final JdbcClient jdbc;

    LineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Settled entries after a place. */
    List<Line> settled(Place after, int limit) {
        return jdbc.sql(LINES + """
                        where (tx, id) > (:tx::text::xid8, :id) and tx < platform.first_running()
                        order by platform.entry.tx, id limit :limit
                        """)
                .param("tx", Long.toString(after.tx()))
                .param("id", after.id())
                .param("limit", limit)
                .query(LineStore::read)
                .list();
    }

    /** The entry at a place and those after it. */
    List<Line> from(Place first, int limit) {
        return jdbc.sql(LINES + """
                        where (tx, id) >= (:tx::text::xid8, :id) order by platform.entry.tx, id limit :limit
                        """)
                .param("tx", Long.toString(first.tx()))
                .param("id", first.id())
                .param("limit", limit)
                .query(LineStore::read)
                .list();
    }

    Optional<Line> at(Place place) {
        return from(place, 1).stream().filter(l -> l.place().equals(place)).findFirst();
    }

    /** Everything the running transaction sees, a portion in memory at a time; to be closed. */
    Stream<Line> all() {
        return jdbc
                .sql(LINES + "order by platform.entry.tx, id")
                .withFetchSize(FETCHED)
                .query(LineStore::read)
                .stream();
    }

    private static Line read(ResultSet row, int index) throws SQLException {
        return new Line(
                new Place(row.getLong("tx"), row.getLong("id")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getLong("actor"),
                row.getObject("acting_unit", Integer.class),
                new Subject(row.getString("kind"), row.getLong("subject")),
                row.getString("verb"),
                row.getString("body"),
                new Reach(units(row.getArray("territorial")), units(row.getArray("industry"))),
                row.getBytes("digest"));
    }

    private static List<Integer> units(Array array) throws SQLException {
        return Arrays.asList((Integer[]) array.getArray());
    }
}
