package org.luodi.platform.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings an installation back from its backups, into an empty data directory: a cluster of our own as it was at the end or at a moment,
 * rows as they were at the backup, into a cluster of our own or an empty database elsewhere.
 */
final class Restore {

    private final Wish wish;
    private final Progress progress;
    private final BackupFolder backups;
    private final Path unfinished;

    /**
     * What is asked for.
     *
     * @param from the folder of backups
     * @param into the data directory to be
     * @param database the empty database for the rows; the built-in one if none is named
     * @param at the moment; the latest there is if empty
     */
    record Wish(Path from, Path into, Optional<Login> database, Optional<Instant> at, Terms terms) {

        boolean consents() {
            return terms.consents();
        }
    }

    /**
     * On which terms.
     *
     * @param consents whether entries may be lost that somebody was told are kept
     * @param rows whether a backup of rows is wanted although one of a cluster brings back more
     * @param known how far the ledger had come; what was noted last if empty
     */
    record Terms(boolean consents, boolean rows, Optional<LedgerHead> known) {

        static Terms consenting(boolean consents) {
            return new Terms(consents, false, Optional.empty());
        }
    }

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
        var backup = new Choice(wish, backups).choose();
        verify(backup);
        Copying.folder(wish.into());
        Privilege.over(wish.into(), unfinished).hand(wish.into());
        try {
            fetch(backup);
            var outcome = backup.isRows() ? load(backup) : recover(backup);
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

    private void verify(Backup backup) throws IOException {
        List<String> damaged;
        try (var step = progress.step("server.step.verify", backup.place().getFileName())) {
            damaged = backup.manifest().damaged(wish.from(), step);
        }
        mustBeWhole(damaged, backup.place());
        if (backup.isRows()) {
            return;
        }
        try (var step = progress.step("server.step.verify", backups.wal().getFileName())) {
            damaged = new WalArchive(backups.wal()).faults(backup.lastWal(), step);
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

    private void fetch(Backup backup) throws IOException {
        try (var step = progress.step("server.step.fetch")) {
            var all = backup.manifest().items().stream()
                    .mapToLong(Manifest.Item::size)
                    .sum();
            var done = new long[1];
            var copying = new Copying((size, file) -> step.at(done[0] += size, all));
            copying.tree(backup.rest(), unfinished, Copying.Wanted.ALL);
            if (!backup.isRows()) {
                copying.tree(backup.cluster(), new Cluster(unfinished).files(), Copying.Wanted.ALL);
            }
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
        try (var server = new Recovery(unfinished, backups, progress).until(wish.at());
                var connection = server.superuser(Cluster.OWNER).connect()) {
            return weigh(LedgerHead.of(connection), backup);
        } catch (SQLException failure) {
            throw new StartRefusal(failure, "server.database.failed", new Cluster(unfinished).output())
                    .saying(failure.getMessage());
        }
    }

    /** What comes back is known before. */
    private Outcome load(Backup backup) throws IOException {
        var outcome = weigh(backup.head(), backup);
        if (wish.database().isPresent()) {
            new RowsLoad(backup, wish.database().get()).run(progress);
            return outcome;
        }
        try (var server = new Recovery(unfinished, backups, progress).start(Map.of())) {
            new RowsLoad(backup, server.login(Cluster.OWNER)).run(progress);
            return outcome;
        }
    }

    /** Asks for consent if what is known to have been kept does not come back. */
    private Outcome weigh(LedgerHead head, Backup backup) throws IOException {
        var told = wish.terms().known();
        var known = (told.isPresent() ? told : LedgerHead.noted(backups.head()))
                .filter(noted -> noted.entries() > backup.head().entries())
                .orElse(backup.head());
        var lost = Math.max(0, known.entries() - head.entries());
        if (lost > 0 && !wish.consents()) {
            throw new LossRefusal(lost, head.newestText(), known.newestText());
        }
        return new Outcome(head, lost);
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
        if (Files.exists(cluster)) {
            Binaries.move(cluster, new Cluster(wish.into()).files());
        }
    }
}
