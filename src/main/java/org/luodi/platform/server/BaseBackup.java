package org.luodi.platform.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * Makes a whole backup beside a running server of our own: the cluster by PostgreSQL's own functions for it, with the write-ahead log
 * that makes it consistent.
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

    private final Path data;
    private final BackupFolder backups;
    private final BackupMaking making;

    BaseBackup(Path data, BackupFolder backups, Progress progress) {
        this.data = data;
        this.backups = backups;
        this.making = new BackupMaking(data, backups, progress);
    }

    /** Makes it; returns it whole. */
    Backup make() throws IOException {
        return making.make(this::copy);
    }

    private void copy(Backup into) throws IOException, SQLException {
        var system = new Cluster(data).system();
        backups.mustBeOf(system);
        var to = into.cluster();
        try (var connection = EmbeddedPostgres.attachAsSuperuser(data).connect();
                var statement = connection.createStatement();
                var copied = making.progress().step("server.step.cluster")) {
            making.noteHead(LedgerHead.of(connection));
            making.fact("postgresql", Binaries.VERSION);
            making.follow(
                    copied,
                    Long.parseLong(one(statement, "SELECT sum(pg_database_size(oid))::bigint::text FROM pg_database")));
            // Holds the log that we shall copy at the end; it goes with the connection.
            statement.execute(
                    "SELECT pg_create_physical_replication_slot('luodi_backup_' || pg_backend_pid(), true, true)");
            making.fact("first-wal", one(statement, "SELECT pg_walfile_name(pg_backup_start('luodi', true))"));
            making.copying()
                    .tree(
                            new Cluster(data).files(),
                            to,
                            new Copying.Wanted(BaseBackup::isLeftOut, path -> EMPTIED.contains(path.toString())));
            making.fact("last-wal", end(statement, to));
            copyLog(to);
            making.fact("system", system);
            copied.result(making.copying().copied().size());
        }
    }

    private static String end(Statement statement, Path to) throws SQLException, IOException {
        try (var row =
                statement.executeQuery("SELECT labelfile, pg_walfile_name(lsn - 1) FROM pg_backup_stop(false)")) {
            row.next();
            Files.writeString(to.resolve("backup_label"), row.getString(1));
            return row.getString(2);
        }
    }

    private void copyLog(Path to) throws IOException {
        making.copying().written(to.resolve("backup_label"));
        try (var files = Files.newDirectoryStream(new Cluster(data).files().resolve("pg_wal"))) {
            for (var file : files) {
                if (belongs(file.getFileName().toString())) {
                    making.copying().file(file, to.resolve("pg_wal").resolve(file.getFileName()));
                }
            }
        }
    }

    private boolean belongs(String name) {
        return name.matches("[0-9A-F]{8}\\.history")
                || name.matches("[0-9A-F]{24}")
                        && name.compareTo(making.fact("first-wal")) >= 0
                        && name.compareTo(making.fact("last-wal")) <= 0;
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
}
