package org.luodi.platform.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A folder of backups: {@code backup-<time>} for each whole one, {@code wal} for the write-ahead log between and after them,
 * {@code files} for uploads, {@code ledger-head} for how far the ledger had come.
 */
record BackupFolder(Path folder) {

    private static final String WHOLE = "backup-";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    Path wal() {
        return folder.resolve("wal");
    }

    Path files() {
        return folder.resolve("files");
    }

    Path head() {
        return folder.resolve("ledger-head");
    }

    /** Where the outcome of the last look is kept. */
    Path checked() {
        return folder.resolve("checked");
    }

    Path unfinished(Instant begun) {
        return folder.resolve("unfinished-" + TIME.format(begun));
    }

    Path whole(Instant begun) {
        return folder.resolve(WHOLE + TIME.format(begun));
    }

    /** Which installation it belongs to. */
    private Path mark() {
        return folder.resolve("system");
    }

    /** Takes it for a cluster, and refuses one where another keeps its log: two of them write under the same names. */
    void mustBeOf(String system) throws IOException {
        var known = Files.exists(mark())
                ? Files.readString(mark()).strip()
                : newest(false).map(backup -> backup.fact("system")).orElse("");
        if (!known.isEmpty() && !known.equals(system)) {
            throw new StartRefusal("server.backup.other", folder);
        }
        if (!Files.exists(mark())) {
            Files.createDirectories(folder);
            Files.writeString(mark(), system);
        }
    }

    /** All whole backups, the oldest first. */
    List<Backup> backups() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var found = new ArrayList<Backup>();
        try (var places = Files.newDirectoryStream(folder, WHOLE + "*")) {
            for (var place : places) {
                Backup.at(place).ifPresent(found::add);
            }
        }
        found.sort((one, other) -> one.place().compareTo(other.place()));
        return found;
    }

    Optional<Backup> newest() throws IOException {
        return last(backups());
    }

    /** The newest whole backup of rows, or of the others. */
    Optional<Backup> newest(boolean rows) throws IOException {
        return last(backups(rows));
    }

    private static Optional<Backup> last(List<Backup> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** The whole backups of rows, or those of the cluster that made the newest: what another left here is not counted. */
    List<Backup> backups(boolean rows) throws IOException {
        var all = backups().stream().filter(backup -> backup.isRows() == rows).toList();
        var newest = last(all);
        return all.stream()
                .filter(backup ->
                        backup.fact("system").equals(newest.orElseThrow().fact("system")))
                .toList();
    }

    /** Keeps so many of the newest of each kind, the write-ahead log since the oldest of them and the uploads that they name. */
    void prune(int keep) throws IOException {
        prune(backups(true), keep);
        prune(backups(false), keep);
        forgetUnfinished();
        var clusters = backups(false);
        if (!clusters.isEmpty()) {
            new WalArchive(wal()).forgetBefore(clusters.get(0).firstWal());
        }
        var kept = backups();
        if (!kept.isEmpty()) {
            forgetUploads(kept);
        }
    }

    private void prune(List<Backup> all, int keep) throws IOException {
        for (var old : all.subList(0, Math.max(0, all.size() - keep))) {
            // First it is no backup any more, then it goes.
            Binaries.delete(Files.move(old.place(), unfinished(old.begun())));
        }
    }

    /** What was interrupted, once it is certain that nobody works on it any more. */
    private void forgetUnfinished() throws IOException {
        try (var places = Files.newDirectoryStream(folder, "{unfinished,check}-*")) {
            for (var place : places) {
                if (Files.getLastModifiedTime(place)
                        .toInstant()
                        .isBefore(Instant.now().minus(Duration.ofDays(1)))) {
                    Binaries.delete(place);
                }
            }
        }
    }

    private void forgetUploads(List<Backup> kept) throws IOException {
        Set<String> named = new HashSet<>();
        for (var backup : kept) {
            backup.manifest().items().forEach(item -> named.add(item.path()));
        }
        if (!Files.isDirectory(files())) {
            return;
        }
        try (var uploads = Files.walk(files())) {
            for (var file : uploads.filter(Files::isRegularFile).toList()) {
                var since = Files.getLastModifiedTime(file).toInstant();
                if (!named.contains(folder.relativize(file).toString())
                        && since.isBefore(kept.get(0).begun())) {
                    Files.delete(file);
                }
            }
        }
    }
}
