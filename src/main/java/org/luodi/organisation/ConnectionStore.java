package org.luodi.organisation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ConnectionStore {

    private final JdbcClient jdbc;

    ConnectionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(String name, long account, Instant at) {
        jdbc.sql("""
                        insert into organisation.connection (name, account, since) values (:name, :account, :at)
                        on conflict (name) do update set account = excluded.account, since = excluded.since
                        """)
                .param("name", name)
                .param("account", account)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A login of the database. */
    record Login(String name, Instant since) {}

    List<Login> of(long account) {
        return jdbc.sql("select name, since from organisation.connection where account = :account order by name")
                .param("account", account)
                .query((row, i) -> new Login(
                        row.getString("name"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Logins of the account see nothing any more. */
    void endOf(long account) {
        jdbc.sql("delete from organisation.connection where account = :account")
                .param("account", account)
                .update();
    }

    boolean end(String name) {
        return jdbc.sql("delete from organisation.connection where name = :name")
                        .param("name", name)
                        .update()
                == 1;
    }
}
