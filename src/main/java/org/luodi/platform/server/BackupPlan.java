package org.luodi.platform.server;

import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where and when backups are made by themselves.
 *
 * @param folder where they are kept; nothing is made by itself where none is named
 * @param hour of the day, in the installation's time zone
 * @param keep how many are kept; the write-ahead log is kept as far back as the oldest of them
 */
record BackupPlan(Optional<Path> folder, int hour, int keep) {

    static final BackupPlan NONE = new BackupPlan(Optional.empty(), 3, 7);

    /** Reads the settings by their short names; refuses a value that makes no sense. */
    static BackupPlan read(UnaryOperator<String> values) {
        var folder = Settings.text(values, "backup.folder", "");
        return new BackupPlan(
                folder.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Path.of(folder).toAbsolutePath().normalize()),
                number(values, "backup.hour", NONE.hour, 23),
                Math.max(1, number(values, "backup.keep", NONE.keep, 9999)));
    }

    private static int number(UnaryOperator<String> values, String name, int otherwise, int most) {
        var value = Settings.text(values, name, Integer.toString(otherwise));
        if (!value.matches("\\d{1,4}") || Integer.parseInt(value) > most) {
            throw new StartRefusal("server.bad.number", name, value, most);
        }
        return Integer.parseInt(value);
    }

    Optional<BackupFolder> place() {
        return folder.map(BackupFolder::new);
    }

    /** When the newest backup should have been begun by now. */
    ZonedDateTime lastDue(ZonedDateTime now) {
        var today = now.with(LocalTime.of(hour, 0));
        return today.isAfter(now) ? today.minusDays(1) : today;
    }
}
