package org.luodi.platform.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One whole backup.
 *
 * @param place its folder
 * @param facts what its manifest says of it
 */
record Backup(Path place, Map<String, String> facts) {

    /** The backup of a folder; without its manifest it is none. */
    static Optional<Backup> at(Path place) throws IOException {
        var manifest = place.resolve(Manifest.NAME);
        return Files.exists(manifest) ? Optional.of(new Backup(place, Manifest.facts(manifest))) : Optional.empty();
    }

    /** The list of its files; refused if damaged. */
    Manifest manifest() throws IOException {
        return Manifest.read(place.resolve(Manifest.NAME));
    }

    /** Whether it holds rows, for any PostgreSQL; otherwise it holds the files of a cluster of our own. */
    boolean isRows() {
        return RowsBackup.KIND.equals(facts.get("kind"));
    }

    Path rows() {
        return place.resolve("rows");
    }

    /** The file of a table in a folder of rows. */
    static Path rows(Path folder, String table) {
        return folder.resolve(table + ".gz");
    }

    /** The tables whose rows it holds. */
    List<String> tables() {
        return List.copyOf(group("rows.").keySet());
    }

    long count(String table) {
        return Long.parseLong(fact("rows." + table));
    }

    /** The newest migration of each module when it was made. */
    Map<String, String> versions() {
        return group("version.");
    }

    String fact(String name) {
        return facts.getOrDefault(name, "");
    }

    /** The facts whose names begin so, without that beginning. */
    Map<String, String> group(String prefix) {
        var group = new LinkedHashMap<String, String>();
        facts.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                group.put(name.substring(prefix.length()), value);
            }
        });
        return group;
    }

    Path cluster() {
        return place.resolve("postgresql");
    }

    /** All else of the data directory: keys, passwords, the administrator's settings of the database. */
    Path rest() {
        return place.resolve("data");
    }

    Instant begun() {
        return Instant.parse(facts.get("begun"));
    }

    /** From here on every moment can be brought back. */
    Instant finished() {
        return Instant.parse(facts.get("finished"));
    }

    String firstWal() {
        return facts.get("first-wal");
    }

    /** The last file of the write-ahead log that it holds itself. */
    String lastWal() {
        return facts.get("last-wal");
    }

    LedgerHead head() {
        return new LedgerHead(
                Long.parseLong(facts.getOrDefault("entries", "0")),
                LedgerHead.instant(facts.getOrDefault("newest", "")));
    }
}
