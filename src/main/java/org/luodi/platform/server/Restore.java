package org.luodi.platform.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings an installation back from its backups, into an empty data directory, as it was at the end or at a moment. */
final class Restore {

    private static final String NOT_REACHED = "recovery ended before configured recovery target was reached";
    private static final Duration PATIENCE = Duration.ofDays(2);

    private final Wish wish;
    private final Progress progress;
    private final BackupFolder backups;
    private final Path unfinished;

    /**
     * What is asked for.
     *
     * @param from the folder of backups
     * @param into the data directory to be
     * @param at the moment; the latest there is if empty
     * @param consents whether entries may be lost that somebody was told are kept
     */
    record Wish(Path from, Path into, Optional<Instant> at, boolean consents) {}

    /** What came back: the ledger, and how many entries are known to be missing. */
    record Outcome(LedgerHead head, long lost) {}

    Restore(Wish wish, Progress progress) {
        this.wish = wish;
        this.progress = progress;
        this.backups = new BackupFolder(wish.from());
        this.unfinished = wish.into().resolve("restoring");
    }

    /** Restores; nothing stands in the data directory before all is well. */
    Outcome run() throws IOException {
        mustBeEmpty();
        var backup = choose();
        verify(backup);
        Copying.folder(wish.into());
        Privilege.over(wish.into(), unfinished).hand(wish.into());
        try {
            fetch(backup);
            var outcome = recover(backup);
            moveIn();
            return outcome;
        } finally {
            Binaries.delete(unfinished);
        }
    }

    private void mustBeEmpty() throws IOException {
        Binaries.delete(unfinished);
        if (!Files.exists(wish.into())) {
            return;
        }
        try (var content = Files.newDirectoryStream(
                wish.into(), file -> !file.getFileName().toString().equals("lost+found"))) {
            if (content.iterator().hasNext()) {
                throw new StartRefusal("server.restore.full", wish.into());
            }
        }
    }

    /** The newest, or the newest that was finished by the moment asked for. */
    private Backup choose() throws IOException {
        var all = backups.backups();
        if (all.isEmpty()) {
            throw new StartRefusal("server.restore.none", wish.from());
        }
        var at = wish.at().orElse(Instant.MAX);
        return all.stream()
                .filter(backup -> !backup.finished().isAfter(at))
                .reduce((older, newer) -> newer)
                .orElseThrow(() ->
                        new StartRefusal("server.restore.early", at, all.get(0).finished()));
    }

    private void verify(Backup backup) throws IOException {
        List<String> damaged;
        try (var step = progress.step("server.step.verify", backup.place().getFileName())) {
            damaged = backup.manifest().damaged(wish.from(), step);
        }
        mustBeWhole(damaged, backup.place());
        try (var step = progress.step("server.step.verify", backups.wal().getFileName())) {
            damaged = archive().faults(backup.lastWal(), step);
        }
        if (!wish.consents()) {
            mustBeWhole(damaged, backups.wal());
        }
    }

    private static void mustBeWhole(List<String> damaged, Path where) {
        if (!damaged.isEmpty()) {
            throw new StartRefusal(
                    "server.backup.damaged",
                    where,
                    damaged.size(),
                    String.join("\n  ", damaged.subList(0, Math.min(10, damaged.size()))));
        }
    }

    private WalArchive archive() {
        return new WalArchive(backups.wal());
    }

    private void fetch(Backup backup) throws IOException {
        try (var step = progress.step("server.step.fetch")) {
            var all = backup.manifest().items().stream()
                    .mapToLong(Manifest.Item::size)
                    .sum();
            var done = new long[1];
            var copying = new Copying((size, file) -> step.at(done[0] += size, all));
            copying.tree(backup.rest(), unfinished, Copying.Wanted.ALL);
            copying.tree(backup.cluster(), new Cluster(unfinished).files(), Copying.Wanted.ALL);
            if (Files.exists(backups.files())) {
                copying.tree(
                        backups.files(),
                        unfinished.resolve("files"),
                        new Copying.Wanted(path -> path.toString().endsWith(".part"), path -> false));
            }
            step.result(copying.copied().size());
        }
    }

    private Outcome recover(Backup backup) throws IOException {
        try (var server = recovered()) {
            var login = server.superuser(Cluster.OWNER);
            try (var connection = DriverManager.getConnection(login.url(), login.user(), login.password())) {
                return weigh(LedgerHead.of(connection), backup);
            }
        } catch (SQLException failure) {
            throw new StartRefusal(failure, "server.database.failed", new Cluster(unfinished).output())
                    .saying(failure.getMessage());
        }
    }

    /** Asks for consent if what is known to have been kept does not come back. */
    private Outcome weigh(LedgerHead head, Backup backup) throws IOException {
        var known = LedgerHead.noted(backups.head())
                .filter(noted -> noted.entries() > backup.head().entries())
                .orElse(backup.head());
        var lost = Math.max(0, known.entries() - head.entries());
        if (lost > 0 && !wish.consents()) {
            throw new LossRefusal(lost, head.newestText(), known.newestText());
        }
        return new Outcome(head, lost);
    }

    private EmbeddedPostgres recovered() throws IOException {
        if (archive().isEmpty()) {
            if (wish.at().isPresent()) {
                throw new StartRefusal("server.restore.no.archive", wish.from());
            }
            return start(Map.of());
        }
        Files.createFile(new Cluster(unfinished).files().resolve("recovery.signal"));
        var options = new LinkedHashMap<String, String>();
        options.put("restore_command", new Archiving(unfinished, backups).restoring());
        if (wish.at().isEmpty()) {
            return start(options);
        }
        var until = new LinkedHashMap<>(options);
        until.put(
                "recovery_target_time",
                wish.at().get().toString().replace('T', ' ').replace("Z", "+00"));
        until.put("recovery_target_action", "promote");
        try {
            return start(until);
        } catch (StartRefusal refused) {
            if (!Files.readString(new Cluster(unfinished).output()).contains(NOT_REACHED)) {
                throw refused;
            }
            // Nothing was changed after that moment: the latest there is, is what was asked for.
            return start(options);
        }
    }

    private EmbeddedPostgres start(Map<String, String> options) {
        var all = new LinkedHashMap<>(options);
        all.put("hot_standby", "off");
        all.put("logging_collector", "off");
        return EmbeddedPostgres.start(new EmbeddedPostgres.Wish(unfinished, all, Optional.empty(), PATIENCE), progress);
    }

    /** The cluster last: before it stands there, the data directory is none. */
    private void moveIn() throws IOException {
        Programs.flush(unfinished);
        var cluster = new Cluster(unfinished).files();
        try (var content = Files.newDirectoryStream(unfinished, file -> !file.equals(cluster))) {
            for (var file : content) {
                Binaries.move(file, wish.into().resolve(file.getFileName()));
            }
        }
        Binaries.move(cluster, new Cluster(wish.into()).files());
    }
}
