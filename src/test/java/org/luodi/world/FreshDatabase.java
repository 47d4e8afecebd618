package org.luodi.world;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives an application in a test a database of its own. */
class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var database = TestDatabase.fresh();
        Map<String, Object> settings = Map.of(
                "luodi.db.url",
                database.jdbcUrl(),
                "luodi.db.user",
                database.user(),
                "luodi.db.password",
                database.password(),
                "luodi.demo",
                "false",
                "luodi.tree",
                "false",
                "luodi.data",
                TestDatabase.FOLDER.resolve("files").toString());
        // Below what a test class asks for itself, above the application's own files.
        context.getEnvironment()
                .getPropertySources()
                .addAfter("systemEnvironment", new MapPropertySource("fresh database", settings));
    }
}
