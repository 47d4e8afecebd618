package org.luodi.platform.server;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZInputStream;
import org.tukaani.xz.XZOutputStream;

/**
 * All rows of a release as text that psql reads too: COPY for each table, then the sequences. The tables themselves come from the
 * migrations, whose histories are among the rows: so Flyway sees whether one was changed since.
 */
record ReleaseDump(Path file) {

    static final Path FOLDER = Path.of("src/test/resources/releases");

    private static final String END = "\\.";
    /** The name of the release. */
    String release() {
        return file.getFileName().toString().replace(".sql.xz", "");
    }

    /** All that are kept, the oldest first. */
    static List<ReleaseDump> all() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.filter(f -> f.toString().endsWith(".sql.xz"))
                    .sorted()
                    .map(ReleaseDump::new)
                    .toList();
        }
    }

    void write(Connection database) throws SQLException, IOException {
        var copy = database.unwrap(PGConnection.class).getCopyAPI();
        Files.createDirectories(file.getParent());
        try (var out = new BufferedWriter(new OutputStreamWriter(
                new XZOutputStream(Files.newOutputStream(file), new LZMA2Options(9)), StandardCharsets.UTF_8))) {
            var tables = new RowTables(database);
            for (var table : tables.tables()) {
                out.write(table.copyIn() + ";\n");
                out.flush();
                copy.copyOut(table.copyOut(), out);
                out.write(END + "\n");
            }
            for (var sequence : tables.sequences().entrySet()) {
                out.write("SELECT setval('" + sequence.getKey() + "', " + sequence.getValue() + ");\n");
            }
        }
    }

    /** The newest migration of each module then. */
    Map<String, String> versions() throws IOException {
        var versions = new TreeMap<String, String>();
        try (var in = open()) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (line.matches("COPY \\w+\\.schema_history .*")) {
                    versions.put(line.replaceFirst("COPY (\\w+).*", "$1"), newest(in));
                }
            }
        }
        return versions;
    }

    /** The second column is the version; the row of a schema that Flyway made has none. */
    private static String newest(BufferedReader in) throws IOException {
        var newest = "";
        for (var line = in.readLine(); !line.equals(END); line = in.readLine()) {
            var version = line.split("\t")[1];
            newest = version.equals("\\N") || version.compareTo(newest) < 0 ? newest : version;
        }
        return newest;
    }

    /** Puts the rows into tables that are there, in place of what the migrations have put there. */
    void load(Connection superuser) throws SQLException, IOException {
        try (var statement = superuser.createStatement();
                var in = open()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute("TRUNCATE "
                    + new RowTables(superuser)
                            .tables().stream().map(RowTables.Table::name).collect(Collectors.joining(", ")));
            var copy = superuser.unwrap(PGConnection.class).getCopyAPI();
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("COPY ")) {
                    load(copy, line.replaceFirst(";$", ""), in);
                } else {
                    statement.execute(line);
                }
            }
        }
    }

    private static void load(CopyManager copy, String command, BufferedReader in) throws SQLException, IOException {
        var rows = new StringBuilder();
        for (var line = in.readLine(); !line.equals(END); line = in.readLine()) {
            rows.append(line).append('\n');
        }
        copy.copyIn(command, new StringReader(rows.toString()));
    }

    private BufferedReader open() throws IOException {
        return new BufferedReader(
                new InputStreamReader(new XZInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
    }
}
