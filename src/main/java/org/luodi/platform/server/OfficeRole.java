package org.luodi.platform.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The role of somebody of an office who has a connection of his own: what offices work on is open to it, who is asked and what he
 * says is not (docs/decisions/107-a-role-for-offices.md).
 */
public final class OfficeRole {

    /** Its name in the database. */
    public static final String NAME = "luodi_office";

    private static final String FILE = "/db/office.sql";

    private OfficeRole() {}

    /** Makes the role on a server of our own; the owner of the database may take it on. */
    static void create(Statement superuser, String owner) throws SQLException {
        if (!exists(superuser)) {
            superuser.execute("CREATE ROLE " + NAME + " NOLOGIN");
        }
        superuser.execute("GRANT " + NAME + " TO " + owner);
    }

    /** Grants and revokes as the file says; does nothing where there is no such role. */
    static void apply(DataSource database) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            if (exists(statement)) {
                connection.setAutoCommit(false);
                statement.execute(text());
                connection.commit();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Whether the role is there and has not been told yet what it may do. */
    static boolean isWaiting(DataSource database) {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            if (!exists(statement)) {
                return false;
            }
            var may = statement.executeQuery("SELECT has_schema_privilege('" + NAME + "', 'evaluations', 'usage')");
            may.next();
            return !may.getBoolean(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static boolean exists(Statement statement) throws SQLException {
        return statement
                .executeQuery("SELECT FROM pg_roles WHERE rolname = '" + NAME + "'")
                .next();
    }

    private static String text() {
        try (var file = OfficeRole.class.getResourceAsStream(FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
