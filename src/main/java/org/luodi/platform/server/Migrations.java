package org.luodi.platform.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Brings the tables up to date: one run for each module, in the order in which modules may refer to each other. */
public final class Migrations {

    /** Lower modules first, since foreign keys point down. */
    static final List<String> MODULES = List.of(
            "platform",
            "organisation",
            "programme",
            "matters",
            "evidence",
            "claims",
            "relays",
            "voice",
            "sheets",
            "days",
            "overview",
            "promises",
            "evaluations",
            "open311");

    /** Where each module remembers which migrations were applied. */
    static final String HISTORY = "schema_history";

    private Migrations() {}

    /** Applies what is new to each module's own schema, kept in a history of its own; returns how many migrations that was. */
    public static int apply(DataSource database) {
        int applied = MODULES.stream()
                .filter(Migrations::hasTables)
                .mapToInt(module -> apply(module, database))
                .sum();
        if (applied > 0 || OfficeRole.isWaiting(database)) {
            OfficeRole.apply(database);
        }
        return applied;
    }

    /** Makes the tables as they were at these versions of the modules. */
    static void apply(DataSource database, Map<String, String> versions) {
        MODULES.stream()
                .filter(versions::containsKey)
                .forEach(module -> of(module, database)
                        .target(MigrationVersion.fromVersion(versions.get(module)))
                        .load()
                        .migrate());
    }

    /** Which of these versions this program does not know, since a newer one made them. */
    static List<String> unknown(Map<String, String> versions) {
        return versions.entrySet().stream()
                .filter(known -> !MODULES.contains(known.getKey())
                        || newest(known.getKey()).compareTo(MigrationVersion.fromVersion(known.getValue())) < 0)
                .map(newer -> newer.getKey() + " " + newer.getValue())
                .toList();
    }

    private static MigrationVersion newest(String module) {
        try {
            var files =
                    new PathMatchingResourcePatternResolver().getResources("classpath:" + folder(module) + "/V*.sql");
            return Stream.of(files)
                    .map(file -> file.getFilename().replaceFirst("^V(\\d+)__.*", "$1"))
                    .map(MigrationVersion::fromVersion)
                    .max(Comparator.naturalOrder())
                    .orElse(MigrationVersion.EMPTY);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean hasTables(String module) {
        return Migrations.class.getResource("/" + folder(module)) != null;
    }

    private static int apply(String module, DataSource database) {
        return of(module, database).load().migrate().migrationsExecuted;
    }

    /** How the migrations of a module are found and remembered. */
    static FluentConfiguration of(String module, DataSource database) {
        return Flyway.configure()
                .dataSource(database)
                .schemas(module)
                .table(HISTORY)
                .locations("classpath:" + folder(module))
                .sqlMigrationPrefix("V")
                .validateMigrationNaming(true);
    }

    private static String folder(String module) {
        return "db/migration/" + module;
    }
}
