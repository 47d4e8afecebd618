package org.luodi.platform.server;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The database that a backup of rows goes into: empty before, whole after. A schema that is dropped with the last row tells of a restore
 * that was interrupted; the next one clears away what that has left, and the application does not start on it.
 *
 * @param login its owner, who need be nothing else
 */
record RowsPlace(Login login) {

    private static final String MARK = "luodi_restoring";

    /** Extensions may be there already. */
    private static final String CONTENT = """
            SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
              AND NOT EXISTS (SELECT 1 FROM pg_depend d
                              WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
            ORDER BY 1 LIMIT 1
            """;

    private static final String EXTENSION = "SELECT name FROM pg_available_extensions WHERE name = 'btree_gist'";

    /** Refuses one that is not empty or lacks what our tables need. */
    void mustFit() {
        Databases.mustServe(login);
        if (isHalfway()) {
            clear();
        }
        try (var connection = login.connect()) {
            var tables = new RowTables(connection);
            var content = tables.one(CONTENT);
            if (!content.isEmpty()) {
                throw new StartRefusal("server.restore.full.database", login, content);
            }
            if (tables.one(EXTENSION).isEmpty()) {
                throw new StartRefusal("server.restore.no.extension", login);
            }
        } catch (SQLException failure) {
            throw new StartRefusal(failure, "server.restore.failed", login).saying(failure.getMessage());
        }
    }

    /** Whether a restore into it was begun and not ended. */
    boolean isHalfway() {
        try (var connection = login.connect()) {
            return !new RowTables(connection)
                    .one("SELECT 1 FROM pg_namespace WHERE nspname = '" + MARK + "'")
                    .isEmpty();
        } catch (SQLException failure) {
            throw new StartRefusal("server.database.unreachable", login).saying(failure.getMessage());
        }
    }

    /** Refuses one that is neither empty nor whole. */
    void mustBeWhole() {
        if (isHalfway()) {
            throw new StartRefusal("server.restore.halfway", login);
        }
    }

    void begin() throws SQLException {
        execute("CREATE SCHEMA " + MARK);
    }

    /** In the transaction that brings the rows. */
    void end(Statement statement) throws SQLException {
        statement.execute("DROP SCHEMA " + MARK);
    }

    /** Takes away what an interrupted restore has left, its mark last. */
    void clear() {
        var schemas =
                Stream.concat(Migrations.MODULES.stream(), Stream.of(MARK)).collect(Collectors.joining(", "));
        try {
            execute("DROP SCHEMA IF EXISTS " + schemas + " CASCADE");
        } catch (SQLException failure) {
            throw new StartRefusal(failure, "server.restore.failed", login).saying(failure.getMessage());
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = login.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
