package org.luodi.platform.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** The files of one database cluster below a data directory: what is where, and how they come to be. */
record Cluster(Path data) {

    /** Who owns the databases. Not a superuser, so that the rights kept by the database bind us too. */
    static final String OWNER = "luodi";

    static final String SUPERUSER = "postgres";

    Path files() {
        return data.resolve("postgresql");
    }

    Path log() {
        return data.resolve("log").resolve("postgresql");
    }

    Path output() {
        return data.resolve("log").resolve("postgresql-start.log");
    }

    /** The number by which PostgreSQL tells clusters apart; it begins the file of their state. */
    String system() throws IOException {
        try (var state = Files.newInputStream(files().resolve("global").resolve("pg_control"))) {
            var number = ByteBuffer.wrap(state.readNBytes(Long.BYTES)).order(ByteOrder.nativeOrder());
            return Long.toUnsignedString(number.getLong());
        }
    }

    Path configuration() {
        return data.resolve("postgresql.conf");
    }

    /** The password of both roles, made once and readable by the owner of the data alone. */
    String password() throws IOException {
        return Files.readString(secret()).strip();
    }

    Path secret() {
        return data.resolve("postgresql.password");
    }

    Optional<Integer> port() throws IOException {
        var file = data.resolve("postgresql.port");
        return Files.exists(file)
                ? Optional.of(Integer.parseInt(Files.readString(file).strip()))
                : Optional.empty();
    }

    /** The port of last time if it is still free, or any free one; kept for those who attach while we run. */
    int choosePort() throws IOException {
        var known = port();
        if (known.isPresent() && free(known.get())) {
            return known.get();
        }
        try (var any = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Files.writeString(data.resolve("postgresql.port"), any.getLocalPort() + "\n");
            return any.getLocalPort();
        }
    }

    private static boolean free(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress("127.0.0.1", port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** Creates the cluster beside its place and moves it there when it is whole. */
    void create(Path binaries, Privilege privilege) throws IOException, InterruptedException {
        var unfinished = data.resolve("creating");
        Binaries.delete(unfinished);
        makeSecret(privilege);
        Programs.run(
                privilege.command(
                        binaries.resolve("bin/initdb").toString(),
                        "--pgdata=" + unfinished,
                        "--username=" + SUPERUSER,
                        "--encoding=UTF8",
                        "--auth=scram-sha-256",
                        "--pwfile=" + secret(),
                        "--data-checksums",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--lc-collate=C",
                        "--lc-ctype=C.UTF-8"),
                output());
        Binaries.move(unfinished, files());
    }

    private void makeSecret(Privilege privilege) throws IOException {
        if (!Files.exists(secret())) {
            var random = new byte[24];
            new SecureRandom().nextBytes(random);
            var only = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var draft = Files.createTempFile(data, "secret", "", only);
            Files.writeString(draft, HexFormat.of().formatHex(random) + "\n");
            Files.move(draft, secret(), StandardCopyOption.ATOMIC_MOVE);
        }
        privilege.hand(secret());
    }

    /** Writes our configuration, then whatever the administrator has put beside it. */
    void configure(Privilege privilege, Optional<BackupFolder> archive) throws IOException {
        Files.createDirectories(log());
        privilege.handAll(log());
        privilege.hand(log().getParent());
        var text = new StringBuilder(ours());
        text.append("log_directory = '").append(quoted(log())).append("'\n");
        if (archive.isPresent()) {
            text.append(new Archiving(data, archive.get()).prepare(privilege));
        }
        var own = data.resolve("postgresql-local.conf");
        if (Files.exists(own)) {
            text.append("include '").append(quoted(privilege.hand(own))).append("'\n");
        }
        Files.writeString(configuration(), text);
        privilege.hand(configuration());
    }

    private static String ours() throws IOException {
        try (var file = Cluster.class.getResourceAsStream("/postgresql/luodi.conf")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String quoted(Path path) {
        return path.toString().replace("'", "''");
    }
}
