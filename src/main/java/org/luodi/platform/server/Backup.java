package org.luodi.platform.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
