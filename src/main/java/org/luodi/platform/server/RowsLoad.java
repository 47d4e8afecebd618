package org.luodi.platform.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.postgresql.PGConnection;

/**
 * Brings a backup of rows into an empty database, with the rights of its owner: the tables as its versions had them, all rows in
 * one transaction, and at last where the ledger goes on. What keeps rows from being changed is off meanwhile and stands again before the end.
 */
final class RowsLoad {

    private static final int BUFFER = 1 << 16;

    /** From this version on the platform's tables can say by how much numbers of transactions are moved on. */
    private static final Map<String, String> NUMBERS = Map.of("platform", "013");

    private final Backup backup;
    private final Login login;
    private final RowsPlace place;

    RowsLoad(Backup backup, Login login) {
        this.backup = backup;
        this.login = login;
        this.place = new RowsPlace(login);
    }

    /** Loads all rows; nothing remains in the database if that fails. Returns how far the ledger has come. */
    LedgerHead run(Progress progress) throws IOException {
        try (var step = progress.step("server.step.rows")) {
            place.begin();
            makeTables(backup.versions());
            var head = load(step);
            goOn();
            return head;
        } catch (SQLException failure) {
            place.clear();
            throw new StartRefusal(failure, "server.restore.failed", login).saying(failure.getMessage());
        } catch (IOException | RuntimeException failure) {
            place.clear();
            throw failure;
        }
    }

    private void makeTables(Map<String, String> versions) {
        try (var pool = Databases.pool(login, ZoneId.of("UTC"), 2)) {
            Migrations.apply(pool, versions);
        }
    }

    private LedgerHead load(Progress.Step step) throws SQLException, IOException {
        try (var connection = login.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            var tables = new RowTables(connection);
            var guards = tables.guards();
            for (var guard : guards) {
                statement.execute(guard.off());
            }
            step.result(fill(tables, statement, step));
            statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
            for (var guard : guards) {
                statement.execute(guard.on());
            }
            for (var sequence : backup.group("sequence.").entrySet()) {
                statement.execute("SELECT setval('" + sequence.getKey() + "', " + sequence.getValue() + ")");
            }
            var head = LedgerHead.of(connection);
            must(head.equals(backup.head()) && tables.one(RowsBackup.SEALED).equals(backup.fact("sealed")), "ledger");
            statement.execute("ANALYZE");
            connection.commit();
            return head;
        }
    }

    /** In place of what the migrations have put there. */
    private long fill(RowTables tables, Statement statement, Progress.Step step) throws SQLException, IOException {
        var all = tables.tables();
        var names = all.stream().map(RowTables.Table::name).toList();
        must(names.equals(backup.tables()), "tables");
        statement.execute("TRUNCATE " + String.join(", ", names));
        var size = sizes(all);
        var rows = 0L;
        var done = 0L;
        for (var table : all) {
            var file = Backup.rows(backup.rows(), table.name());
            var count = fill(table, tables.database());
            must(count == backup.count(table.name()), table.name());
            rows += count;
            step.at(done += Files.size(file), size);
        }
        return rows;
    }

    private long sizes(List<RowTables.Table> all) throws IOException {
        var size = 0L;
        for (var table : all) {
            size += Files.size(Backup.rows(backup.rows(), table.name()));
        }
        return size;
    }

    /** Rows of a table emptied in the same transaction need not be looked at again by the vacuum. */
    private long fill(RowTables.Table table, Connection database) throws SQLException, IOException {
        try (InputStream in = new BufferedInputStream(
                new GZIPInputStream(Files.newInputStream(Backup.rows(backup.rows(), table.name())), BUFFER), BUFFER)) {
            must(line(in).equals(table.copyIn() + ";"), table.name());
            return database.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(table.copyIn() + " WITH (FREEZE)", in, BUFFER);
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
            line.write(read);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    /**
     * What is written into the ledger from now on gets numbers behind those that came. Tables of a release that could not say so are
     * first taken along as far as that.
     */
    private void goOn() throws SQLException {
        try (var connection = login.connect();
                var statement = connection.createStatement()) {
            var tables = new RowTables(connection);
            if (!tables.knowNumbers()) {
                makeTables(NUMBERS);
            }
            connection.setAutoCommit(false);
            var ahead = tables.one("SELECT greatest(0, " + Long.parseLong(backup.fact("next"))
                    + " - pg_current_xact_id()::text::bigint)");
            statement.execute("CREATE OR REPLACE FUNCTION platform.ahead() RETURNS bigint IMMUTABLE PARALLEL SAFE"
                    + " LANGUAGE sql RETURN " + ahead + "::bigint");
            place.end(statement);
            connection.commit();
        }
    }

    private void must(boolean holds, String what) {
        if (!holds) {
            throw new StartRefusal("server.restore.unlike", backup.place(), what);
        }
    }
}
