package org.luodi.platform.server;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The database, ready for use, and what must happen before the first page. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

    private static final int CONNECTIONS = 12;

    @Bean
    Settings settings(Environment environment) {
        return Settings.read(name -> environment.getProperty("luodi." + name));
    }

    @Bean
    Outward outward(Environment environment, Settings settings) {
        return Outward.read(name -> environment.getProperty("luodi." + name), settings.port());
    }

    @Bean
    BackupPlan backupPlan(Environment environment) {
        return BackupPlan.read(name -> environment.getProperty("luodi." + name));
    }

    /** The data source comes with its tables, so whoever asks for it need not wait for anything else. */
    @Bean
    HikariDataSource dataSource(Settings settings, ObjectProvider<Progress> progress) {
        var login = settings.database().orElseThrow(() -> new StartRefusal("server.database.missing"));
        var pool = Databases.pool(login, settings.zone(), CONNECTIONS);
        try (var step = progress.getIfAvailable(Progress::silent).step("server.step.tables")) {
            var applied = Migrations.apply(pool);
            if (applied == 0) {
                step.already();
            } else {
                step.result(applied);
            }
            return pool;
        } catch (RuntimeException failure) {
            pool.close();
            throw failure;
        }
    }

    /** Whoever only wants to see the server start and stop can do without a nation: {@code -Dluodi.first-run=false}. */
    @Bean
    @ConditionalOnWebApplication
    @ConditionalOnBooleanProperty(name = "luodi.first-run", matchIfMissing = true)
    FirstRuns firstRuns(ObjectProvider<FirstRun> runs, ObjectProvider<Progress> progress) {
        return new FirstRuns(runs, progress.getIfAvailable(Progress::silent));
    }
}
