package org.luodi.platform.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.luodi.world.Applications;
import org.luodi.world.TestDatabase;

/** Each release's data is taken along by today's migrations and serves today's application. */
class UpgradeTest {

    static List<ReleaseDump> releases() throws IOException {
        return ReleaseDump.all();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void theDataOfAReleaseIsTakenAlong(ReleaseDump release) throws Exception {
        try (var database = TestDatabase.bare()) {
            Migrations.apply(database.dataSource(), release.versions());
            var login = database.superuser();
            LedgerHead before;
            try (var connection = login.connect()) {
                release.load(connection);
                before = LedgerHead.of(connection);
            }
            assertThat(before.entries()).isPositive();

            try (var application =
                    Applications.on(database.login(), Path.of("target", "upgraded " + release.release()))) {
                var tallies = application.getBeansOfType(Proof.class).values().stream()
                        .filter(proof -> proof.key().equals("overview.proof"))
                        .findFirst()
                        .orElseThrow();
                assertThat(tallies.look().wrong()).isEmpty();
                assertThat(tallies.look().looked()).isPositive();
            }
            try (var connection = login.connect()) {
                assertThat(LedgerHead.of(connection).entries()).isGreaterThanOrEqualTo(before.entries());
            }
        }
    }
}
