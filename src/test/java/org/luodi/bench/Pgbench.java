package org.luodi.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.luodi.platform.server.EmbeddedPostgres;
import org.luodi.platform.server.Login;

/** PostgreSQL's own measure on the same server: its TPC-B-like transactions, in a database of their own. */
final class Pgbench {

    private final Login login;

    Pgbench(EmbeddedPostgres server, Login login) throws Exception {
        this.login = login;
        try (var connection = DriverManager.getConnection(
                        server.superuser().url(),
                        server.superuser().user(),
                        server.superuser().password());
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists bench");
            statement.execute("create database bench owner " + login.user());
        }
    }

    /** Transactions a second. */
    double rate(int clients, int seconds) throws Exception {
        run(List.of("-i", "-q", "-s", "10", "bench"));
        String output = run(List.of("-c", "" + clients, "-j", "2", "-T", "" + seconds, "bench"));
        var rate = Pattern.compile("tps = ([0-9.]+)").matcher(output);
        if (!rate.find()) {
            throw new IllegalStateException(output);
        }
        return Double.parseDouble(rate.group(1));
    }

    private String run(List<String> words) throws Exception {
        String port = login.url().replaceAll(".*:(\\d+)/.*", "$1");
        List<String> command = new ArrayList<>(List.of("pgbench", "-h", "127.0.0.1", "-p", port, "-U", login.user()));
        command.addAll(words);
        Path output = Files.createTempFile("pgbench", ".txt");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("PGPASSWORD", login.password());
        int code = builder.start().waitFor();
        String text = Files.readString(output);
        if (code != 0) {
            throw new IllegalStateException(text);
        }
        return text;
    }
}
