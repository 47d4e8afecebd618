package org.luodi.world;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.luodi.platform.server.Databases;
import org.luodi.platform.server.EmbeddedPostgres;
import org.luodi.platform.server.Login;
import org.luodi.platform.server.Migrations;
import org.luodi.platform.server.OfficeRole;
import org.luodi.platform.server.Progress;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database of its own for a test, with all tables and nothing in them. Closing it drops it. */
public final class TestDatabase implements AutoCloseable {

    /** Where this process of the test run keeps its server and files: two may run side by side. */
    public static final Path FOLDER = Path.of("target", "world-" + System.getProperty("luodi.test.process", "1"));

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final String name;
    private final Login login;
    private HikariDataSource pool;

    private TestDatabase(String name) {
        this.name = name;
        this.login = Server.POSTGRES.login(name);
    }

    /** Copies the template, which takes well under a tenth of a second. */
    public static TestDatabase fresh() {
        var name = "test_" + COUNTER.incrementAndGet();
        administer("CREATE DATABASE " + name + " TEMPLATE luodi OWNER luodi STRATEGY " + Server.STRATEGY);
        return new TestDatabase(name);
    }

    /** One without any table. */
    public static TestDatabase bare() {
        var name = "test_" + COUNTER.incrementAndGet();
        administer("CREATE DATABASE " + name + " TEMPLATE template0 OWNER luodi");
        return new TestDatabase(name);
    }

    public Login login() {
        return login;
    }

    /** How to reach it with all rights. */
    public Login superuser() {
        var superuser = Server.POSTGRES.superuser();
        return new Login(login.url(), superuser.user(), superuser.password());
    }

    /** A pool of eight connections. */
    public synchronized DataSource dataSource() {
        if (pool == null) {
            pool = Databases.pool(login, ZONE, 8);
        }
        return pool;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource());
    }

    public String jdbcUrl() {
        return login.url();
    }

    public String user() {
        return login.user();
    }

    public String password() {
        return login.password();
    }

    @Override
    public synchronized void close() {
        if (pool != null) {
            pool.close();
        }
        administer("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    /** A login of the server for somebody of an office, whose password is its name. */
    public static String office(String name) {
        administer("CREATE ROLE " + name + " LOGIN PASSWORD '" + name + "' IN ROLE " + OfficeRole.NAME);
        return name;
    }

    private static void administer(String sql) {
        var login = Server.POSTGRES.superuser();
        try (var connection = DriverManager.getConnection(login.url(), login.user(), login.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** One server for the whole test run, made anew each time; only the unpacked programs stay. */
    private static final class Server {

        static final String STRATEGY = "FILE_COPY";
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            var data = FOLDER.toAbsolutePath();
            delete(data.resolve("postgresql"));
            // Nothing here is worth a wait for the disk. Tests about crashes start a server of their own.
            var options = Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off");
            var server = EmbeddedPostgres.start(data, options, Progress.silent());
            // After the applications: their loops would go on asking a server that is gone, and keep the process.
            SpringApplication.getShutdownHandlers().add(server::close);
            try (var template = Databases.pool(server.login("luodi"), ZONE, 2)) {
                Migrations.apply(template);
            }
            return server;
        }

        private static void delete(Path folder) {
            if (!Files.exists(folder)) {
                return;
            }
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }
}
