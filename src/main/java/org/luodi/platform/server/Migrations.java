package org.luodi.platform.server;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

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
                .table("schema_history")
                .locations("classpath:" + folder(module))
                .sqlMigrationPrefix("V")
                .validateMigrationNaming(true);
    }

    private static String folder(String module) {
        return "db/migration/" + module;
    }
}
