package org.luodi.platform.server;

import java.io.IOException;
import java.time.Instant;

/**
 * Which backup a restore takes: the newest of a cluster, since with the log all comes back that was kept, or the newest that was finished
 * by the moment asked for; one of rows where it is asked for, where the database is another, or where there is nothing else. What cannot
 * be is refused here, before anything is read.
 */
record Choice(Restore.Wish wish, BackupFolder backups) {

    Backup choose() throws IOException {
        var all = backups.backups();
        if (all.isEmpty()) {
            throw new StartRefusal("server.restore.none", wish.from());
        }
        if (wish.at().isPresent()) {
            return by(wish.at().get());
        }
        var backup = wantsRows() ? newestOfRows() : backups.newest(false).orElse(all.get(all.size() - 1));
        if (backup.isRows()) {
            mustFit(backup);
        }
        return backup;
    }

    /** Only the write-ahead log of the built-in database knows moments. */
    private Backup by(Instant at) throws IOException {
        var clusters = backups.backups(false);
        if (clusters.isEmpty() || wantsRows()) {
            throw new StartRefusal("server.restore.rows.at", wish.from());
        }
        return clusters.stream()
                .filter(backup -> !backup.finished().isAfter(at))
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new StartRefusal(
                        "server.restore.early", at, clusters.get(0).finished()));
    }

    private boolean wantsRows() {
        return wish.database().isPresent() || wish.terms().rows();
    }

    private Backup newestOfRows() throws IOException {
        return backups.newest(true)
                .orElseThrow(() -> new StartRefusal(
                        wish.database().isPresent() ? "server.restore.files.elsewhere" : "server.restore.no.rows",
                        wish.from()));
    }

    private void mustFit(Backup backup) {
        var unknown = Migrations.unknown(backup.versions());
        if (!unknown.isEmpty()) {
            throw new StartRefusal(
                    "server.restore.newer", backup.place(), backup.fact("program"), String.join(", ", unknown));
        }
        wish.database().ifPresent(login -> new RowsPlace(login).mustFit());
    }
}
