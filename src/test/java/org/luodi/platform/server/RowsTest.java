package org.luodi.platform.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.platform.ledger.SomeEntries;
import org.luodi.world.TestDatabase;

/** Backups of rows of a small world: what comes back elsewhere, and what is refused. */
class RowsTest {

    private static final Path FOLDER = Path.of("target", "rows").toAbsolutePath();
    private static final Path INTO = FOLDER.resolve("restored");

    private static RowsWorld world;
    private static Backup backup;

    @BeforeAll
    static void work() throws Exception {
        world = RowsWorld.in(FOLDER);
        backup = world.backUp();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void clear() throws IOException {
        Binaries.delete(INTO);
    }

    @Test
    void allComesIntoAnEmptyDatabaseAndStandsAsInANewOne() throws Exception {
        try (var own = TestDatabase.bare();
                var fresh = TestDatabase.fresh()) {
            leaveHalf(own);
            var outcome = restore(own);

            assertThat(outcome).isEqualTo(new Restore.Outcome(backup.head(), 0));
            assertThat(RowsWorld.counts(own)).isEqualTo(RowsWorld.counts(world.database()));
            assertThat(RowsWorld.sequences(own)).isEqualTo(RowsWorld.sequences(world.database()));
            Migrations.apply(own.dataSource());
            assertThat(RowsWorld.guards(own)).isEqualTo(RowsWorld.guards(fresh));
            for (var table : new String[] {"platform.entry", "platform.head", "evaluations.asking"}) {
                assertThatThrownBy(() ->
                                own.jdbc().sql("truncate " + table + " cascade").update())
                        .as(table)
                        .rootCause()
                        .isInstanceOf(SQLException.class);
            }
            assertThat(new RowsPlace(own.login()).isHalfway()).isFalse();
            assertThat(INTO.resolve(world.upload())).hasContent("an upload");
            assertThat(INTO.resolve("some.key")).hasContent("a key");
            assertThat(INTO.resolve("postgresql")).doesNotExist();
            assertThat(INTO.resolve("restoring")).doesNotExist();
        }
    }

    @Test
    void theTerminalSaysWhatCameBackAndProvesIt() throws Exception {
        try (var own = TestDatabase.bare();
                var restore = LuodiProcess.command(
                        INTO,
                        "restore",
                        world.backups().folder().toString(),
                        "--db-url=" + own.login().url(),
                        "--db-user=" + own.login().user(),
                        "--db-password=" + own.login().password())) {
            assertThat(restore.awaitEnd()).as(restore.said()).isZero();
            assertThat(restore.said()).contains("✓ 台账与封存凭证一致", "✓ 统计数与重新计数一致", "✓ 上传的文件");
        }
    }

    @Test
    void allComesBackIntoABuiltInDatabaseWhoseLedgerGoesOn() throws Exception {
        assertThat(restore(Optional.empty(), Optional.empty()).head()).isEqualTo(backup.head());

        try (var server = EmbeddedPostgres.start(INTO, Map.of("fsync", "off"), Progress.silent())) {
            RowsWorld.mustGoOn(server.login(Cluster.OWNER), INTO);
        }
    }

    @Test
    void itIsOfOneMomentAlsoWhileMovesGoOn() throws Exception {
        var elsewhere = new BackupFolder(FOLDER.resolve("busy"));
        try (var busy = TestDatabase.fresh();
                var moves = RowsWorld.moves(busy)) {
            var made = new RowsBackup(busy.login(), world.data(), elsewhere, Progress.silent()).make();
            moves.awaitMore();

            var entries = made.head().entries();
            assertThat(entries).isPositive().isLessThan(moves.entries());
            assertThat(RowsWorld.rows(made, "platform.entry")).hasSize((int) entries);
            assertThat(RowsWorld.rows(made, "overview.progress"))
                    .singleElement()
                    .asString()
                    .contains("\t" + entries + "\t");
        }
    }

    @Test
    void aDamagedFileIsNamed() throws Exception {
        var file = Backup.rows(backup.rows(), "platform.entry");
        var sound = Files.readAllBytes(file);
        Files.writeString(file, "x", StandardOpenOption.APPEND);
        try (var own = TestDatabase.bare()) {
            assertThatThrownBy(() -> restore(own))
                    .isInstanceOf(StartRefusal.class)
                    .hasMessageContaining("rows/platform.entry.gz");
        } finally {
            Files.write(file, sound);
        }
    }

    @Test
    void aDatabaseWithSomethingInItIsLeftAlone() throws Exception {
        try (var own = TestDatabase.bare()) {
            own.jdbc().sql("create table public.theirs (id int)").update();
            assertThatThrownBy(() -> restore(own))
                    .isInstanceOf(StartRefusal.class)
                    .hasMessageContaining("public.theirs")
                    .hasMessageContaining("LUODI_DB_URL");
            assertThat(RowsWorld.counts(own)).isEmpty();
        }
        assertThat(INTO).doesNotExist();
    }

    /** What an interrupted restore has left: nothing starts on it, and the next one clears it away. */
    private static void leaveHalf(TestDatabase own) throws Exception {
        var place = new RowsPlace(own.login());
        place.begin();
        own.jdbc().sql("create schema platform create table entry (id int)").update();
        assertThatThrownBy(() -> new RowsBackup(own.login(), world.data(), world.backups(), Progress.silent()).make())
                .isInstanceOf(StartRefusal.class)
                .hasMessageContaining("bin/dev restore");
    }

    @Test
    void aBackupOfAnOlderProgramComesBackAsItWasAndIsTakenAlong() throws Exception {
        var versions = new HashMap<>(backup.versions());
        versions.remove("open311");
        versions.put("evaluations", "005");
        var elsewhere = new BackupFolder(FOLDER.resolve("older"));
        try (var older = TestDatabase.bare();
                var own = TestDatabase.bare()) {
            Migrations.apply(older.dataSource(), versions);
            SomeEntries.append(older.dataSource(), 3);
            new RowsBackup(older.login(), world.data(), elsewhere, Progress.silent()).make();

            new Restore(wish(elsewhere.folder(), Optional.of(own.login()), Optional.empty()), Progress.silent()).run();

            assertThat(RowsWorld.counts(own)).isEqualTo(RowsWorld.counts(older));
            assertThat(Migrations.apply(own.dataSource())).isEqualTo(2);
        }
    }

    @Test
    void aBackupOfANewerProgramIsRefused() throws Exception {
        try (var own = TestDatabase.bare();
                var newer = said("version.platform", "999")) {
            assertThatThrownBy(() -> restore(own))
                    .isInstanceOf(StartRefusal.class)
                    .hasMessageContaining("platform 999");
        }
    }

    @Test
    void nothingRemainsOfABackupThatIsNotWhatItSays() throws Exception {
        try (var own = TestDatabase.bare();
                var other = said("rows.platform.entry", "7")) {
            assertThatThrownBy(() -> restore(own))
                    .isInstanceOf(StartRefusal.class)
                    .hasMessageContaining("platform.entry");
            new RowsPlace(own.login()).mustFit();
        }
        assertThat(INTO).isEmptyDirectory();
    }

    @Test
    void noMomentCanBeAskedForAndNoFilesOfAClusterGoElsewhere() throws Exception {
        try (var own = TestDatabase.bare();
                var files = said("kind", "files")) {
            assertThatThrownBy(() -> restore(own))
                    .isInstanceOf(StartRefusal.class)
                    .hasMessageContaining("--rows");
        }
        assertThatThrownBy(() -> restore(Optional.empty(), Optional.of(Instant.now())))
                .isInstanceOf(StartRefusal.class)
                .hasMessageContaining("--at");
    }

    @Test
    void whatIsKnownToHaveBeenKeptAndDoesNotComeBackNeedsConsent() throws Exception {
        var known = new LedgerHead(backup.head().entries() + 3, backup.head().newest());
        known.note(world.backups().head());
        try (var own = TestDatabase.bare()) {
            assertThatThrownBy(() -> restore(own))
                    .isInstanceOf(LossRefusal.class)
                    .hasMessageContaining("3 entries");
            new RowsPlace(own.login()).mustFit();
        } finally {
            Files.delete(world.backups().head());
        }
    }

    private static Restore.Outcome restore(TestDatabase own) throws IOException {
        return restore(Optional.of(own.login()), Optional.empty());
    }

    private static Restore.Outcome restore(Optional<Login> into, Optional<Instant> at) throws IOException {
        return new Restore(wish(world.backups().folder(), into, at), Progress.silent()).run();
    }

    private static Restore.Wish wish(Path from, Optional<Login> into, Optional<Instant> at) {
        return new Restore.Wish(from, INTO, into, at, Restore.Terms.consenting(false));
    }

    /** The same backup with another word in its manifest, until it is closed. */
    private static AutoCloseable said(String name, String value) throws IOException {
        var file = backup.place().resolve(Manifest.NAME);
        var sound = Files.readString(file);
        var manifest = backup.manifest();
        var facts = new LinkedHashMap<>(manifest.facts());
        facts.put(name, value);
        new Manifest(facts, manifest.items()).write(file);
        return () -> Files.writeString(file, sound);
    }
}
