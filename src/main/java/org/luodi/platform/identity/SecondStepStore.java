package org.luodi.platform.identity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SecondStepStore {

    private final JdbcClient jdbc;

    SecondStepStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A secret, sealed; confirmed once a code of it was typed. */
    record Kept(byte[] secret, Instant confirmed, long used) {}

    Optional<Kept> find(long account) {
        return jdbc.sql("select secret, confirmed_at, used from platform.second_step where account = :account")
                .param("account", account)
                .query((row, i) -> {
                    OffsetDateTime confirmed = row.getObject("confirmed_at", OffsetDateTime.class);
                    return new Kept(
                            row.getBytes("secret"),
                            confirmed == null ? null : confirmed.toInstant(),
                            row.getLong("used"));
                })
                .optional();
    }

    /** Keeps a new secret where none is confirmed. */
    void draft(long account, byte[] secret, Instant at) {
        jdbc.sql("""
                        insert into platform.second_step as s (account, secret, made_at) values (:account, :secret, :at)
                        on conflict (account) do update set secret = excluded.secret, made_at = excluded.made_at
                        where s.confirmed_at is null
                        """)
                .param("account", account)
                .param("secret", secret)
                .param("at", time(at))
                .update();
    }

    void confirm(long account, Instant at) {
        jdbc.sql("update platform.second_step set confirmed_at = :at where account = :account and confirmed_at is null")
                .param("at", time(at))
                .param("account", account)
                .update();
    }

    /** Marks a time step as used; false where it was used meanwhile. */
    boolean use(long account, long step) {
        return jdbc.sql("update platform.second_step set used = :step where account = :account and used < :step")
                        .param("step", step)
                        .param("account", account)
                        .update()
                == 1;
    }

    boolean remove(long account) {
        return jdbc.sql("delete from platform.second_step where account = :account")
                        .param("account", account)
                        .update()
                == 1;
    }

    void codes(long account, List<byte[]> digests) {
        jdbc.sql("delete from platform.recovery_code where account = :account")
                .param("account", account)
                .update();
        jdbc.sql("insert into platform.recovery_code (account, digest) select :account, unnest(:digests)")
                .param("account", account)
                .param("digests", digests.toArray(byte[][]::new))
                .update();
    }

    boolean useCode(long account, byte[] digest, Instant at) {
        return jdbc.sql("""
                                update platform.recovery_code set used_at = :at
                                where account = :account and digest = :digest and used_at is null
                                """)
                        .param("at", time(at))
                        .param("account", account)
                        .param("digest", digest)
                        .update()
                == 1;
    }

    int codesLeft(long account) {
        return jdbc.sql("select count(*) from platform.recovery_code where account = :account and used_at is null")
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    boolean required(long account) {
        return jdbc.sql("select second_required from platform.account where id = :account")
                .param("account", account)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void require(long account, boolean required) {
        jdbc.sql("update platform.account set second_required = :required where id = :account")
                .param("required", required)
                .param("account", account)
                .update();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
