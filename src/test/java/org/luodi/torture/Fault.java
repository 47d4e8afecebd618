package org.luodi.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.luodi.platform.server.Login;

/** What befalls a running server. Each leaves it up again. */
enum Fault {
    PRODUCT_KILLED("kill -9 on the JVM") {
        @Override
        void strike(Victim victim) throws Exception {
            victim.product().kill();
            victim.product().start(Map.of());
        }
    },
    DATABASE_KILLED("kill -9 on PostgreSQL") {
        @Override
        void strike(Victim victim) throws Exception {
            victim.product().killDatabase();
            victim.product().awaitUp();
        }
    },
    BOTH_KILLED("kill -9 on both") {
        @Override
        void strike(Victim victim) throws Exception {
            victim.product().killDatabase();
            victim.product().kill();
            victim.product().start(Map.of());
        }
    },
    BACKEND_KILLED("kill -9 on one backend of PostgreSQL") {
        @Override
        void strike(Victim victim) throws Exception {
            long pid = victim.number("""
                    select pid from pg_stat_activity where application_name = 'luodi'
                    order by query_start desc limit 1
                    """);
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            victim.product().awaitUp();
        }
    },
    CONNECTIONS_DROPPED("all connections dropped, thirty times") {
        @Override
        void strike(Victim victim) throws Exception {
            for (int i = 0; i < DROPS; i++) {
                victim.number("""
                        select count(pg_terminate_backend(pid)) from pg_stat_activity
                        where application_name = 'luodi'
                        """);
                Thread.sleep(30);
            }
            victim.product().awaitUp();
        }
    },
    STOPPED("asked to end under load") {
        @Override
        void strike(Victim victim) throws Exception {
            victim.product().stop();
            victim.product().start(Map.of());
        }
    },
    DISK_FULL("the disk is full for two seconds") {
        @Override
        boolean isPossible(Victim victim) throws IOException {
            return isMounted(victim.product().data());
        }

        @Override
        void strike(Victim victim) throws Exception {
            Path ballast = victim.product().data().resolveSibling("ballast");
            try {
                fill(ballast);
                Thread.sleep(2000);
            } finally {
                Files.deleteIfExists(ballast);
            }
            victim.product().awaitUp();
        }
    },
    CLOCK_JUMPED("the clock jumps two days ahead and back") {
        @Override
        boolean isPossible(Victim victim) {
            return library().isPresent();
        }

        @Override
        void strike(Victim victim) throws Exception {
            victim.product().stop();
            Path shift = victim.product().data().resolveSibling("clock");
            Files.writeString(shift, "+0");
            victim.product()
                    .start(Map.of(
                            "LD_PRELOAD",
                            library().orElseThrow(),
                            "FAKETIME_TIMESTAMP_FILE",
                            shift.toString(),
                            "FAKETIME_CACHE_DURATION",
                            "1",
                            "FAKETIME_DONT_FAKE_MONOTONIC",
                            "1",
                            // With it the start takes a minute.
                            "FAKETIME_FORCE_MONOTONIC_FIX",
                            "0"));
            for (String jump : List.of("+2d", "-1h", "+0")) {
                Files.writeString(shift, jump);
                Thread.sleep(SEEN);
            }
            victim.product().awaitUp();
            victim.product().stop();
            victim.product().start(Map.of());
        }
    };

    private static final int DROPS = 30;

    /** The clock is read from the file once a second, in ms. */
    private static final int SEEN = 1300;

    private final String words;

    Fault(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Whether this machine lets it happen. */
    boolean isPossible(Victim victim) throws IOException {
        return true;
    }

    abstract void strike(Victim victim) throws Exception;

    /** Who is struck: the product, and a way into its database beside it, by a connection that is nobody else's. */
    record Victim(Product product, Login database) {

        long number(String sql) throws SQLException {
            var properties = new Properties();
            properties.setProperty("user", database.user());
            properties.setProperty("password", database.password());
            properties.setProperty("ApplicationName", "torture");
            try (Connection connection = DriverManager.getConnection(database.url(), properties);
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery(sql)) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    /** Whether the data lie on a small file system of their own, so that nobody else's disk is filled. */
    private static boolean isMounted(Path data) throws IOException {
        return Files.getFileStore(data).type().equals("tmpfs");
    }

    private static void fill(Path ballast) throws IOException, InterruptedException {
        long free = Files.getFileStore(ballast.getParent()).getUsableSpace();
        for (long size = free; size > 4096; size /= 2) {
            new ProcessBuilder(
                            "fallocate",
                            "--length",
                            String.valueOf(size),
                            "--offset",
                            offset(ballast),
                            ballast.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
    }

    private static String offset(Path ballast) throws IOException {
        return String.valueOf(Files.exists(ballast) ? Files.size(ballast) : 0);
    }

    private static Optional<String> library() {
        try (Stream<Path> found =
                Files.find(Path.of("/usr/lib"), 3, (path, is) -> path.endsWith("faketime/libfaketimeMT.so.1"))) {
            return found.map(Path::toString).findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
