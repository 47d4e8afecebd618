package org.luodi.platform.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL server of our own below a data directory: started with us, stopped after us, and opened again whatever happened in
 * between. It listens on this machine only.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** Recovery after a crash under full load took 26 s on a slow machine with four times our write-ahead log. */
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final Cluster cluster;
    private final Privilege privilege;
    private final Path binaries;
    private final DataLock lock;
    private final Leftover leftover;
    private Duration patience = PATIENCE;
    private int port;
    private Keeper keeper;

    /**
     * How the server of a data directory is wanted.
     *
     * @param options settings of PostgreSQL that differ from ours
     * @param archive where its write-ahead log is kept for a restore
     * @param patience how long it may take until it answers
     */
    record Wish(Path data, Map<String, String> options, Optional<BackupFolder> archive, Duration patience) {}

    private EmbeddedPostgres(Cluster cluster, Privilege privilege, Path binaries, DataLock lock) {
        this.cluster = cluster;
        this.privilege = privilege;
        this.binaries = binaries;
        this.lock = lock;
        this.leftover = new Leftover(cluster.files(), cluster.output());
    }

    /**
     * Starts the server of a data directory, creating it if there is none.
     *
     * @param options settings of PostgreSQL that differ from ours, such as {@code fsync=off} for tests
     */
    public static EmbeddedPostgres start(Path data, Map<String, String> options, Progress progress) {
        return start(new Wish(data, options, Optional.empty(), PATIENCE), progress);
    }

    /** Starts the server of an installation, which keeps its write-ahead log if a folder for backups is named. */
    static EmbeddedPostgres start(Path data, BackupPlan plan, Progress progress) {
        return start(new Wish(data, Map.of(), plan.place(), PATIENCE), progress);
    }

    static EmbeddedPostgres start(Wish wish, Progress progress) {
        var data = wish.data();
        try (var step = progress.step("server.step.database")) {
            step.note("PostgreSQL " + Binaries.VERSION);
            DataFolder.prepare(data);
            DataFolder.mustHaveRoom(data);
            var lock = DataLock.take(data);
            try {
                return start(wish, lock, step);
            } catch (IOException | InterruptedException | RuntimeException failure) {
                lock.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw DataFolder.refusal(failure, data);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StartRefusal(stopped, "server.interrupted");
        }
    }

    private static EmbeddedPostgres start(Wish wish, DataLock lock, Progress.Step step)
            throws IOException, InterruptedException {
        var cluster = new Cluster(wish.data());
        var privilege = Privilege.over(cluster.data(), cluster.files());
        privilege.hand(cluster.data());
        privilege.handAll(cluster.files());
        privilege.mustReach(cluster.data());
        var binaries = Binaries.in(cluster.data());
        var server = new EmbeddedPostgres(cluster, privilege, binaries, lock);
        if (!Files.isDirectory(cluster.files())) {
            step.note(Bilingual.text("server.database.creating"));
            cluster.create(binaries, privilege);
        }
        cluster.configure(privilege, wish.archive());
        server.patience = wish.patience();
        server.leftover.clear(server.control("stop", "--mode=fast", "--wait", "--timeout=120"));
        server.launch(wish.options());
        server.awaitReady(step);
        server.keeper.keepAlive();
        return server;
    }

    /** How the application reaches one of the databases, as their owner. */
    public Login login(String database) {
        return login(database, Cluster.OWNER);
    }

    /** How to create and drop databases. */
    public Login superuser() {
        return login("postgres", Cluster.SUPERUSER);
    }

    /** How to look at one of the databases with all rights. */
    Login superuser(String database) {
        return login(database, Cluster.SUPERUSER);
    }

    /** How to reach the database of a data directory whose server another process runs, if one does. */
    static Login attach(Path data) throws IOException {
        var cluster = new Cluster(data);
        return new Login(url(cluster.port().orElseThrow(), Cluster.OWNER), Cluster.OWNER, cluster.password());
    }

    /** How to make a backup of it: as superuser, in the database of the application. */
    static Login attachAsSuperuser(Path data) throws IOException {
        var cluster = new Cluster(data);
        return new Login(url(cluster.port().orElseThrow(), Cluster.OWNER), Cluster.SUPERUSER, cluster.password());
    }

    private Login login(String database, String user) {
        try {
            return new Login(url(port, database), user, cluster.password());
        } catch (IOException unreadable) {
            throw DataFolder.refusal(unreadable, cluster.data());
        }
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The process number of the server, for tests that kill it. */
    long pid() {
        return keeper.pid();
    }

    private void launch(Map<String, String> options) throws IOException {
        port = cluster.choosePort();
        var command = new ArrayList<>(List.of(
                binaries.resolve("bin/postgres").toString(),
                "-D",
                cluster.files().toString(),
                "-p",
                String.valueOf(port),
                "-c",
                "config_file=" + cluster.configuration()));
        options.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        keeper = new Keeper(privilege.guarded(command), cluster.output());
        keeper.start();
    }

    private void awaitReady(Progress.Step step) throws IOException, InterruptedException {
        var began = System.nanoTime();
        var told = 0L;
        while (!reachable()) {
            var seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
            mustGoOn(seconds);
            if (seconds >= told + 5) {
                told = seconds;
                step.note(Bilingual.text("server.database.recovering", seconds));
            }
            TimeUnit.MILLISECONDS.sleep(30);
        }
    }

    private void mustGoOn(long seconds) throws IOException {
        if (seconds > patience.toSeconds()) {
            close();
            throw new StartRefusal("server.database.slow", seconds, cluster.log());
        }
        if (!keeper.alive()) {
            if (!leftover.isLettingGo()) {
                throw Programs.failure(cluster.output());
            }
            keeper.start();
        }
    }

    /** Whether the server answers; at the first answer ever, makes the owner and the database. */
    private boolean reachable() {
        var login = superuser();
        try (var connection = login.connect();
                var statement = connection.createStatement()) {
            var found = statement.executeQuery("SELECT FROM pg_database WHERE datname = '" + Cluster.OWNER + "'");
            if (!found.next()) {
                statement.execute("DROP ROLE IF EXISTS " + Cluster.OWNER);
                statement.execute("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(Cluster.OWNER, login.password()));
                statement.execute("CREATE DATABASE %1$s OWNER %1$s".formatted(Cluster.OWNER));
            }
            OfficeRole.create(statement, Cluster.OWNER);
            return true;
        } catch (SQLException notYet) {
            return false;
        }
    }

    private List<String> control(String... words) {
        var command =
                new ArrayList<>(List.of(binaries.resolve("bin/pg_ctl").toString(), "--pgdata=" + cluster.files()));
        command.addAll(List.of(words));
        return privilege.command(command.toArray(String[]::new));
    }

    /** Stops the server cleanly and lets go of the data directory. */
    @Override
    public synchronized void close() {
        keeper.expectEnd();
        try {
            if (keeper.alive()) {
                Programs.run(control("stop", "--mode=fast", "--no-wait"), cluster.output());
            }
            keeper.awaitEnd(Duration.ofSeconds(90));
        } catch (IOException failure) {
            throw DataFolder.refusal(failure, cluster.data());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            lock.close();
        }
    }
}
