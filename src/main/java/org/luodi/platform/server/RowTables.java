package org.luodi.platform.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tables of all modules as the catalogue has them: what is copied of them, and what must be off while rows come in.
 *
 * @param database the connection that is asked
 */
record RowTables(Connection database) {

    private static final String TABLES = """
            SELECT format('%I.%I', n.nspname, c.relname),
                   string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum), pg_table_size(c.oid)
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                 JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
            WHERE c.relkind = 'r' AND n.nspname = ANY (?)
            GROUP BY c.oid, 1 ORDER BY 1
            """;

    /** The view of them has no number for one that was set but not used since. */
    private static final String SEQUENCES = """
            SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'S' AND n.nspname = ANY (?) ORDER BY 1
            """;

    /** Those of the database itself that see to foreign keys go with these. */
    private static final String GUARDS = """
            SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', t.tgrelid::regclass, t.tgname),
                   format('ALTER TABLE %s ENABLE TRIGGER %I', t.tgrelid::regclass, t.tgname)
            FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE NOT t.tgisinternal AND t.tgenabled = 'O' AND n.nspname = ANY (?)
            UNION ALL
            SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', k.conrelid::regclass, k.conname),
                   format('ALTER TABLE %s ADD CONSTRAINT %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid))
            FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE k.contype = 'f' AND n.nspname = ANY (?)
            ORDER BY 1
            """;

    /** One table: its name as SQL has it, its columns that are not computed, its size on the disk. */
    record Table(String name, String columns, long size) {

        /** What the rows of a dump begin with; psql reads it too. */
        String copyIn() {
            return "COPY " + name + " (" + columns + ") FROM stdin";
        }

        String copyOut() {
            return "COPY " + name + " (" + columns + ") TO STDOUT";
        }
    }

    /** What must be off while rows come in, and how the same is put back. */
    record Guard(String off, String on) {}

    List<Table> tables() throws SQLException {
        return ask(TABLES, row -> new Table(row.getString(1), row.getString(2), row.getLong(3)));
    }

    List<Guard> guards() throws SQLException {
        return ask(GUARDS, row -> new Guard(row.getString(1), row.getString(2)));
    }

    /** Where each sequence stands, as its function {@code setval} wants it: the number, and whether it was given away. */
    Map<String, String> sequences() throws SQLException {
        var sequences = new LinkedHashMap<String, String>();
        for (var name : ask(SEQUENCES, row -> row.getString(1))) {
            sequences.put(name, one("SELECT last_value || ', ' || is_called FROM " + name));
        }
        return sequences;
    }

    /** The newest migration of each module that has any. */
    Map<String, String> versions() throws SQLException {
        var versions = new LinkedHashMap<String, String>();
        for (var table : tables()) {
            var module = table.name().replaceFirst("\\..*", "");
            if (table.name().endsWith("." + Migrations.HISTORY)) {
                versions.put(
                        module,
                        one("SELECT version FROM " + table.name()
                                + " WHERE version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1"));
            }
        }
        return versions;
    }

    /**
     * Whether they can hold numbers of transactions that came from another server; those of 0.1.0 cannot, so none of theirs did
     * (docs/decisions/130).
     */
    boolean knowNumbers() throws SQLException {
        return !one("SELECT 1 WHERE to_regprocedure('platform.ahead()') IS NOT NULL")
                .isEmpty();
    }

    String one(String sql) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    @FunctionalInterface
    private interface Reading<T> {

        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> ask(String sql, Reading<T> reading) throws SQLException {
        try (var query = database.prepareStatement(sql)) {
            for (int i = 1; i <= query.getParameterMetaData().getParameterCount(); i++) {
                query.setArray(i, database.createArrayOf("text", Migrations.MODULES.toArray()));
            }
            var found = new ArrayList<T>();
            var rows = query.executeQuery();
            while (rows.next()) {
                found.add(reading.read(rows));
            }
            return found;
        }
    }
}
