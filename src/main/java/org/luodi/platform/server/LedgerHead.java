package org.luodi.platform.server;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Properties;

/**
 * How far the ledger has come: what a restore is measured by.
 *
 * @param entries how many there are; whoever made them was told that they are kept
 * @param newest when the newest was made, if there are any
 */
record LedgerHead(long entries, Optional<Instant> newest) {

    static final LedgerHead EMPTY = new LedgerHead(0, Optional.empty());

    /** The ledger of a database; empty where there are no tables yet. */
    static LedgerHead of(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            var there = statement.executeQuery("SELECT to_regclass('platform.entry') IS NOT NULL");
            there.next();
            if (!there.getBoolean(1)) {
                return EMPTY;
            }
            var row = statement.executeQuery("SELECT count(*), max(at) FROM platform.entry");
            row.next();
            return new LedgerHead(
                    row.getLong(1),
                    Optional.ofNullable(row.getObject(2, OffsetDateTime.class)).map(OffsetDateTime::toInstant));
        }
    }

    /** What was noted last, if anything was. */
    static Optional<LedgerHead> noted(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(file)));
        return Optional.of(new LedgerHead(
                Long.parseLong(properties.getProperty("entries", "0")), instant(properties.getProperty("newest", ""))));
    }

    static Optional<Instant> instant(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    }

    void note(Path file) throws IOException {
        var draft = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(draft, "entries=" + entries + "\nnewest=" + newestText() + "\n");
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    String newestText() {
        return newest.map(Instant::toString).orElse("");
    }
}
