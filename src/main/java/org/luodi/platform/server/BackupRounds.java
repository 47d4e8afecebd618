package org.luodi.platform.server;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Makes backups at their hour, of rows where the database is not the built-in one, keeps as many as are to be kept, and copies uploads and the ledger's head between them. */
@Component
@ConditionalOnWebApplication
class BackupRounds extends Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(BackupRounds.class);
    private static final Duration PAUSE = Duration.ofSeconds(15);
    private static final Duration AFTER_FAILURE = Duration.ofHours(1);

    private final Backups backups;
    private final Settings settings;
    private final BackupPlan plan;
    private final DataSource database;
    private final Clock clock;
    private final HeadNotes head = new HeadNotes();

    BackupRounds(Backups backups, Settings settings, BackupPlan plan, DataSource database, Clock clock) {
        super("backups", PAUSE);
        this.backups = backups;
        this.settings = settings;
        this.plan = plan;
        this.database = database;
        this.clock = clock;
    }

    @Override
    protected void round() {
        if (plan.folder().isEmpty()) {
            return;
        }
        var folder = plan.place().orElseThrow();
        try {
            Copying.folder(folder.folder());
            try (var connection = database.getConnection()) {
                head.note(connection, folder);
            }
            new Uploads(settings.data().resolve("files")).mirror(folder);
            if (isDue(folder)) {
                make(folder);
            }
        } catch (SQLException | IOException | RuntimeException failure) {
            LOG.error("a backup to {} failed", folder.folder(), failure);
            backups.failed(clock.instant(), failure);
        }
    }

    private boolean isDue(BackupFolder folder) throws IOException {
        var due = plan.lastDue(ZonedDateTime.now(clock)).toInstant();
        var tried = backups.lastFailure().map(at -> at.plus(AFTER_FAILURE)).orElse(Instant.MIN);
        Optional<Backup> newest = folder.newest(!backups.isOurs());
        return clock.instant().isAfter(tried)
                && (newest.isEmpty() || newest.get().begun().isBefore(due));
    }

    private void make(BackupFolder folder) throws IOException {
        var made = backups.isOurs()
                ? new BaseBackup(settings.data(), folder, Progress.silent()).make()
                : new RowsBackup(settings.database().orElseThrow(), settings.data(), folder, Progress.silent()).make();
        folder.prune(plan.keep());
        LOG.info("a backup of {} entries was made: {}", made.head().entries(), made.place());
        backups.succeeded();
    }
}
