package org.luodi.platform.server;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.springframework.stereotype.Component;

/** How the backups of this installation stand. */
@Component
public class Backups {

    private final BackupPlan plan;
    private final Settings settings;
    private volatile Failure failure;

    Backups(BackupPlan plan, Settings settings) {
        this.plan = plan;
        this.settings = settings;
    }

    private record Failure(Instant at, String words) {}

    /**
     * How they stand.
     *
     * @param ours whether the database is the built-in one, whose log is kept too; of another one the rows are
     * @param folder where they are kept, if any are made
     * @param newest when the newest whole one was finished, of the kind that is made of this database each day
     * @param checked when one was last restored on trial
     * @param sound whether what came back then was whole
     * @param failure what went wrong since the newest
     */
    public record State(
            boolean ours,
            Optional<Path> folder,
            Optional<Instant> newest,
            Optional<Instant> checked,
            boolean sound,
            Optional<String> failure) {}

    /** Whether the application works on the server of its own data directory. */
    boolean isOurs() {
        try {
            var cluster = new Cluster(settings.data());
            return cluster.port().isPresent()
                    && settings.database()
                            .filter(login -> login.url().equals(url()))
                            .isPresent();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String url() {
        try {
            return EmbeddedPostgres.attach(settings.data()).url();
        } catch (IOException unreadable) {
            return "";
        }
    }

    /** Looks into the folder. */
    public State state() {
        try {
            var ours = isOurs();
            var newest = plan.place().isEmpty()
                    ? Optional.<Backup>empty()
                    : plan.place().get().newest(!ours);
            var checked = checked();
            return new State(
                    ours,
                    plan.folder(),
                    newest.map(Backup::finished),
                    LedgerHead.instant(checked.getProperty("at", "")),
                    Boolean.parseBoolean(checked.getProperty("well", "false")),
                    Optional.ofNullable(failure).map(Failure::words));
        } catch (IOException unreadable) {
            return new State(
                    isOurs(),
                    plan.folder(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Optional.of(String.valueOf(unreadable)));
        }
    }

    private Properties checked() throws IOException {
        var properties = new Properties();
        var file = plan.place().map(BackupFolder::checked).filter(Files::exists);
        if (file.isPresent()) {
            properties.load(new StringReader(Files.readString(file.get())));
        }
        return properties;
    }

    void failed(Instant at, Exception why) {
        failure = new Failure(at, String.valueOf(why.getMessage()));
    }

    void succeeded() {
        failure = null;
    }

    Optional<Instant> lastFailure() {
        return Optional.ofNullable(failure).map(Failure::at);
    }
}
