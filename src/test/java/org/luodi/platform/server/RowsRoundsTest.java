package org.luodi.platform.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.luodi.platform.ledger.SomeEntries;
import org.luodi.world.TestDatabase;

/** What is made by itself where the database is not the built-in one. */
class RowsRoundsTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Path FOLDER = Path.of("target", "rows each day").toAbsolutePath();

    @Test
    void eachDayTheRowsAreKeptAndSoManyDaysStay() throws Exception {
        Binaries.delete(FOLDER);
        var data = Files.createDirectories(FOLDER.resolve("data"));
        var plan = new BackupPlan(Optional.of(FOLDER.resolve("backups")), 3, 2);
        try (var own = TestDatabase.fresh()) {
            var settings = new Settings(0, data, Optional.of(own.login()), false, ZONE);
            var backups = new Backups(plan, settings);
            SomeEntries.append(own.dataSource(), 5);
            var folder = plan.place().orElseThrow();
            for (int day = 0; day < 3; day++) {
                var clock = Clock.fixed(Instant.now().plus(Duration.ofDays(day)), ZONE);
                var last = folder.newest();
                // They are named by the second.
                await().until(() -> last.isEmpty()
                        || Instant.now().isAfter(last.get().begun().plusSeconds(1)));
                new BackupRounds(backups, settings, plan, own.dataSource(), clock).round();
                assertThat(folder.newest()).isPresent().isNotEqualTo(last);
            }
            var made = folder.backups();
            new BackupRounds(backups, settings, plan, own.dataSource(), Clock.system(ZONE)).round();
            assertThat(folder.backups()).isEqualTo(made);
            assertThat(folder.backups(true)).hasSize(2);
            assertThat(LedgerHead.noted(folder.head()).orElseThrow().entries()).isEqualTo(5);
            var state = backups.state();
            assertThat(state.ours()).isFalse();
            assertThat(state.newest()).contains(folder.newest().orElseThrow().finished());
            assertThat(state.failure()).isEmpty();

            leaveFiles(folder.whole(Instant.now().plus(Duration.ofDays(9))));
            assertThat(backups.state().newest()).isEqualTo(state.newest());
        }
    }

    /** A backup of the built-in database from before the move: none of this one. */
    private static void leaveFiles(Path place) throws Exception {
        var at = Instant.now().toString();
        new Manifest(Map.of("begun", at, "finished", at, "kind", "files"), List.of())
                .write(Files.createDirectories(place).resolve(Manifest.NAME));
    }
}
