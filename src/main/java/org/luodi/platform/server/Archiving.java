package org.luodi.platform.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the write-ahead log of the server of our own, file by file, beside the backups (docs/decisions/125-backups-of-our-own.md).
 *
 * @param data the data directory
 */
record Archiving(Path data, BackupFolder backups) {

    private static final Logger LOG = LoggerFactory.getLogger(Archiving.class);
    private static final String SCRIPT = "archive.sh";
    private static final Duration SETTLING = Duration.ofSeconds(30);

    /** Makes what the server needs for it; returns the lines of its configuration. */
    String prepare(Privilege privilege) throws IOException {
        var script = data.resolve(SCRIPT);
        Files.writeString(script, text());
        privilege.hand(script);
        try {
            backups.mustBeOf(new Cluster(data).system());
            Files.createDirectories(backups.wal());
            privilege.hand(backups.wal());
        } catch (IOException unreachable) {
            // The server works without: it keeps its log until the folder is back, and operators see that it waits.
            LOG.error("the folder for backups cannot be used: {}", backups.wal(), unreachable);
        }
        return """
                # A finished file of the write-ahead log is kept for a restore; after a minute an unfinished one too.
                archive_mode = on
                archive_timeout = '60s'
                archive_command = '%s'
                """.formatted(quoted("sh " + word(script) + " \"%p\" %f " + word(backups.wal())));
    }

    /**
     * Lets the server that runs on the data keep what it has written so far, and waits a while for it: the unfinished file of the log
     * would else follow within a minute only.
     */
    void settle() throws IOException {
        if (!DataLock.taken(data)) {
            return;
        }
        try (var connection = EmbeddedPostgres.attachAsSuperuser(data).connect();
                var statement = connection.createStatement()) {
            var row = statement.executeQuery("SELECT pg_walfile_name(pg_switch_wal() - 1)");
            row.next();
            awaitKept(statement, row.getString(1));
        } catch (SQLException | NoSuchElementException notThere) {
            LOG.info("the server on {} cannot be asked to keep its log", data, notThere);
        }
    }

    private static void awaitKept(Statement statement, String last) throws SQLException {
        var end = System.nanoTime() + SETTLING.toNanos();
        try {
            while (!isKept(statement, last) && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isKept(Statement statement, String last) throws SQLException {
        var row = statement.executeQuery("SELECT current_setting('archive_mode') = 'off' OR last_archived_wal >= '"
                + last + "' FROM pg_stat_archiver");
        row.next();
        return row.getBoolean(1);
    }

    /** How to fetch a file again, for a restore. */
    String restoring() {
        return "gzip -dc " + word(backups.wal()) + "/%f.gz > \"%p\"";
    }

    private static String text() throws IOException {
        try (var file = Archiving.class.getResourceAsStream("/postgresql/" + SCRIPT)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A path as one word of the shell, in which PostgreSQL replaces nothing. */
    private static String word(Path path) {
        return "'" + path.toString().replace("'", "'\\''").replace("%", "%%") + "'";
    }

    private static String quoted(String command) {
        return command.replace("\\", "\\\\").replace("'", "''");
    }
}
