package org.luodi.platform.server;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * The commands that work on the data themselves, beside a running application or without one: {@code backup}, {@code restore} and
 * {@code check-backup}. They never change tables, so a backup can be made before an upgrade.
 */
final class Upkeep {

    /** The words that select them. */
    static final Set<String> NAMES = Set.of("backup", "restore", "check-backup");

    /** The exit code of a restore that waits for consent. */
    static final int WOULD_LOSE = 3;

    private static final String CONSENT = "--accept-loss";
    private static final String WITHOUT_PROOF = "--without-proof";
    private static final String ROWS = "--rows";

    private final Invocation invocation;
    private final Settings settings;
    private final PrintStream out;
    private final ToIntFunction<Restore.Wish> proof;

    /**
     * Prepares it.
     *
     * @param proof proves what was restored, with the application; gives an exit code
     */
    Upkeep(Invocation invocation, PrintStream out, ToIntFunction<Restore.Wish> proof) {
        this.invocation = invocation;
        this.settings = invocation.settings();
        this.out = out;
        this.proof = proof;
        LoggingSystem.get(Upkeep.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    }

    /** Does what was asked for and returns the exit code of the process. */
    int run(String name) {
        try {
            return switch (name) {
                case "backup" -> backup(words(Set.of(ROWS)));
                case "restore" -> restore(words(Set.of(CONSENT, WITHOUT_PROOF, ROWS, UpkeepWords.AT)));
                default -> check(words(Set.of()).folder(invocation.backups()));
            };
        } catch (LossRefusal loss) {
            out.println();
            out.println(loss.getMessage());
            return WOULD_LOSE;
        } catch (IOException failure) {
            throw DataFolder.refusal(failure, settings.data());
        }
    }

    private UpkeepWords words(Set<String> flags) {
        return new UpkeepWords(invocation.rest(), flags, settings.zone());
    }

    private int backup(UpkeepWords words) throws IOException {
        var folder = new BackupFolder(words.folder(invocation.backups()));
        var progress = new Progress(out, 2);
        if (settings.database().isPresent()) {
            return made(new RowsBackup(settings.database().get(), settings.data(), folder, progress).make());
        }
        if (!Files.exists(new Cluster(settings.data()).files())) {
            throw new StartRefusal("server.backup.nothing", settings.data());
        }
        if (DataLock.taken(settings.data())) {
            return made(make(words.has(ROWS), folder, progress));
        }
        progress.total(3);
        try (var server = EmbeddedPostgres.start(settings.data(), invocation.backups(), progress)) {
            return made(make(words.has(ROWS), folder, progress));
        }
    }

    private Backup make(boolean rows, BackupFolder folder, Progress progress) throws IOException {
        return rows
                ? new RowsBackup(EmbeddedPostgres.attach(settings.data()), settings.data(), folder, progress).make()
                : new BaseBackup(settings.data(), folder, progress).make();
    }

    private int made(Backup backup) {
        out.println(Bilingual.text(
                "server.backup.made", backup.place(), backup.head().entries(), told(backup.head())));
        return 0;
    }

    private int restore(UpkeepWords words) throws IOException {
        var from = words.folder(invocation.backups());
        var terms = new Restore.Terms(words.has(CONSENT), words.has(ROWS), Optional.empty());
        var wish = new Restore.Wish(from, settings.data(), settings.database(), words.at(), terms);
        var outcome = new Restore(wish, new Progress(out, wish.database().isPresent() ? 3 : 4)).run();
        var into = settings.data()
                + wish.database().map(login -> " + " + login.url()).orElse("");
        out.println(Bilingual.text("server.restore.made", into, outcome.head().entries(), told(outcome.head())));
        if (outcome.lost() > 0) {
            out.println(Bilingual.text("server.restore.lost", outcome.lost()));
        }
        return words.has(WITHOUT_PROOF) ? 0 : proof.applyAsInt(wish);
    }

    /** Restores into a folder of its own, proves what came back, and notes the outcome for operators. */
    private int check(Path folder) throws IOException {
        var backups = new BackupFolder(folder);
        // Rows are always as old as their backup: that the ledger has gone on since is no fault of it.
        var rows = settings.database().isPresent() || backups.newest(false).isEmpty();
        var known = LedgerHead.noted(backups.head());
        new Archiving(settings.data(), backups).settle();
        var scratch = Files.createTempDirectory(folder, "check-");
        var code = Launch.FAULT;
        try {
            var wish = new Restore.Wish(
                    folder,
                    scratch.resolve("data"),
                    Optional.empty(),
                    Optional.empty(),
                    new Restore.Terms(rows, rows, known));
            var outcome = new Restore(wish, new Progress(out, 4)).run();
            out.println(
                    Bilingual.text("server.check.made", folder, outcome.head().entries(), told(outcome.head())));
            code = proof.applyAsInt(wish);
            return code;
        } catch (LossRefusal behind) {
            // Each file is sound: the log lags behind, which is said here and elsewhere, and is no fault of the backup.
            code = WOULD_LOSE;
            throw behind;
        } finally {
            note(backups, code);
            Binaries.delete(scratch);
        }
    }

    private static void note(BackupFolder backups, int code) throws IOException {
        if (code != WOULD_LOSE) {
            Files.writeString(backups.checked(), "at=" + Instant.now() + "\nwell=" + (code == 0) + "\n");
        }
    }

    private String told(LedgerHead head) {
        return head.newest()
                .map(at -> at.atZone(settings.zone()).toOffsetDateTime().toString())
                .orElse("–");
    }
}
