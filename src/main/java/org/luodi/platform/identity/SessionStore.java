package org.luodi.platform.identity;

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

/** Sessions and known devices. */
@Repository
class SessionStore {

    private final JdbcClient jdbc;

    SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A session to be begun; {@code due} where a second step must follow. */
    record Begun(long account, byte[] digest, String way, DeviceWords device, boolean due, Instant at) {}

    /** A running session with its account; the account's state was looked at with it. */
    record Running(long id, Account account, String way, boolean due, Instant seen) {}

    long begin(Begun begun) {
        return jdbc.sql("""
                        insert into platform.session (account, digest, password_number, way, browser, system, due, began_at, seen_at)
                        select id, :digest, password_number, :way, :browser, :system, :due, :at, :at
                        from platform.account where id = :account returning id
                        """)
                .param("account", begun.account())
                .param("digest", begun.digest())
                .param("way", begun.way())
                .param("browser", begun.device().browser())
                .param("system", begun.device().system())
                .param("due", begun.due())
                .param("at", time(begun.at()))
                .query(Long.class)
                .single();
    }

    /** The session of a cookie: not ended, used lately, begun under the present password, of an account that may sign in. */
    Optional<Running> running(byte[] digest, Instant seenAfter, Instant begunAfter, Instant dueAfter) {
        return jdbc.sql("""
                        select s.id, s.way, s.due, s.seen_at, a.id as account, a.login, a.name
                        from platform.session s join platform.account a on a.id = s.account
                        where s.digest = :digest and s.ended_at is null and s.seen_at > :seen and s.began_at > :begun
                          and (not s.due or s.began_at > :due) and s.password_number = a.password_number and a.disabled_at is null
                        """)
                .param("due", time(dueAfter))
                .param("digest", digest)
                .param("seen", time(seenAfter))
                .param("begun", time(begunAfter))
                .query((row, i) -> new Running(
                        row.getLong("id"),
                        new Account(row.getLong("account"), row.getString("login"), row.getString("name"), false),
                        row.getString("way"),
                        row.getBoolean("due"),
                        at(row, "seen_at")))
                .optional();
    }

    /** Those that run, the one used last first. */
    List<Session> of(long account, Instant seenAfter, Instant begunAfter, long here) {
        return jdbc.sql("""
                        select s.id, s.browser, s.system, s.way, s.began_at, s.seen_at
                        from platform.session s join platform.account a on a.id = s.account
                        where s.account = :account and s.ended_at is null and not s.due and s.seen_at > :seen and s.began_at > :begun
                          and s.password_number = a.password_number
                        order by s.seen_at desc, s.id desc
                        """)
                .param("account", account)
                .param("seen", time(seenAfter))
                .param("begun", time(begunAfter))
                .query((row, i) -> new Session(
                        row.getLong("id"),
                        row.getString("browser"),
                        row.getString("system"),
                        row.getString("way"),
                        at(row, "began_at"),
                        at(row, "seen_at"),
                        row.getLong("id") == here))
                .list();
    }

    void seen(long id, Instant at) {
        jdbc.sql("update platform.session set seen_at = :at where id = :id and seen_at < :at")
                .param("at", time(at))
                .param("id", id)
                .update();
    }

    /** The second step is done: the session goes on under a new cookie. */
    void complete(long id, byte[] digest) {
        jdbc.sql("update platform.session set due = false, digest = :digest where id = :id and due")
                .param("digest", digest)
                .param("id", id)
                .update();
    }

    /** Whether it began, or who it belongs to was made sure of, after a moment. */
    boolean sure(long id, Instant after) {
        return jdbc.sql("select greatest(began_at, sure_at) > :after from platform.session where id = :id")
                .param("after", time(after))
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    void assured(long id, Instant at) {
        jdbc.sql("update platform.session set sure_at = :at where id = :id")
                .param("at", time(at))
                .param("id", id)
                .update();
    }

    boolean end(long account, long id, Instant at) {
        return jdbc.sql("""
                                update platform.session set ended_at = :at
                                where id = :id and account = :account and ended_at is null
                                """)
                        .param("at", time(at))
                        .param("id", id)
                        .param("account", account)
                        .update()
                == 1;
    }

    /** Ends all of an account but one; returns how many. */
    int endOthers(long account, long but, Instant at) {
        return jdbc.sql("""
                        update platform.session set ended_at = :at where account = :account and id <> :but and ended_at is null
                        """)
                .param("at", time(at))
                .param("account", account)
                .param("but", but)
                .update();
    }

    /** Forgets where somebody was signed in long ago. */
    void forget(long account, Instant before) {
        jdbc.sql("delete from platform.session where account = :account and seen_at < :before")
                .param("account", account)
                .param("before", time(before))
                .update();
        jdbc.sql("delete from platform.device where account = :account and used_on < :before")
                .param("account", account)
                .param("before", before.atOffset(ZoneOffset.UTC).toLocalDate().minusYears(1))
                .update();
    }

    boolean knows(String login, byte[] device) {
        return jdbc.sql("""
                        select exists (select from platform.device d join platform.account a on a.id = d.account
                                       where a.login = :login and d.digest = :device)
                        """)
                .param("login", login)
                .param("device", device)
                .query(Boolean.class)
                .single();
    }

    void remember(long account, byte[] device, LocalDate today) {
        jdbc.sql("""
                        insert into platform.device (account, digest, used_on) values (:account, :device, :today)
                        on conflict (account, digest) do update set used_on = excluded.used_on
                        """)
                .param("account", account)
                .param("device", device)
                .param("today", today)
                .update();
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
