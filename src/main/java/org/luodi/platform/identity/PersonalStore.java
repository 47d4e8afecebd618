package org.luodi.platform.identity;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All that the tables of identity keep of an account, for its file and for its erasure. */
@Repository
class PersonalStore {

    /** What is told of it; secrets, digests and keys are nobody's to read, not even the owner's. */
    private static final Map<String, String> SECTIONS = sections();

    private static final List<String> TABLES =
            List.of("session", "device", "token", "recovery_code", "second_step", "passkey", "passkey_owner");

    private final JdbcClient jdbc;

    PersonalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static Map<String, String> sections() {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("account", """
                select id as "number", login as "signInName", name, created_at as "madeAt", disabled_at as "disabledAt",
                       second_required as "secondStepRequired"
                from platform.account where id = :account""");
        sections.put("secondStep", """
                select s.made_at as "begunAt", s.confirmed_at as "setUpAt",
                       (select count(*) from platform.recovery_code r where r.account = s.account and r.used_at is null) as "recoveryCodesLeft"
                from platform.second_step s where s.account = :account""");
        sections.put("passkeys", """
                select label as "name", made_at as "madeAt", used_at as "usedAt"
                from platform.passkey where account = :account order by id""");
        sections.put("sessions", """
                select way, browser, system, began_at as "begunAt", seen_at as "usedAt", ended_at as "endedAt"
                from platform.session where account = :account order by id""");
        sections.put("knownDevices", """
                select used_on as "usedOn" from platform.device where account = :account order by used_on""");
        sections.put("accessTokens", """
                select name, created_at as "madeAt", used_on as "usedOn", revoked_at as "revokedAt"
                from platform.token where account = :account order by id""");
        sections.put("handedOut", """
                select at, reason from platform.handed_out where account = :account order by id""");
        return sections;
    }

    /** Section by section, in the order of the file. */
    Map<String, List<Map<String, Object>>> own(long account) {
        Map<String, List<Map<String, Object>>> own = new LinkedHashMap<>();
        SECTIONS.forEach((name, sql) -> own.put(
                name,
                jdbc.sql(sql)
                        .param("account", account)
                        .query(PersonalStore::row)
                        .list()));
        return own;
    }

    long handedOut(long account, String reason, long by, Instant at) {
        return jdbc.sql("""
                        insert into platform.handed_out (account, by, reason, at) values (:account, :by, :reason, :at) returning id
                        """)
                .param("account", account)
                .param("by", by)
                .param("reason", reason)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    Map<Long, String> reasons(Collection<Long> ids) {
        Map<Long, String> reasons = new HashMap<>();
        jdbc.sql("select id, reason from platform.handed_out where id = any(:ids) and reason is not null")
                .param("ids", ids.toArray(Long[]::new))
                .query(row -> {
                    reasons.put(row.getLong(1), row.getString(2));
                });
        return reasons;
    }

    /** Holds the account's row until the transaction ends; whoever gives it a role meanwhile waits, or is waited for. */
    void hold(long account) {
        jdbc.sql("select id from platform.account where id = :account for update")
                .param("account", account)
                .query(Long.class)
                .optional();
    }

    /** Leaves the number and the days; false where the account can be used or is erased already. */
    boolean erase(long account, Instant at) {
        boolean erased = jdbc.sql("""
                                update platform.account set login = null, name = null, password = null, second_required = false, erased_at = :at
                                where id = :account and disabled_at is not null and erased_at is null
                                """)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("account", account)
                        .update()
                == 1;
        if (erased) {
            TABLES.forEach(table -> jdbc.sql("delete from platform." + table + " where account = :account")
                    .param("account", account)
                    .update());
            jdbc.sql("update platform.handed_out set reason = null where account = :account")
                    .param("account", account)
                    .update();
        }
        return erased;
    }

    private static Map<String, Object> row(ResultSet row, int index) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, Object> told = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            Object value = row.getObject(i);
            told.put(columns.getColumnLabel(i), value instanceof Timestamp at ? at.toInstant() : text(value));
        }
        return told;
    }

    private static Object text(Object value) {
        return value instanceof java.sql.Date day ? day.toLocalDate() : value;
    }
}
