package org.luodi.days;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.luodi.organisation.UnitId;
import org.luodi.platform.ledger.Place;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class NoticeStore {

    private static final int PORTION = 1000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    NoticeStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** A notice as it is kept. */
    record Row(
            long id,
            UnitId unit,
            String kind,
            long about,
            String word,
            LocalDate due,
            int more,
            long actor,
            Instant at,
            boolean read) {}

    /** Who reads, and at which units. */
    record Reader(long account, Collection<UnitId> units) {

        Integer[] numbers() {
            return units.stream().map(UnitId::value).toArray(Integer[]::new);
        }
    }

    void insert(List<Row> rows) {
        template.batchUpdate("""
                insert into days.notice (unit, kind, about, word, due, more, actor, at) values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (unit, about, word, due) where word in ('due', 'overdue') do nothing
                """, rows, PORTION, (row, n) -> {
            row.setInt(1, n.unit().value());
            row.setString(2, n.kind());
            row.setLong(3, n.about());
            row.setString(4, n.word());
            row.setObject(5, n.due(), Types.DATE);
            row.setInt(6, n.more());
            row.setLong(7, n.actor());
            row.setObject(8, n.at().atOffset(ZoneOffset.UTC));
        });
    }

    /** The newest before a number, of each unit so many and of those so many; not what the reader has done. */
    List<Row> list(Reader reader, Long before, int limit) {
        return jdbc.sql("""
                        select n.*, n.id <= coalesce((select upto from days.looked where account = :account), 0)
                                    or exists (select from days.read r where r.account = :account and r.notice = n.id) as read
                        from unnest(:units::int[]) as own (unit) cross join lateral (
                            select * from days.notice
                            where unit = own.unit and id < :before and actor <> :account order by id desc limit :limit
                        ) n order by n.id desc limit :limit
                        """)
                .param("account", reader.account())
                .param("units", reader.numbers())
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("limit", limit)
                .query(NoticeStore::row)
                .list();
    }

    /** How many are unread, as far as it is worth knowing. */
    int fresh(Reader reader, int most) {
        return jdbc.sql("""
                        select count(*) from (
                            select from unnest(:units::int[]) as own (unit) cross join lateral (
                                select id from days.notice
                                where unit = own.unit and actor <> :account
                                  and id > coalesce((select upto from days.looked where account = :account), 0)
                                order by id desc limit :most
                            ) n where not exists (select from days.read r where r.account = :account and r.notice = n.id)
                            limit :most
                        ) unread
                        """)
                .param("account", reader.account())
                .param("units", reader.numbers())
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /** Marks one of the reader's notices as read; false where there is no such. */
    boolean read(Reader reader, long notice) {
        return jdbc.sql("""
                                with own as (select id from days.notice where id = :notice and unit = any(:units)),
                                     marked as (insert into days.read (account, notice) select :account, id from own on conflict do nothing)
                                select count(*) from own
                                """)
                        .param("account", reader.account())
                        .param("units", reader.numbers())
                        .param("notice", notice)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** Marks everything up to a notice as read. */
    void looked(long account, long upto) {
        jdbc.sql("""
                        insert into days.looked (account, upto) select :account, least(:upto, max(id)) from days.notice having max(id) > 0
                        on conflict (account) do update set upto = greatest(days.looked.upto, excluded.upto)
                        """).param("account", account).param("upto", upto).update();
        jdbc.sql("delete from days.read where account = :account and notice <= :upto")
                .param("account", account)
                .param("upto", upto)
                .update();
    }

    Place lockProgress() {
        return jdbc.sql("select tx, id from days.progress for update")
                .query((row, i) -> new Place(row.getLong(1), row.getLong(2)))
                .single();
    }

    void progress(Place place) {
        jdbc.sql("update days.progress set tx = :tx, id = :id")
                .param("tx", place.tx())
                .param("id", place.id())
                .update();
    }

    /** The last day that was swept, if there was one. */
    Optional<LocalDate> swept() {
        return jdbc.sql("select swept from days.progress")
                .query((row, i) -> row.getObject(1, LocalDate.class))
                .optional();
    }

    void swept(LocalDate day) {
        jdbc.sql("update days.progress set swept = :day").param("day", day).update();
    }

    /** Takes away a portion of the oldest; returns how many. */
    int forget(Instant before, int limit) {
        return jdbc.sql("""
                        with oldest as (select id, at from days.notice order by id limit :limit)
                        delete from days.notice n using oldest where n.id = oldest.id and oldest.at < :before
                        """)
                .param("limit", limit)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** How far an account has read; empty where it never looked. */
    List<DaysKept.Reading> reading(long account) {
        return jdbc.sql("""
                        select upto, (select count(*) from days.read r where r.account = l.account) as more
                        from days.looked l where account = :account
                        """)
                .param("account", account)
                .query((row, i) -> new DaysKept.Reading(row.getLong("upto"), row.getInt("more")))
                .list();
    }

    void forgetReader(long account) {
        jdbc.sql("delete from days.read where account = :account")
                .param("account", account)
                .update();
        jdbc.sql("delete from days.looked where account = :account")
                .param("account", account)
                .update();
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        return new Row(
                row.getLong("id"),
                new UnitId(row.getInt("unit")),
                row.getString("kind"),
                row.getLong("about"),
                row.getString("word"),
                row.getObject("due", LocalDate.class),
                row.getInt("more"),
                row.getLong("actor"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getBoolean("read"));
    }
}
