package org.luodi.platform.server;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    private final Invocation invocation;
    private final Settings settings;
    private final PrintStream out;
    private final ToIntFunction<Path> proof;

    /**
     * Prepares it.
     *
     * @param proof proves the data of a directory, with the application; gives an exit code
     */
    Upkeep(Invocation invocation, PrintStream out, ToIntFunction<Path> proof) {
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
                case "backup" -> backup(folder(words(Set.of())));
                case "restore" -> restore(words(Set.of(CONSENT, WITHOUT_PROOF)));
                default -> check(folder(words(Set.of())));
            };
        } catch (LossRefusal loss) {
            out.println();
            out.println(loss.getMessage());
            return WOULD_LOSE;
        } catch (IOException failure) {
            throw DataFolder.refusal(failure, settings.data());
        }
    }

    private int backup(Path folder) throws IOException {
        if (settings.database().isPresent()) {
            throw new StartRefusal(
                    "server.backup.elsewhere", settings.database().get());
        }
        if (!Files.exists(new Cluster(settings.data()).files())) {
            throw new StartRefusal("server.backup.nothing", settings.data());
        }
        var progress = new Progress(out, 2);
        if (DataLock.taken(settings.data())) {
            return made(new BaseBackup(settings.data(), new BackupFolder(folder), progress).make());
        }
        progress.total(3);
        try (var server = EmbeddedPostgres.start(settings.data(), invocation.backups(), progress)) {
            return made(new BaseBackup(settings.data(), new BackupFolder(folder), progress).make());
        }
    }

    private int made(Backup backup) {
        out.println(Bilingual.text(
                "server.backup.made", backup.place(), backup.head().entries(), told(backup.head())));
        return 0;
    }

    private int restore(List<String> words) throws IOException {
        var at = at(words);
        var wish = new Restore.Wish(
                folder(words), settings.data(), at, invocation.rest().contains(CONSENT));
        var outcome = new Restore(wish, new Progress(out, 4)).run();
        out.println(Bilingual.text(
                "server.restore.made", settings.data(), outcome.head().entries(), told(outcome.head())));
        if (outcome.lost() > 0) {
            out.println(Bilingual.text("server.restore.lost", outcome.lost()));
        }
        return invocation.rest().contains(WITHOUT_PROOF) ? 0 : proof.applyAsInt(settings.data());
    }

    /** Restores into a folder of its own, proves what came back, and notes the outcome for operators. */
    private int check(Path folder) throws IOException {
        var scratch = Files.createTempDirectory(folder, "check-");
        var code = Launch.FAULT;
        try {
            var wish = new Restore.Wish(folder, scratch.resolve("data"), Optional.empty(), false);
            var outcome = new Restore(wish, new Progress(out, 4)).run();
            out.println(
                    Bilingual.text("server.check.made", folder, outcome.head().entries(), told(outcome.head())));
            code = proof.applyAsInt(wish.into());
            return code;
        } finally {
            Files.writeString(
                    new BackupFolder(folder).checked(), "at=" + Instant.now() + "\nwell=" + (code == 0) + "\n");
            Binaries.delete(scratch);
        }
    }

    private String told(LedgerHead head) {
        return head.newest()
                .map(at -> at.atZone(settings.zone()).toOffsetDateTime().toString())
                .orElse("–");
    }

    /** The words that are no flags we know, the moment of a restore with them. */
    private List<String> words(Set<String> flags) {
        var words = new ArrayList<String>();
        for (var word : invocation.rest()) {
            if (!flags.contains(word)) {
                words.add(word);
            }
        }
        return words;
    }

    private Optional<Instant> at(List<String> words) {
        var flag = words.indexOf("--at");
        if (flag < 0) {
            return Optional.empty();
        }
        words.remove(flag);
        if (flag == words.size()) {
            throw new StartRefusal("server.bad.value", "--at");
        }
        return Optional.of(Moments.read(words.remove(flag), settings.zone()));
    }

    private Path folder(List<String> words) {
        words.stream().filter(word -> word.startsWith("-")).findFirst().ifPresent(word -> {
            throw new StartRefusal("server.bad.argument", word);
        });
        if (words.size() > 1) {
            throw new StartRefusal("server.bad.argument", words.get(1));
        }
        return words.stream()
                .findFirst()
                .map(word -> Path.of(word).toAbsolutePath().normalize())
                .or(() -> invocation.backups().folder())
                .orElseThrow(() -> new StartRefusal("server.backup.where"));
    }
}
