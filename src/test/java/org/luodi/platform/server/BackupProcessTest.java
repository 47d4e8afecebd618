package org.luodi.platform.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.luodi.platform.ledger.SomeEntries;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Backups as an administrator meets them: real processes, killed in the middle, and the commands of the terminal. */
class BackupProcessTest {

    private final Path folder = Path.of("target", "backed up by process").toAbsolutePath();
    private final Path data = folder.resolve("data");
    private final BackupFolder backups = new BackupFolder(folder.resolve("backups"));

    @Test
    void aKillInTheMiddleOfKeepingTheLogLosesNothing() throws Exception {
        Binaries.delete(folder);
        Files.createDirectories(folder);
        try (var luodi = start()) {
            await().atMost(Duration.ofSeconds(60)).until(() -> backups.newest().isPresent());
            for (var round = 0; round < 6; round++) {
                append();
                execute("SELECT pg_switch_wal()");
            }
            databaseProcess().destroyForcibly();
            luodi.kill();
            luodi.awaitEnd();
        }
        try (var luodi = start()) {
            append();
            execute("SELECT pg_switch_wal()");
            await().atMost(Duration.ofSeconds(60)).until(this::known, head -> head.entries() == 7000);
            await().atMost(Duration.ofSeconds(60)).until(this::isAllKept);
            var backup = backups.newest().orElseThrow();
            assertThat(new WalArchive(backups.wal()).faults(backup.lastWal(), noStep()))
                    .isEmpty();

            // The last of them stand in a file of the log that is not full yet.
            append();
            await().atMost(Duration.ofSeconds(60)).until(this::known, head -> head.entries() == 8000);
            var checked = said(0, "check-backup", backups.folder().toString());
            assertThat(checked).contains("8,000", "✓ 统计数与重新计数一致", "✓ 台账与封存凭证一致");
            assertThat(backups.checked()).content().contains("well=true");
            luodi.terminate();
            luodi.awaitEnd();
        }
        theTerminalSaysWhatIsWrongAndWhatWouldBeLost();
    }

    private void theTerminalSaysWhatIsWrongAndWhatWouldBeLost() throws Exception {
        assertThat(said(2, "restore", backups.folder().toString()))
                .contains("不是空的")
                .doesNotContain("\tat ");
        assertThat(said(2, "restore", backups.folder().toString(), "--at", "yesterday"))
                .contains("看不懂时间“yesterday”");
        new LedgerHead(8003, known().newest()).note(backups.head());
        var restored = folder.resolve("restored");
        try (var refused =
                LuodiProcess.command(restored, "restore", backups.folder().toString())) {
            assertThat(refused.awaitEnd()).isEqualTo(Upkeep.WOULD_LOSE);
            assertThat(refused.said()).contains("台账 3 条", "--accept-loss").doesNotContain("\tat ");
        }
        assertThat(restored).isEmptyDirectory();
    }

    private LuodiProcess start() throws IOException {
        return LuodiProcess.start(
                        data, "--port", "0", "--backup-folder", backups.folder().toString())
                .awaitReady();
    }

    private String said(int code, String... words) throws Exception {
        try (var command = LuodiProcess.command(data, words)) {
            assertThat(command.awaitEnd()).as(command.said()).isEqualTo(code);
            return command.said();
        }
    }

    private LedgerHead known() throws IOException {
        return LedgerHead.noted(backups.head()).orElse(LedgerHead.EMPTY);
    }

    private boolean isAllKept() throws Exception {
        var login = EmbeddedPostgres.attachAsSuperuser(data);
        try (var connection = login.connect();
                var waiting = connection
                        .createStatement()
                        .executeQuery("SELECT count(*) FROM pg_ls_archive_statusdir() WHERE name LIKE '%.ready'")) {
            waiting.next();
            return waiting.getInt(1) == 0;
        }
    }

    private ProcessHandle databaseProcess() throws IOException {
        List<String> mark = Files.readAllLines(new Cluster(data).files().resolve("postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(mark.get(0))).orElseThrow();
    }

    private void append() throws Exception {
        var login = EmbeddedPostgres.attach(data);
        SomeEntries.append(new DriverManagerDataSource(login.url(), login.user(), login.password()), 1000);
    }

    private void execute(String sql) throws Exception {
        var login = EmbeddedPostgres.attachAsSuperuser(data);
        try (var connection = login.connect()) {
            connection.createStatement().execute(sql);
        }
    }

    private static Progress.Step noStep() {
        return Progress.silent().step("server.step.fetch");
    }
}
