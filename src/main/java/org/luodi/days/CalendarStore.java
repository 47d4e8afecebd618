package org.luodi.days;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.luodi.platform.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CalendarStore {

    private final JdbcClient jdbc;

    CalendarStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(long account, byte[] digest, Instant at) {
        jdbc.sql("insert into days.calendar (account, digest, created_at) values (:account, :digest, :at)")
                .param("account", account)
                .param("digest", digest)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Ends the key that works; false where there is none. */
    boolean revoke(long account, Instant at) {
        return jdbc.sql("update days.calendar set revoked_at = :at where account = :account and revoked_at is null")
                        .param("account", account)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** All keys that there were, the first one first. */
    List<DaysKept.Calendar> of(long account) {
        return jdbc.sql("select created_at, revoked_at from days.calendar where account = :account order by id")
                .param("account", account)
                .query((row, i) -> {
                    return new DaysKept.Calendar(
                            row.getObject("created_at", OffsetDateTime.class).toInstant(),
                            Columns.instant(row, "revoked_at"));
                })
                .list();
    }

    void forget(long account) {
        jdbc.sql("delete from days.calendar where account = :account")
                .param("account", account)
                .update();
    }

    Optional<Instant> since(long account) {
        return jdbc.sql("select created_at from days.calendar where account = :account and revoked_at is null")
                .param("account", account)
                .query((row, i) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    Optional<Long> account(byte[] digest) {
        return jdbc.sql("select account from days.calendar where digest = :digest and revoked_at is null")
                .param("digest", digest)
                .query(Long.class)
                .optional();
    }
}
