package org.luodi.bench;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.luodi.platform.server.Databases;
import org.luodi.platform.server.EmbeddedPostgres;
import org.luodi.platform.server.Migrations;
import org.luodi.platform.server.Progress;

/** Runs one part of the measurement on a server of its own; {@code bin/bench} calls it part by part. */
public final class Bench {

    private static final Path HOME = Path.of("target", "bench").toAbsolutePath();
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Table table = new Table(HOME.resolve("rows.md"));
        switch (arguments[0]) {
            case "classpath" -> System.out.println(System.getProperty("java.class.path"));
            case "tree" -> tree(table);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        System.exit(0);
    }

    private static void tree(Table table) throws Exception {
        try (var server = EmbeddedPostgres.start(HOME.resolve("tree"), Map.of(), Progress.silent());
                var database = Databases.pool(server.login("luodi"), ZONE, 4)) {
            Migrations.apply(database);
            new TreePart(database, table).run();
        }
    }
}
