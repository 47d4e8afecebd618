package org.luodi.relays;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Position;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.platform.Columns;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RelayStore {

    static final String SELECT = """
            select r.*, n.offered, n.gone from relays.relay r cross join lateral (
                select count(*) filter (where i.state = 'offered') as offered,
                       count(*) filter (where i.state = 'withdrawn' and i.reason is null) as gone
                from relays.item i where i.relay = r.id) n
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    RelayStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** One item as it is kept. */
    record Row(MatterId matter, String state, String reason, Long by, Instant at) {}

    long insert(Relay relay, List<MatterId> matters) {
        long id = jdbc.sql("""
                        insert into relays.relay (kind, giver, giver_position, giver_industry, receiver, receiver_position,
                                                  receiver_industry, batch, promises, contacts, opened_by, opened_at)
                        values (:kind, :giver, :giverAt, :giverIndustry, :receiver, :receiverAt, :receiverIndustry,
                                :batch, :promises, :contacts, :by, :at)
                        returning id
                        """)
                .param("kind", relay.kind().word())
                .param("giver", relay.giver().unit().value())
                .param("giverAt", relay.giver().at().territorial())
                .param("giverIndustry", relay.giver().at().industry())
                .param("receiver", relay.receiver().unit().value())
                .param("receiverAt", relay.receiver().at().territorial())
                .param("receiverIndustry", relay.receiver().at().industry())
                .param("batch", relay.batch())
                .param("promises", relay.promises())
                .param("contacts", relay.contacts())
                .param("by", relay.openedBy())
                .param("at", time(relay.openedAt()))
                .query(Long.class)
                .single();
        template.batchUpdate("insert into relays.item (relay, matter) values (?, ?)", matters, 500, (row, matter) -> {
            row.setLong(1, id);
            row.setLong(2, matter.value());
        });
        return id;
    }

    Optional<Relay> find(long id) {
        return jdbc.sql(SELECT + "where r.id = :id")
                .param("id", id)
                .query(RelayStore::relay)
                .optional();
    }

    /** Lets nobody else decide about a package until the transaction ends. */
    void hold(long relay) {
        jdbc.sql("select id from relays.relay where id = :id for no key update")
                .param("id", relay)
                .query(Long.class)
                .optional();
    }

    /** Packages that wait for the scope's units, or that they gave, the newest first. */
    List<Relay> list(boolean waiting, Scope scope, long before, int limit) {
        String end = waiting ? "receiver" : "giver";
        String condition = scope.condition("r." + end + "_position", "r." + end + "_industry")
                .sql();
        return jdbc.sql(SELECT
                        + "where %s and %s and r.id < :before order by r.id desc limit :limit"
                                .formatted(waiting ? "r.ended_at is null" : "true", condition))
                .param("before", before)
                .param("limit", limit)
                .query(RelayStore::relay)
                .list();
    }

    List<Row> items(long relay, int limit) {
        return jdbc.sql(
                        "select * from relays.item where relay = :relay order by state <> 'offered', matter limit :limit")
                .param("relay", relay)
                .param("limit", limit)
                .query(RelayStore::row)
                .list();
    }

    /** Packages that held a matter, the newest first. */
    List<Relay> about(MatterId matter, int limit) {
        return jdbc.sql(SELECT + """
                        where r.id in (select i.relay from relays.item i where i.matter = :matter) order by r.id desc limit :limit
                        """)
                .param("matter", matter.value())
                .param("limit", limit)
                .query(RelayStore::relay)
                .list();
    }

    /** Ends an item; false where that has been done. */
    boolean end(long relay, End end, long by, Instant at) {
        return jdbc.sql("""
                                update relays.item set state = :state, reason = :reason, by = :by, at = :at
                                where relay = :relay and matter = :matter and state = 'offered'
                                """)
                        .param("state", end.state())
                        .param("reason", end.reason())
                        .param("by", by)
                        .param("at", time(at))
                        .param("relay", relay)
                        .param("matter", end.matter().value())
                        .update()
                == 1;
    }

    Optional<Row> item(long relay, MatterId matter) {
        return jdbc.sql("select * from relays.item where relay = :relay and matter = :matter")
                .param("relay", relay)
                .param("matter", matter.value())
                .query(RelayStore::row)
                .optional();
    }

    /** Ends a package of which nothing is left to decide. */
    void endIfDecided(long relay, Instant at) {
        jdbc.sql("""
                        update relays.relay set ended_at = :at where id = :relay and ended_at is null
                          and not exists (select 1 from relays.item where relay = :relay and state = 'offered')
                        """).param("at", time(at)).param("relay", relay).update();
    }

    static Relay relay(ResultSet row, int index) throws SQLException {
        return new Relay(
                row.getLong("id"),
                Relay.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                end(row, "giver"),
                end(row, "receiver"),
                (Integer) row.getObject("batch"),
                row.getString("promises"),
                row.getString("contacts"),
                row.getLong("opened_by"),
                Columns.instant(row, "opened_at"),
                Columns.instant(row, "ended_at"),
                row.getInt("offered"),
                row.getInt("gone"));
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        return new Row(
                new MatterId(row.getLong("matter")),
                row.getString("state"),
                row.getString("reason"),
                (Long) row.getObject("by"),
                Columns.instant(row, "at"));
    }

    private static Relay.End end(ResultSet row, String name) throws SQLException {
        return new Relay.End(new UnitId(row.getInt(name)), new Position(row.getLong(name + "_position"), (Long)
                row.getObject(name + "_industry")));
    }

    private static OffsetDateTime time(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
