package org.luodi.status;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the database says of itself. */
@Repository
class StatusStore {

    private final JdbcClient jdbc;

    StatusStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many connections count against a bound. */
    record Connections(long used, long most) {}

    /** When a file of the write-ahead log was last kept, and when that last failed; null where never. */
    record Archive(boolean on, Instant kept, Instant failed) {}

    long size() {
        return jdbc.sql("select pg_database_size(current_database())")
                .query(Long.class)
                .single();
    }

    /**
     * Those that are nearest to their bound: of the server, of the database or of our role. Who is no superuser sees that others are
     * connected, not of which kind they are; what works for nobody is no client.
     */
    Connections connections() {
        return jdbc.sql("""
                        with client as (
                            select datid, usesysid from pg_stat_activity
                            where usesysid is not null and datid is not null
                              and coalesce(backend_type, 'client backend') = 'client backend'),
                        bound (used, most) as (
                            select (select count(*) from client), current_setting('max_connections')::bigint
                            union all
                            select (select count(*) from client where datid = d.oid), datconnlimit from pg_database d
                            where datname = current_database() and datconnlimit > 0
                            union all
                            select (select count(*) from client where usesysid = r.oid), rolconnlimit from pg_roles r
                            where rolname = session_user and rolconnlimit > 0)
                        select used, most from bound order by used::float / most desc limit 1
                        """)
                .query((row, index) -> new Connections(row.getLong(1), row.getLong(2)))
                .single();
    }

    String version() {
        return jdbc.sql("select current_setting('server_version')")
                .query(String.class)
                .single();
    }

    Archive archive() {
        return jdbc.sql("""
                        select current_setting('archive_mode') <> 'off', last_archived_time, last_failed_time
                        from pg_stat_archiver
                        """)
                .query((row, index) -> new Archive(
                        row.getBoolean(1),
                        instant(row.getObject(2, OffsetDateTime.class)),
                        instant(row.getObject(3, OffsetDateTime.class))))
                .single();
    }

    private static Instant instant(OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
