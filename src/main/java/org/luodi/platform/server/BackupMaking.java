package org.luodi.platform.server;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A backup in the making: the database first, then all else of the data directory, the manifest last. A folder named
 * {@code backup-…} is always whole, since it is renamed at the end.
 */
final class BackupMaking {

    /** Of the data directory: what is copied otherwise, and what is made anew. */
    private static final String NOT_REST =
            "postgresql|postgresql-\\d.*|postgresql\\.(conf|port)|files|log|lock|search|unpacking|creating|archive\\.sh|write.*test";

    private final Path data;
    private final BackupFolder backups;
    private final Progress progress;
    private final Map<String, String> facts = new LinkedHashMap<>();
    private final Copying copying = new Copying((size, file) -> tell(size));
    private Path place;
    private Progress.Step step;
    private long bytes;
    private long expected;

    BackupMaking(Path data, BackupFolder backups, Progress progress) {
        this.data = data;
        this.backups = backups;
        this.progress = progress;
    }

    /** Puts the database into a backup. */
    @FunctionalInterface
    interface Content {

        void copy(Backup into) throws IOException, SQLException;
    }

    /** Makes it; returns it whole. */
    Backup make(Content database) throws IOException {
        var begun = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var whole = backups.whole(begun);
        Copying.folder(backups.folder());
        place = Copying.folder(backups.unfinished(begun));
        try {
            facts.put("begun", begun.toString());
            database.copy(new Backup(place, Map.of()));
            copyRest(whole);
            Binaries.move(place, whole);
            return Backup.at(whole).orElseThrow();
        } catch (SQLException failure) {
            throw new StartRefusal(failure, "server.backup.failed", data).saying(failure.getMessage());
        } finally {
            Binaries.delete(place);
        }
    }

    Copying copying() {
        return copying;
    }

    Progress progress() {
        return progress;
    }

    /** What the manifest is to say. */
    void fact(String name, String value) {
        facts.put(name, value);
    }

    String fact(String name) {
        return facts.get(name);
    }

    /** How far the ledger has come is what a restore is measured by. */
    void noteHead(LedgerHead head) {
        fact("entries", Long.toString(head.entries()));
        fact("newest", head.newestText());
    }

    /** From now on what is copied moves this step on; so many bytes are expected. */
    void follow(Progress.Step next, long size) {
        step = next;
        expected = size;
    }

    private void tell(long size) {
        bytes += size;
        step.at(bytes, expected);
    }

    private void copyRest(Path whole) throws IOException {
        try (var files = progress.step("server.step.files")) {
            follow(files, 0);
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
            new Manifest(facts, items(whole, uploads)).write(place.resolve(Manifest.NAME));
            Programs.flush(backups.folder());
        }
    }

    private List<Manifest.Item> items(Path whole, Uploads uploads) throws IOException {
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
}
