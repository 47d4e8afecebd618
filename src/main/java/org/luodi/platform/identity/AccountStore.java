package org.luodi.platform.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccountStore {

    /** Whoever is erased is named by the number, in both languages: it is read in papers and lists too, where no page says which. */
    private static final String NAME = "coalesce(name, '已删除的账号 #' || id || ' / Erased account #' || id) as name";

    private static final String SELECT =
            "select id, login, " + NAME + ", disabled_at is not null as disabled from platform.account ";

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A sign-in name with the hash of its password. */
    record Secret(Account account, String password) {}

    Optional<Secret> secret(String login) {
        return jdbc.sql(
                        "select id, login, name, disabled_at is not null as disabled, password from platform.account where login = :login")
                .param("login", login)
                .query((row, i) -> new Secret(account(row, i), row.getString("password")))
                .optional();
    }

    Optional<Account> find(long id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(AccountStore::account)
                .optional();
    }

    List<Account> after(String login, int limit) {
        return jdbc.sql(SELECT + "where login > :login order by login limit :limit")
                .param("login", login)
                .param("limit", limit)
                .query(AccountStore::account)
                .list();
    }

    Map<Long, String> names(Collection<Long> ids) {
        Map<Long, String> names = new HashMap<>();
        jdbc.sql("select id, " + NAME + " from platform.account where id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query(row -> {
                    names.put(row.getLong(1), row.getString(2));
                });
        return names;
    }

    /** The new account's number; empty where the sign-in name is taken. */
    Optional<Long> insert(String login, String name, String password, Instant at) {
        return jdbc.sql("""
                        insert into platform.account (login, name, password, created_at) values (:login, :name, :password, :at)
                        on conflict (login) do nothing returning id
                        """)
                .param("login", login)
                .param("name", name)
                .param("password", password)
                .param("at", time(at))
                .query(Long.class)
                .optional();
    }

    void rename(long id, String name) {
        jdbc.sql("update platform.account set name = :name where id = :id")
                .param("name", name)
                .param("id", id)
                .update();
    }

    void password(long id, String password) {
        jdbc.sql(
                        "update platform.account set password = :password, password_number = password_number + 1 where id = :id")
                .param("password", password)
                .param("id", id)
                .update();
    }

    /** The same password under another hash: nothing ends by it. */
    void rehash(long id, String password) {
        jdbc.sql("update platform.account set password = :password where id = :id")
                .param("password", password)
                .param("id", id)
                .update();
    }

    /** Whether it is still there to be disabled, or enabled again. */
    boolean disabled(long id, Instant at) {
        return jdbc.sql("update platform.account set disabled_at = :at where id = :id and erased_at is null")
                        .param("at", at == null ? null : time(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Whether it is erased. Where it is not, it cannot be until the transaction ends: whoever erases locks the same row. */
    boolean erasedOrHeld(long id) {
        return jdbc.sql("select erased_at is not null from platform.account where id = :id for share")
                .param("id", id)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void addToken(long account, String name, byte[] digest, Instant at) {
        jdbc.sql(
                        "insert into platform.token (account, name, digest, created_at) values (:account, :name, :digest, :at)")
                .param("account", account)
                .param("name", name)
                .param("digest", digest)
                .param("at", time(at))
                .update();
    }

    boolean revokeToken(long account, long token, Instant at) {
        return jdbc.sql("""
                                update platform.token set revoked_at = :at
                                where id = :id and account = :account and revoked_at is null
                                """)
                        .param("at", time(at))
                        .param("id", token)
                        .param("account", account)
                        .update()
                == 1;
    }

    void revokeTokens(long account, Instant at) {
        jdbc.sql("update platform.token set revoked_at = :at where account = :account and revoked_at is null")
                .param("at", time(at))
                .param("account", account)
                .update();
    }

    List<Token> tokens(long account) {
        return jdbc.sql("""
                        select id, name, created_at, used_on from platform.token
                        where account = :account and revoked_at is null order by id
                        """)
                .param("account", account)
                .query((row, i) -> new Token(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getObject("used_on", LocalDate.class)))
                .list();
    }

    Optional<Account> byToken(byte[] digest, LocalDate today) {
        Optional<Account> found = jdbc.sql("""
                        select a.id, a.login, a.name, false as disabled from platform.token t join platform.account a on a.id = t.account
                        where t.digest = :digest and t.revoked_at is null and a.disabled_at is null
                        """)
                .param("digest", digest)
                .query(AccountStore::account)
                .optional();
        found.ifPresent(a -> jdbc.sql(
                        "update platform.token set used_on = :today where digest = :digest and used_on is distinct from :today")
                .param("today", today)
                .param("digest", digest)
                .update());
        return found;
    }

    /** Whose token it is or was, also where it is revoked or the account disabled. */
    Optional<Long> owner(byte[] digest) {
        return jdbc.sql("select account from platform.token where digest = :digest")
                .param("digest", digest)
                .query(Long.class)
                .optional();
    }

    private static Account account(ResultSet row, int index) throws SQLException {
        return new Account(
                row.getLong("id"), row.getString("login"), row.getString("name"), row.getBoolean("disabled"));
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
