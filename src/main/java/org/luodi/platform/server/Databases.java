package org.luodi.platform.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Properties;

/** Opens a database for the application: the same way for the embedded server, for another one and for tests. */
public final class Databases {

    private static final int OLDEST = 16;

    private Databases() {}

    /** A pool of connections in the installation's time zone. */
    public static HikariDataSource pool(Login login, ZoneId zone, int connections) {
        var config = new HikariConfig();
        config.setJdbcUrl(login.url());
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setPoolName("luodi");
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(Math.min(2, connections));
        config.setConnectionTimeout(10_000);
        config.setConnectionInitSql("SET TIME ZONE '" + zone.getId() + "'");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", "luodi");
        // The details of an error quote rows, and what is in them is nobody's to read in a log.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return new HikariDataSource(config);
    }

    /** Refuses with the reason if a database that was named in the settings cannot be used; returns what it is. */
    static String mustServe(Login login) {
        var properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty("connectTimeout", "10");
        try (var connection = DriverManager.getConnection(login.url(), properties);
                var statement = connection.createStatement();
                var encoding = statement.executeQuery("SHOW server_encoding")) {
            encoding.next();
            var version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST || !encoding.getString(1).equals("UTF8")) {
                throw new StartRefusal("server.database.unfit", OLDEST, version, encoding.getString(1));
            }
            return "PostgreSQL " + connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException failure) {
            throw new StartRefusal("server.database.unreachable", login).saying(failure.getMessage());
        }
    }
}
