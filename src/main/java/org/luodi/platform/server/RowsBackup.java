package org.luodi.platform.server;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.postgresql.PGConnection;

/**
 * Makes a backup of rows: those of all tables at one moment, each table by COPY into a packed file of its own. It needs no right on the
 * server but that of the owner, also while the application runs, and goes into any PostgreSQL.
 */
final class RowsBackup {

    /** What {@code kind} says in the manifest. */
    static final String KIND = "rows";

    /** Which number the next transaction will have in the ledger at the earliest. */
    private static final String NEXT = "SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint";

    /** The newest signed head: its size and root. */
    static final String SEALED =
            "SELECT size || ' ' || encode(root, 'hex') FROM platform.head ORDER BY size DESC LIMIT 1";

    private final Login login;
    private final Path data;
    private final BackupMaking making;

    /** Prepares it: a database, and the data directory that belongs to it. */
    RowsBackup(Login login, Path data, BackupFolder backups, Progress progress) {
        this.login = login;
        this.data = data;
        this.making = new BackupMaking(data, backups, progress);
    }

    /** Makes it; returns it whole. */
    Backup make() throws IOException {
        if (!Files.isDirectory(data)) {
            throw new StartRefusal("server.backup.no.data", data);
        }
        Databases.mustServe(login);
        new RowsPlace(login).mustBeWhole();
        return making.make(this::copy);
    }

    private void copy(Backup into) throws IOException, SQLException {
        Copying.folder(into.rows());
        try (var connection = login.connect();
                var step = making.progress().step("server.step.rows")) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            var tables = new RowTables(connection);
            describe(tables);
            making.follow(step, 0);
            step.result(copy(tables, into.rows(), step));
            // Numbers are given away outside of transactions and only grow: read last, they are behind all rows.
            tables.sequences().forEach((name, stands) -> making.fact("sequence." + name, stands));
        }
    }

    /** The first thing that is asked fixes the moment. */
    private void describe(RowTables tables) throws SQLException {
        var versions = tables.versions();
        if (versions.isEmpty()) {
            throw new StartRefusal("server.backup.no.tables", login);
        }
        making.fact("kind", KIND);
        making.fact(
                "program",
                Optional.ofNullable(RowsBackup.class.getPackage().getImplementationVersion())
                        .orElse("0"));
        making.fact("postgresql", tables.one("SHOW server_version"));
        making.noteHead(LedgerHead.of(tables.database()));
        making.fact("sealed", tables.one(SEALED));
        making.fact("next", tables.one(tables.knowNumbers() ? NEXT + " + platform.ahead()" : NEXT));
        versions.forEach((module, version) -> making.fact("version." + module, version));
    }

    private long copy(RowTables tables, Path folder, Progress.Step step) throws SQLException, IOException {
        var all = tables.tables();
        var size = all.stream().mapToLong(RowTables.Table::size).sum();
        var done = 0L;
        var rows = 0L;
        for (var table : all) {
            var file = Backup.rows(folder, table.name());
            var count = copy(table, tables.database(), file);
            making.copying().written(file);
            making.fact("rows." + table.name(), Long.toString(count));
            rows += count;
            step.at(done += table.size(), size);
        }
        return rows;
    }

    private static long copy(RowTables.Table table, Connection database, Path file) throws SQLException, IOException {
        try (OutputStream out = new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), 1 << 16)) {
            out.write((table.copyIn() + ";\n").getBytes(StandardCharsets.UTF_8));
            return database.unwrap(PGConnection.class).getCopyAPI().copyOut(table.copyOut(), out);
        }
    }
}
