package org.luodi.days;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DigestStore {

    private final JdbcClient jdbc;

    DigestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Digest> find(long account) {
        return jdbc.sql("select * from days.digest where account = :account")
                .param("account", account)
                .query(DigestStore::digest)
                .optional();
    }

    void put(Digest digest) {
        jdbc.sql("""
                        insert into days.digest (account, address, hour, language, done_on)
                        values (:account, :address, :hour, :language, :done)
                        on conflict (account) do update set address = :address, hour = :hour, language = :language,
                            done_on = :done, attempts = 0, try_after = null, failure = null
                        """)
                .param("account", digest.account())
                .param("address", digest.address())
                .param("hour", digest.hour())
                .param("language", digest.language())
                .param("done", digest.doneOn())
                .update();
    }

    void delete(long account) {
        jdbc.sql("delete from days.digest where account = :account")
                .param("account", account)
                .update();
    }

    /** Whose hour has come, or who got none yesterday; those that failed a moment ago wait. */
    List<Digest> due(LocalDate today, int hour, Instant now, int limit) {
        return jdbc.sql("""
                        select * from days.digest
                        where done_on < :today and (hour <= :hour or done_on < :yesterday) and (try_after is null or try_after <= :now)
                        order by done_on, account limit :limit
                        """)
                .param("today", today)
                .param("yesterday", today.minusDays(1))
                .param("hour", hour)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(DigestStore::digest)
                .list();
    }

    void done(long account, LocalDate day) {
        jdbc.sql("""
                        update days.digest set done_on = :day, attempts = 0, try_after = null, failure = null
                        where account = :account
                        """).param("account", account).param("day", day).update();
    }

    void failed(long account, Instant tryAfter, String failure) {
        jdbc.sql("""
                        update days.digest set attempts = attempts + 1, try_after = :after, failure = :failure
                        where account = :account
                        """)
                .param("account", account)
                .param("after", tryAfter.atOffset(ZoneOffset.UTC))
                .param("failure", failure)
                .update();
    }

    /** Those that failed, the most often first. */
    List<Digest> failures(int limit) {
        return jdbc.sql(
                        "select * from days.digest where failure is not null order by attempts desc, account limit :limit")
                .param("limit", limit)
                .query(DigestStore::digest)
                .list();
    }

    private static Digest digest(ResultSet row, int index) throws SQLException {
        OffsetDateTime after = row.getObject("try_after", OffsetDateTime.class);
        return new Digest(
                row.getLong("account"),
                row.getString("address"),
                row.getInt("hour"),
                row.getString("language"),
                row.getObject("done_on", LocalDate.class),
                row.getInt("attempts"),
                after == null ? null : after.toInstant(),
                row.getString("failure"));
    }
}
