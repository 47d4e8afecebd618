package org.luodi.platform.server;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What an administrator may choose. Every value has a default, so that none has to be chosen. */
public record Settings(int port, Path data, Optional<Login> database, boolean demo, ZoneId zone) {

    /** Reads the settings by their short names ({@code port}, {@code db.url}, ...); refuses a value that makes no sense. */
    public static Settings read(UnaryOperator<String> values) {
        seal(text(values, "seal", "ed25519"));
        return new Settings(
                port(text(values, "port", "8080")),
                Path.of(text(values, "data", "data")).toAbsolutePath().normalize(),
                login(values),
                flag("demo", text(values, "demo", "true")),
                zone(text(values, "zone", "Asia/Shanghai")));
    }

    static String text(UnaryOperator<String> values, String name, String otherwise) {
        var value = values.apply(name);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }

    static int port(String value) {
        if (value.matches("\\d{1,5}") && Integer.parseInt(value) <= 65535) {
            return Integer.parseInt(value);
        }
        throw new StartRefusal("server.bad.port", value);
    }

    private static Optional<Login> login(UnaryOperator<String> values) {
        var url = text(values, "db.url", "");
        if (url.isEmpty()) {
            return Optional.empty();
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new StartRefusal("server.bad.url", url);
        }
        return Optional.of(new Login(url, text(values, "db.user", "luodi"), text(values, "db.password", "")));
    }

    static boolean flag(String name, String value) {
        return switch (value.toLowerCase()) {
            case "true", "yes", "on", "1" -> true;
            case "false", "no", "off", "0" -> false;
            default -> throw new StartRefusal("server.bad.flag", name, value);
        };
    }

    /** Which algorithm it is, the ledger knows; a slip is told before anything starts. */
    private static void seal(String algorithm) {
        if (!algorithm.matches("ed25519|sm2")) {
            throw new StartRefusal("server.bad.seal", algorithm);
        }
    }

    private static ZoneId zone(String value) {
        try {
            return ZoneId.of(value);
        } catch (DateTimeException unknown) {
            throw new StartRefusal("server.bad.zone", value);
        }
    }
}
