package org.luodi.platform.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Starts the server of a data directory that is being restored: with the write-ahead log that is kept, to its end or to a moment.
 *
 * @param data where the files of the cluster are, or will be
 */
record Recovery(Path data, BackupFolder backups, Progress progress) {

    private static final String NOT_REACHED = "recovery ended before configured recovery target was reached";
    private static final Duration PATIENCE = Duration.ofDays(2);

    EmbeddedPostgres until(Optional<Instant> at) throws IOException {
        if (new WalArchive(backups.wal()).isEmpty()) {
            if (at.isPresent()) {
                throw new StartRefusal("server.restore.no.archive", backups.folder());
            }
            return start(Map.of());
        }
        Files.createFile(new Cluster(data).files().resolve("recovery.signal"));
        var options = new LinkedHashMap<String, String>();
        options.put("restore_command", new Archiving(data, backups).restoring());
        if (at.isEmpty()) {
            return start(options);
        }
        var until = new LinkedHashMap<>(options);
        until.put("recovery_target_time", at.get().toString().replace('T', ' ').replace("Z", "+00"));
        until.put("recovery_target_action", "promote");
        try {
            return start(until);
        } catch (StartRefusal refused) {
            if (!Files.readString(new Cluster(data).output()).contains(NOT_REACHED)) {
                throw refused;
            }
            // Nothing was changed after that moment: the latest there is, is what was asked for.
            return start(options);
        }
    }

    /** With settings of PostgreSQL for the time of the restore. */
    EmbeddedPostgres start(Map<String, String> options) {
        var all = new LinkedHashMap<>(options);
        all.put("hot_standby", "off");
        all.put("logging_collector", "off");
        return EmbeddedPostgres.start(new EmbeddedPostgres.Wish(data, all, Optional.empty(), PATIENCE), progress);
    }
}
