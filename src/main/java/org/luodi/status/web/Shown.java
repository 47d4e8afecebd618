package org.luodi.status.web;

import java.time.Instant;
import org.luodi.platform.web.Ui;
import org.luodi.status.Sign;

/** Signs in words. */
public final class Shown {

    private static final String ABOUT = "status.about.";
    private static final long MEGABYTE = 1L << 20;
    private static final long MANY = 10_000;

    private Shown() {}

    /** What a sign tells of. */
    public static String name(Ui ui, Sign sign) {
        String key = ABOUT + sign.about();
        String about = ui.has(key) ? ui.text(key) : sign.about();
        return ui.text("status.sign." + sign.name(), about);
    }

    /** What it tells of, with its value where it has one. */
    public static String line(Ui ui, Sign sign) {
        return sign.value() == null ? name(ui, sign) : name(ui, sign) + ": " + value(ui, sign);
    }

    /** Its value. */
    public static String value(Ui ui, Sign sign) {
        if (sign.value() == null) {
            return "–";
        }
        return switch (sign.unit()) {
            case COUNT -> ui.number((Long) sign.value());
            case BYTES -> bytes(ui, (Long) sign.value());
            case SECONDS -> ui.text("status.seconds", sign.value());
            case DAYS -> ui.text("status.days", sign.value());
            case MOMENT -> ui.dateTime((Instant) sign.value());
            case WORDS -> String.valueOf(sign.value());
        };
    }

    private static String bytes(Ui ui, long bytes) {
        long megabytes = bytes / MEGABYTE;
        return megabytes < MANY
                ? ui.text("status.megabytes", megabytes)
                : ui.text("status.gigabytes", megabytes / 1024);
    }
}
