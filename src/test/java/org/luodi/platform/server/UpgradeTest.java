package org.luodi.platform.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.luodi.platform.ledger.SomeEntries;
import org.luodi.world.Applications;
import org.luodi.world.TestDatabase;

/** Each release's data is taken along by today's migrations and serves today's application. */
class UpgradeTest {

    private static final long FAR = 5_000_000_000L;

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

    /** The newer program makes the backup before the upgrade, and brings it back where the server counts from its own beginning. */
    @ParameterizedTest
    @MethodSource("releases")
    void itsRowsAreBackedUpBeforeTheUpgrade(ReleaseDump release) throws Exception {
        var folder =
                Path.of("target", "before the upgrade " + release.release()).toAbsolutePath();
        Binaries.delete(folder);
        var data = Files.createDirectories(folder.resolve("data"));
        var backups = new BackupFolder(folder.resolve("backups"));
        try (var database = TestDatabase.bare();
                var own = TestDatabase.bare()) {
            Migrations.apply(database.dataSource(), release.versions());
            try (var connection = database.superuser().connect()) {
                release.load(connection);
            }
            var counts = RowsWorld.counts(database);
            var made = new RowsBackup(database.login(), data, backups, Progress.silent()).make();
            assertThat(RowsWorld.counts(database)).as("the release's own").isEqualTo(counts);
            sayNext(made, FAR);

            var wish = new Restore.Wish(
                    backups.folder(),
                    folder.resolve("restored"),
                    Optional.of(own.login()),
                    Optional.empty(),
                    Restore.Terms.consenting(false));
            assertThat(new Restore(wish, Progress.silent()).run().head()).isEqualTo(made.head());

            counts.remove("platform.schema_history");
            assertThat(RowsWorld.counts(own)).containsAllEntriesOf(counts);
            assertThat(Migrations.apply(own.dataSource())).isPositive();
            SomeEntries.append(own.dataSource(), 1);
            assertThat(own.jdbc()
                            .sql("select max(tx::text::bigint) from platform.entry")
                            .query(Long.class)
                            .single())
                    .isGreaterThanOrEqualTo(FAR);
        }
    }

    /** As if the server that it came from had counted so far. */
    private static void sayNext(Backup backup, long next) throws IOException {
        var facts = new LinkedHashMap<>(backup.facts());
        facts.put("next", Long.toString(next));
        new Manifest(facts, backup.manifest().items()).write(backup.place().resolve(Manifest.NAME));
    }
}
