package org.luodi.platform.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes a whole backup beside a running server: the cluster by PostgreSQL's own functions for it, with the write-ahead log that makes
 * it consistent, then all else of the data directory. A folder named {@code backup-…} is always whole.
 */
final class BaseBackup {

    /** What the server makes anew at each start. */
    private static final Set<String> EMPTIED = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts", "current_logfiles");

    /** Of the data directory: what is copied otherwise, and what is made anew. */
    private static final String NOT_REST =
            "postgresql|postgresql-\\d.*|postgresql\\.(conf|port)|files|log|lock|search|unpacking|creating|archive\\.sh|write.*test";

    private final Path data;
    private final BackupFolder backups;
    private final Progress progress;
    private final Copying copying = new Copying((size, file) -> tell(size));
    private Path whole;
    private Progress.Step step;
    private long bytes;
    private long expected;

    BaseBackup(Path data, BackupFolder backups, Progress progress) {
        this.data = data;
        this.backups = backups;
        this.progress = progress;
    }

    /** Makes it; returns it whole. */
    Backup make() throws IOException {
        var begun = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        whole = backups.whole(begun);
        Copying.folder(backups.folder());
        var place = Copying.folder(backups.unfinished(begun));
        try {
            var facts = new LinkedHashMap<>(Map.of("begun", begun.toString()));
            copyCluster(new Backup(place, Map.of()).cluster(), facts);
            copyRest(place, facts);
            Binaries.move(place, whole);
            return Backup.at(whole).orElseThrow();
        } catch (SQLException failure) {
            throw new StartRefusal(failure, "server.backup.failed", data).saying(failure.getMessage());
        } finally {
            Binaries.delete(place);
        }
    }

    private void copyCluster(Path to, Map<String, String> facts) throws IOException, SQLException {
        var login = EmbeddedPostgres.attachAsSuperuser(data);
        try (var connection = DriverManager.getConnection(login.url(), login.user(), login.password());
                var statement = connection.createStatement();
                var copied = progress.step("server.step.cluster")) {
            step = copied;
            noteHead(connection, facts);
            expected =
                    Long.parseLong(one(statement, "SELECT sum(pg_database_size(oid))::bigint::text FROM pg_database"));
            // Holds the log that we shall copy at the end; it goes with the connection.
            statement.execute(
                    "SELECT pg_create_physical_replication_slot('luodi_backup_' || pg_backend_pid(), true, true)");
            facts.put("first-wal", one(statement, "SELECT pg_walfile_name(pg_backup_start('luodi', true))"));
            copying.tree(
                    new Cluster(data).files(),
                    to,
                    new Copying.Wanted(BaseBackup::isLeftOut, path -> EMPTIED.contains(path.toString())));
            facts.put("last-wal", end(statement, to));
            copyLog(to, facts);
            facts.put("system", one(statement, "SELECT system_identifier::text FROM pg_control_system()"));
            copied.result(copying.copied().size());
        }
    }

    private static void noteHead(Connection connection, Map<String, String> facts) throws SQLException {
        var head = LedgerHead.of(connection);
        facts.put("entries", Long.toString(head.entries()));
        facts.put("newest", head.newestText());
        facts.put("postgresql", Binaries.VERSION);
    }

    private static String end(Statement statement, Path to) throws SQLException, IOException {
        try (var row =
                statement.executeQuery("SELECT labelfile, pg_walfile_name(lsn - 1) FROM pg_backup_stop(false)")) {
            row.next();
            Files.writeString(to.resolve("backup_label"), row.getString(1));
            return row.getString(2);
        }
    }

    private void copyLog(Path to, Map<String, String> facts) throws IOException {
        copying.written(to.resolve("backup_label"));
        try (var files = Files.newDirectoryStream(new Cluster(data).files().resolve("pg_wal"))) {
            for (var file : files) {
                var name = file.getFileName().toString();
                if (name.matches("[0-9A-F]{8}\\.history")
                        || name.matches("[0-9A-F]{24}")
                                && name.compareTo(facts.get("first-wal")) >= 0
                                && name.compareTo(facts.get("last-wal")) <= 0) {
                    copying.file(file, to.resolve("pg_wal").resolve(name));
                }
            }
        }
    }

    private void copyRest(Path place, Map<String, String> facts) throws IOException {
        try (var files = progress.step("server.step.files")) {
            step = files;
            expected = 0;
            var own = backups.folder();
            copying.tree(
                    data,
                    new Backup(place, Map.of()).rest(),
                    new Copying.Wanted(
                            path -> path.toString().matches(NOT_REST)
                                    || data.resolve(path).equals(own),
                            path -> false));
            var uploads = new Uploads(data.resolve("files"));
            files.result(uploads.mirror(backups));
            facts.put("finished", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
            new Manifest(facts, items(place, uploads)).write(place.resolve(Manifest.NAME));
            Programs.flush(backups.folder());
        }
    }

    private List<Manifest.Item> items(Path place, Uploads uploads) throws IOException {
        var items = new ArrayList<Manifest.Item>();
        for (var item : copying.copied()) {
            var path = backups.folder()
                    .relativize(whole.resolve(place.relativize(Path.of(item.path()))))
                    .toString();
            items.add(new Manifest.Item(item.digest(), item.size(), path));
        }
        items.addAll(uploads.items(backups));
        return items;
    }

    private static boolean isLeftOut(Path path) {
        var name = path.getFileName().toString();
        return LEFT_OUT.contains(name) || name.startsWith("pgsql_tmp") || name.startsWith("pg_internal.init");
    }

    private static String one(Statement statement, String sql) throws SQLException {
        try (var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private void tell(long size) {
        bytes += size;
        step.at(bytes, expected);
    }
}
