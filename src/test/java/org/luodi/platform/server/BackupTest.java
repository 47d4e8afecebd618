package org.luodi.platform.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Backups of a real cluster and what comes back of them; one story, since a cluster takes long to make. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BackupTest {

    private static final Path FOLDER = Path.of("target", "backed up").toAbsolutePath();
    private static final Path INTO = FOLDER.resolve("restored");

    private static KeptServer kept;
    private static Backup backup;
    private static Instant between;

    @BeforeAll
    static void work() throws Exception {
        kept = new KeptServer(FOLDER);
        upload("first");
        kept.append(3);
        backup = kept.backUp();
        between = kept.append(4);
        upload("second");
        new Uploads(kept.data().resolve("files")).mirror(kept.backups());
        kept.append(5);
        kept.awaitKept();
    }

    @AfterAll
    static void stop() {
        kept.close();
    }

    @BeforeEach
    void clear() throws IOException {
        Binaries.delete(INTO);
    }

    @Test
    @Order(1)
    void allComesBackWithUploadsAndPasswordsAlsoWhenALaterMomentIsAskedFor() throws Exception {
        var outcome = restore(Optional.of(kept.now().plusSeconds(60)), false);

        assertThat(outcome.head().entries()).isEqualTo(12);
        assertThat(outcome.lost()).isZero();
        assertThat(INTO.resolve(upload("first"))).hasContent("first");
        assertThat(INTO.resolve(upload("second"))).hasContent("second");
        assertThat(INTO.resolve("postgresql.password"))
                .hasSameBinaryContentAs(kept.data().resolve("postgresql.password"));
        assertThat(INTO.resolve("restoring")).doesNotExist();
    }

    @Test
    @Order(2)
    void anEarlierMomentComesBackOnlyWithConsentToWhatIsLost() throws Exception {
        assertThatThrownBy(() -> restore(Optional.of(between), false))
                .isInstanceOf(LossRefusal.class)
                .hasMessageContaining("5 entries");
        assertThat(INTO).isEmptyDirectory();

        var outcome = restore(Optional.of(between), true);

        assertThat(outcome.head().entries()).isEqualTo(7);
        assertThat(outcome.lost()).isEqualTo(5);
    }

    @Test
    @Order(3)
    void aMomentBeforeTheFirstBackupIsRefusedWithTheEarliestThereIs() {
        var early = backup.begun().minusSeconds(60);
        assertThatThrownBy(() -> restore(Optional.of(early), true))
                .isInstanceOf(StartRefusal.class)
                .hasMessageContaining(backup.finished().toString());
    }

    @Test
    @Order(3)
    void aDirectoryWithSomethingInItIsLeftAlone() throws Exception {
        Files.createDirectories(INTO);
        Files.writeString(INTO.resolve("something"), "of somebody");
        assertThatThrownBy(() -> restore(Optional.empty(), true))
                .isInstanceOf(StartRefusal.class)
                .hasMessageContaining("not empty");
        assertThat(INTO.resolve("something")).hasContent("of somebody");
    }

    @Test
    @Order(3)
    void whatIsDamagedIsNamed() throws Exception {
        var label = backup.cluster().resolve("backup_label");
        var sound = Files.readAllBytes(label);
        Files.writeString(label, "x", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> restore(Optional.empty(), true))
                .isInstanceOf(StartRefusal.class)
                .hasMessageContaining("postgresql/backup_label");
        Files.write(label, sound);

        var manifest = backup.place().resolve(Manifest.NAME);
        var list = Files.readString(manifest);
        Files.writeString(manifest, list.replaceFirst("entries \\d+", "entries 1"));
        assertThatThrownBy(() -> restore(Optional.empty(), true)).hasMessageContaining(Manifest.NAME);
        Files.writeString(manifest, list);
    }

    @Test
    @Order(4)
    void aDamagedOrMissingFileOfTheLogIsNamedAndItsLossNeedsConsent() throws Exception {
        kept.append(2);
        kept.awaitKept();
        kept.append(1);
        kept.awaitKept();
        var last = newest();
        var sound = Files.readAllBytes(last);
        Files.write(last, java.util.Arrays.copyOf(sound, sound.length / 2));
        assertThatThrownBy(() -> restore(Optional.empty(), false)).hasMessageContaining(last.toString());

        Files.delete(last);
        assertThatThrownBy(() -> restore(Optional.empty(), false))
                .isInstanceOf(LossRefusal.class)
                .hasMessageContaining("1 entries");
        Files.write(last, sound);
    }

    @Test
    @Order(4)
    void aGapInTheLogIsNamed() throws Exception {
        var next = kept.backups().wal().resolve(following(backup.lastWal()) + ".gz");
        var moved = Files.move(next, FOLDER.resolve("moved.gz"));
        try {
            assertThatThrownBy(() -> restore(Optional.empty(), false))
                    .isInstanceOf(StartRefusal.class)
                    .hasMessageContaining(next.getFileName().toString().substring(8));
        } finally {
            Files.move(moved, next);
        }
    }

    @Test
    @Order(5)
    void asManyBackupsAreKeptAsAskedForAndTheLogSinceTheOldest() throws Exception {
        kept.append(1);
        var second = new BaseBackup(kept.data(), kept.backups(), Progress.silent());
        org.awaitility.Awaitility.await()
                .until(() -> Instant.now().isAfter(backup.begun().plusSeconds(1)));
        var newer = second.make();
        kept.awaitKept();

        kept.backups().prune(1);

        assertThat(kept.backups().backups()).containsExactly(newer);
        try (var files = Files.list(kept.backups().wal())) {
            assertThat(files.map(f -> f.getFileName().toString()).filter(n -> n.matches("[0-9A-F]{24}\\.gz")))
                    .allMatch(name -> name.compareTo(newer.firstWal()) >= 0);
        }
        assertThat(restore(Optional.empty(), false).head().entries()).isEqualTo(16);
    }

    /** With its log a cluster brings all back that was kept, rows only what there was at their moment. */
    @Test
    @Order(6)
    void newerRowsDoNotComeBackInPlaceOfTheClusterUnlessAskedFor() throws Exception {
        var last = kept.backups().newest().orElseThrow();
        org.awaitility.Awaitility.await()
                .until(() -> Instant.now().isAfter(last.begun().plusSeconds(1)));
        var rows = new RowsBackup(kept.server().login(Cluster.OWNER), kept.data(), kept.backups(), Progress.silent())
                .make();
        kept.append(2);
        kept.awaitKept();

        assertThat(kept.backups().newest()).contains(rows);
        assertThat(choice(new Restore.Terms(false, true, Optional.empty()))).isEqualTo(rows);
        assertThat(choice(Restore.Terms.consenting(false))).isEqualTo(last);
        assertThat(restore(Optional.empty(), false).head().entries()).isEqualTo(18);
    }

    @Test
    @Order(7)
    void anotherInstallationIsRefusedInTheSameFolder() throws Exception {
        var other = FOLDER.resolve("another installation");
        Binaries.delete(other);
        var plan = new BackupPlan(Optional.of(kept.backups().folder()), 3, 7);
        assertThatThrownBy(() -> EmbeddedPostgres.start(Files.createDirectories(other), plan, Progress.silent()))
                .isInstanceOf(StartRefusal.class)
                .hasMessageContaining("belongs to another installation");
        assertThat(new Cluster(kept.data()).system())
                .isEqualTo(kept.backups().newest(false).orElseThrow().fact("system"));
    }

    /** What another installation left in the folder before this was refused is neither restored nor deleted. */
    @Test
    @Order(7)
    void whatAnotherLeftIsNotCounted() throws Exception {
        var own = kept.backups().backups(false);
        var foreign = kept.backups().whole(Instant.parse("2020-01-01T00:00:00Z"));
        Files.createDirectories(foreign);
        var facts = new java.util.LinkedHashMap<>(own.get(0).facts());
        facts.put("system", "1");
        facts.put("begun", "2020-01-01T00:00:00Z");
        new Manifest(facts, java.util.List.of()).write(foreign.resolve(Manifest.NAME));

        assertThat(kept.backups().backups(false)).isEqualTo(own);
        kept.backups().prune(1);
        assertThat(foreign).isDirectory();
        Binaries.delete(foreign);
    }

    private static Backup choice(Restore.Terms terms) throws IOException {
        var wish = new Restore.Wish(kept.backups().folder(), INTO, Optional.empty(), Optional.empty(), terms);
        return new Choice(wish, kept.backups()).choose();
    }

    private static Restore.Outcome restore(Optional<Instant> at, boolean consents) throws IOException {
        var wish = new Restore.Wish(
                kept.backups().folder(), INTO, Optional.empty(), at, Restore.Terms.consenting(consents));
        return new Restore(wish, Progress.silent()).run();
    }

    private static String following(String log) {
        return String.format("%s%08X", log.substring(0, 16), Long.parseLong(log.substring(16), 16) + 1);
    }

    private static Path newest() throws IOException {
        try (var files = Files.list(kept.backups().wal())) {
            return files.filter(f -> f.getFileName().toString().matches("[0-9A-F]{24}\\.gz"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    /** Uploads are named by their content. */
    private static String upload(String content) throws IOException {
        var name = Sha256.of(content);
        var path = "files/" + name.substring(0, 2) + "/" + name.substring(2);
        Files.createDirectories(kept.data().resolve(path).getParent());
        Files.writeString(kept.data().resolve(path), content);
        return path;
    }
}
