package org.luodi.platform.server;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Notes beside the backups how far the ledger has come, counting only what is new since the last time. */
final class HeadNotes {

    private static final String NEW = """
            SELECT count(*), max(at), platform.first_running()::text::bigint
            FROM platform.entry
            WHERE tx >= ?::text::xid8 AND tx < platform.first_running()
            """;

    private long counted;
    private long entries;
    private Instant newest;

    /** Notes the settled entries; returns whether there were new ones. */
    boolean note(Connection database, BackupFolder backups) throws SQLException, IOException {
        try (var query = database.prepareStatement(NEW)) {
            query.setString(1, Long.toString(counted));
            var row = query.executeQuery();
            row.next();
            var more = row.getLong(1);
            entries += more;
            counted = row.getLong(3);
            var latest = row.getObject(2, OffsetDateTime.class);
            if (latest != null && (newest == null || latest.toInstant().isAfter(newest))) {
                newest = latest.toInstant();
            }
            if (more > 0) {
                new LedgerHead(entries, Optional.ofNullable(newest)).note(backups.head());
            }
            return more > 0;
        }
    }
}
