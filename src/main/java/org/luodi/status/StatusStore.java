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

    record Connections(long used, long most) {}

    /** When a file of the write-ahead log was last kept, and when that last failed; null where never. */
    record Archive(boolean on, Instant kept, Instant failed) {}

    long size() {
        return jdbc.sql("select pg_database_size(current_database())")
                .query(Long.class)
                .single();
    }

    Connections connections() {
        return jdbc.sql("""
                        select count(*), current_setting('max_connections')::int
                        from pg_stat_activity where backend_type = 'client backend'
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
