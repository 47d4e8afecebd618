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
import java.util.ArrayList;
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
    private static final String TABLES = """
            SELECT format('%I.%I', n.nspname, c.relname),
                   string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                 JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
            WHERE c.relkind = 'r' AND n.nspname = ANY (?)
            GROUP BY 1 ORDER BY 1
            """;
    private static final String SEQUENCES = """
            SELECT format('SELECT setval(%L, %s);', format('%I.%I', schemaname, sequencename), last_value)
            FROM pg_sequences WHERE schemaname = ANY (?) AND last_value IS NOT NULL ORDER BY 1
            """;

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
            for (var table : rows(database, TABLES)) {
                out.write("COPY " + table.get(0) + " (" + table.get(1) + ") FROM stdin;\n");
                out.flush();
                copy.copyOut("COPY " + table.get(0) + " (" + table.get(1) + ") TO STDOUT", out);
                out.write(END + "\n");
            }
            for (var sequence : rows(database, SEQUENCES)) {
                out.write(sequence.get(0) + "\n");
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
                    + rows(superuser, TABLES).stream().map(t -> t.get(0)).collect(Collectors.joining(", ")));
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

    private static List<List<String>> rows(Connection database, String sql) throws SQLException {
        try (var query = database.prepareStatement(sql)) {
            query.setArray(1, database.createArrayOf("text", Migrations.MODULES.toArray()));
            var found = new ArrayList<List<String>>();
            var rows = query.executeQuery();
            while (rows.next()) {
                found.add(
                        rows.getMetaData().getColumnCount() == 1
                                ? List.of(rows.getString(1))
                                : List.of(rows.getString(1), rows.getString(2)));
            }
            return found;
        }
    }
}
