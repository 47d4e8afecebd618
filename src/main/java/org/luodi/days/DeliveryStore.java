package org.luodi.days;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DeliveryStore {

    private static final int PORTION = 1000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    DeliveryStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Something to be sent. */
    record New(long webhook, String what, String body, Instant at) {}

    void insert(List<New> deliveries) {
        template.batchUpdate(
                "insert into days.delivery (webhook, what, body, created_at) values (?, ?, ?, ?)",
                deliveries,
                PORTION,
                (row, d) -> {
                    row.setLong(1, d.webhook());
                    row.setString(2, d.what());
                    row.setString(3, d.body());
                    row.setObject(4, d.at().atOffset(ZoneOffset.UTC));
                });
    }

    /** The first that wait, in the order of the ledger. */
    List<Delivery> waiting(long webhook, int limit) {
        return jdbc.sql("""
                        select * from days.delivery where webhook = :webhook and state = 'waiting' order by id limit :limit
                        """)
                .param("webhook", webhook)
                .param("limit", limit)
                .query(DeliveryStore::delivery)
                .list();
    }

    /** The newest before a number. */
    List<Delivery> log(long webhook, Long before, int limit) {
        return jdbc.sql("""
                        select * from days.delivery where webhook = :webhook and id < :before order by id desc limit :limit
                        """)
                .param("webhook", webhook)
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("limit", limit)
                .query(DeliveryStore::delivery)
                .list();
    }

    /** What came of a try; a state other than waiting ends it. */
    void tried(Delivery delivery, String state, Outgoing.Answer answer, Instant at) {
        jdbc.sql("""
                        update days.delivery
                        set state = :state, attempts = attempts + 1, status = :status, failure = :failure, tried_at = :at
                        where id = :id
                        """)
                .param("id", delivery.id())
                .param("state", state)
                .param("status", answer.status())
                .param("failure", answer.failure())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Gives up what has waited since before a moment. */
    void giveUp(long webhook, Instant before) {
        jdbc.sql("""
                        update days.delivery set state = 'dead'
                        where webhook = :webhook and state = 'waiting' and created_at < :before
                        """)
                .param("webhook", webhook)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Gives up all that waits. */
    void giveUp(long webhook) {
        jdbc.sql("update days.delivery set state = 'dead' where webhook = :webhook and state = 'waiting'")
                .param("webhook", webhook)
                .update();
    }

    /** Sends once more what was given up; false where there is no such. */
    boolean revive(long webhook, long id, Instant now) {
        return jdbc.sql("""
                                update days.delivery set state = 'waiting', created_at = :now
                                where id = :id and webhook = :webhook and state = 'dead'
                                """)
                        .param("id", id)
                        .param("webhook", webhook)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Takes away a portion of the oldest that no longer wait. */
    int forget(Instant before, int limit) {
        return jdbc.sql("""
                        delete from days.delivery where id in
                            (select id from days.delivery where state <> 'waiting' and created_at < :before
                             order by created_at limit :limit)
                        """)
                .param("limit", limit)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Delivery delivery(ResultSet row, int index) throws SQLException {
        OffsetDateTime tried = row.getObject("tried_at", OffsetDateTime.class);
        return new Delivery(
                row.getLong("id"),
                row.getLong("webhook"),
                row.getString("what"),
                row.getString("body"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("state"),
                row.getInt("attempts"),
                (Integer) row.getObject("status"),
                row.getString("failure"),
                tried == null ? null : tried.toInstant());
    }
}
