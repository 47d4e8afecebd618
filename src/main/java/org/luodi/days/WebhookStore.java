package org.luodi.days;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.luodi.organisation.Line;
import org.luodi.organisation.UnitId;
import org.luodi.platform.Columns;
import org.luodi.platform.ledger.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WebhookStore {

    private final JdbcClient jdbc;

    WebhookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insert(Webhook webhook, String secret, long by) {
        return jdbc.sql("""
                        insert into days.webhook (name, url, unit, line, verbs, secret, created_by, created_at)
                        values (:name, :url, :unit, :line, :verbs, :secret, :by, :at) returning id
                        """)
                .param("name", webhook.name())
                .param("url", webhook.url())
                .param("unit", webhook.unit().value())
                .param("line", webhook.line().name())
                .param("verbs", webhook.verbs().toArray(String[]::new))
                .param("secret", secret)
                .param("by", by)
                .param("at", time(webhook.createdAt()))
                .query(Long.class)
                .single();
    }

    List<Webhook> all(int limit) {
        return jdbc.sql("select * from days.webhook where ended_at is null order by id limit :limit")
                .param("limit", limit)
                .query(WebhookStore::webhook)
                .list();
    }

    Optional<Webhook> find(long id) {
        return jdbc.sql("select * from days.webhook where id = :id and ended_at is null")
                .param("id", id)
                .query(WebhookStore::webhook)
                .optional();
    }

    String secret(long id) {
        return jdbc.sql("select secret from days.webhook where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    void active(long id, boolean active) {
        jdbc.sql("update days.webhook set active = :active, try_after = null where id = :id")
                .param("id", id)
                .param("active", active)
                .update();
    }

    void end(long id, Instant at) {
        jdbc.sql("update days.webhook set active = false, ended_at = :at where id = :id")
                .param("id", id)
                .param("at", time(at))
                .update();
    }

    void tryAfter(long id, Instant at) {
        jdbc.sql("update days.webhook set try_after = :at where id = :id")
                .param("id", id)
                .param("at", at == null ? null : time(at))
                .update();
    }

    Place lockProgress() {
        return jdbc.sql("select tx, id from days.hooked for update")
                .query((row, i) -> new Place(row.getLong(1), row.getLong(2)))
                .single();
    }

    void progress(Place place) {
        jdbc.sql("update days.hooked set tx = :tx, id = :id")
                .param("tx", place.tx())
                .param("id", place.id())
                .update();
    }

    private static Webhook webhook(ResultSet row, int index) throws SQLException {
        return new Webhook(
                row.getLong("id"),
                row.getString("name"),
                row.getString("url"),
                new UnitId(row.getInt("unit")),
                Line.valueOf(row.getString("line")),
                List.of((String[]) row.getArray("verbs").getArray()),
                row.getBoolean("active"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Columns.instant(row, "try_after"));
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
