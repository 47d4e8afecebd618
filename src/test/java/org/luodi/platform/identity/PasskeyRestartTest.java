package org.luodi.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.luodi.world.Applications;
import org.luodi.world.TestDatabase;
import org.luodi.world.Visitor;
import org.springframework.context.ConfigurableApplicationContext;

/** What lets somebody in stands in the database: a passkey made before a restart is good after it. */
class PasskeyRestartTest {

    private static final Path FILES = TestDatabase.FOLDER.resolve("passkeys");
    private static final String PASSWORD = "four windows and a kettle";

    @Test
    void aPasskeyOutlivesARestart() throws Exception {
        Authenticator device = new Authenticator();
        try (var database = TestDatabase.fresh()) {
            try (var first = start(database)) {
                first.getBean(Accounts.class).create("keeps-a-passkey", "王芳", PASSWORD, Actor.SYSTEM);
                Visitor here = Visitor.signedIn(port(first), "keeps-a-passkey", PASSWORD);
                assertThat(device.register(here, port(first), "/me/passkeys")).isEqualTo(200);
            }
            try (var second = start(database)) {
                Visitor next = new Visitor(port(second));
                assertThat(device.signIn(next, port(second))).isEqualTo(200);
                assertThat(next.page("/me").text()).contains("keeps-a-passkey");

                Authenticator other = new Authenticator();
                assertThat(other.signIn(new Visitor(port(second)), port(second)))
                        .isEqualTo(401);
            }
        }
    }

    private static ConfigurableApplicationContext start(TestDatabase database) {
        return Applications.on(database.login(), FILES, "--luodi.tree=false");
    }

    private static int port(ConfigurableApplicationContext application) {
        return application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }
}
