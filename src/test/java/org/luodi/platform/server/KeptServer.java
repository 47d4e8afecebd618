package org.luodi.platform.server;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** A server of its own with all tables, whose write-ahead log is kept in a folder of backups. */
final class KeptServer implements AutoCloseable {

    private static final String ENTRY =
            "INSERT INTO platform.entry (at, actor, kind, subject, verb, body, territorial, industry, digest)"
                    + " SELECT clock_timestamp(), 1, 'test', n, 'made', '{}', '{}', '{}', sha256('x')"
                    + " FROM generate_series(1, %d) n";

    private final Path data;
    private final BackupFolder backups;
    private final HeadNotes head = new HeadNotes();
    private long appended;
    private EmbeddedPostgres server;

    KeptServer(Path folder) throws IOException {
        Binaries.delete(folder);
        this.data = Files.createDirectories(folder).resolve("data");
        this.backups = new BackupFolder(folder.resolve("备份 backups"));
        start();
        try (var pool = Databases.pool(server.login(Cluster.OWNER), ZoneId.of("Asia/Shanghai"), 2)) {
            Migrations.apply(pool);
        }
    }

    void start() {
        server = EmbeddedPostgres.start(data, new BackupPlan(Optional.of(backups.folder()), 3, 7), Progress.silent());
    }

    Path data() {
        return data;
    }

    BackupFolder backups() {
        return backups;
    }

    EmbeddedPostgres server() {
        return server;
    }

    Connection connection() throws SQLException {
        var login = server.superuser(Cluster.OWNER);
        return login.connect();
    }

    /** Appends entries, and notes as the product does that they are kept; returns a moment after the last of them. */
    Instant append(int entries) throws SQLException, IOException {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            statement.execute(ENTRY.formatted(entries));
            appended += entries;
            await().until(() -> {
                head.note(connection, backups);
                return LedgerHead.noted(backups.head()).orElse(LedgerHead.EMPTY).entries() == appended;
            });
        }
        return now();
    }

    /** The database's own clock. */
    Instant now() throws SQLException {
        try (var connection = connection();
                var row = connection.createStatement().executeQuery("SELECT clock_timestamp()")) {
            row.next();
            return row.getObject(1, java.time.OffsetDateTime.class).toInstant();
        }
    }

    /** Waits until all that was written by now is kept. */
    void awaitKept() throws SQLException {
        String last;
        try (var connection = connection();
                var row = connection.createStatement().executeQuery("SELECT pg_walfile_name(pg_switch_wal() - 1)")) {
            row.next();
            last = row.getString(1);
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Files.exists(backups.wal().resolve(last + ".gz")));
    }

    Backup backUp() throws IOException {
        return new BaseBackup(data, backups, Progress.silent()).make();
    }

    @Override
    public void close() {
        server.close();
    }
}
