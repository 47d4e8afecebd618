package org.luodi.platform.server;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What was asked for on the command line, and the settings it results in: a flag wins over the environment, the environment over the
 * file, the file over the default.
 *
 * @param command the first word, if it is not a flag
 * @param rest what belongs to that command
 * @param properties everything to hand to the application, our own settings with {@code luodi.} before their names
 */
record Invocation(Optional<String> command, List<String> rest, boolean help, Map<String, String> properties) {

    private static final List<String> NAMES = List.of(
            "port",
            "data",
            "db.url",
            "db.user",
            "db.password",
            "demo",
            "zone",
            "url",
            "mail.host",
            "mail.port",
            "mail.user",
            "mail.password",
            "mail.from",
            "webhook.private",
            "proxy",
            "capacity",
            "seal",
            "backup.folder",
            "backup.hour",
            "backup.keep",
            "log.json",
            "second.roles",
            "second.key",
            "oidc.issuer",
            "oidc.client",
            "oidc.secret",
            "oidc.claim",
            "oidc.name");
    private static final String FILE = "luodi.properties";
    private static final String PREFIX = "luodi.";

    /** Reads the command line, the environment and the file. */
    static Invocation of(List<String> arguments, Map<String, String> environment, Path folder) {
        var flags = new LinkedHashMap<String, String>();
        var command = arguments.stream().findFirst().filter(word -> !word.startsWith("-"));
        var rest = new ArrayList<String>();
        var left = new ArrayList<>(arguments.subList(command.isPresent() ? 1 : 0, arguments.size()));
        while (!left.isEmpty()) {
            take(left, flags, command.isPresent() ? rest : null);
        }
        var properties = file(flags.remove("config"), folder);
        for (var name : NAMES) {
            Optional.ofNullable(
                            environment.get("LUODI_" + name.replace('.', '_').toUpperCase()))
                    .filter(value -> !value.isBlank())
                    .ifPresent(value -> properties.put(PREFIX + name, value));
        }
        var help = flags.remove("help") != null;
        flags.forEach((name, value) -> properties.put(PREFIX + name, value));
        return new Invocation(command, rest, help, properties);
    }

    /** Takes one flag with its value off the line; what we do not know belongs to the command, if there is one. */
    private static void take(List<String> left, Map<String, String> flags, List<String> rest) {
        var word = left.remove(0);
        var name = word.replaceFirst("=.*", "").replaceFirst("^--", "").replace('-', '.');
        if (word.equals("--help") || word.equals("-h")) {
            flags.put("help", "");
        } else if (word.equals("--empty")) {
            flags.put("demo", "false");
        } else if (word.startsWith("--") && (NAMES.contains(name) || name.equals("config"))) {
            flags.put(name, word.contains("=") ? word.substring(word.indexOf('=') + 1) : value(word, left));
        } else if (rest != null) {
            rest.add(word);
        } else {
            throw new StartRefusal("server.bad.argument", word);
        }
    }

    private static String value(String flag, List<String> left) {
        if (left.isEmpty()) {
            throw new StartRefusal("server.bad.value", flag);
        }
        return left.remove(0);
    }

    private static Map<String, String> file(String named, Path folder) {
        var file = folder.resolve(named == null ? FILE : named);
        if (named == null && !Files.exists(file)) {
            return new HashMap<>();
        }
        var found = new HashMap<String, String>();
        load(file).forEach((key, value) -> found.put(known(file, key.toString()), value.toString()));
        return found;
    }

    private static Properties load(Path file) {
        try {
            var properties = new Properties();
            properties.load(new StringReader(Files.readString(file)));
            return properties;
        } catch (MalformedInputException notUtf8) {
            throw new StartRefusal(notUtf8, "server.bad.encoding", file);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new StartRefusal(unreadable, "server.bad.file", file, unreadable.getMessage());
        }
    }

    /** Our settings may be written with or without the prefix; names of other libraries pass; a name nobody knows is a slip. */
    private static String known(Path file, String key) {
        var name = key.startsWith(PREFIX) ? key.substring(PREFIX.length()) : key;
        if (NAMES.contains(name)) {
            return PREFIX + name;
        }
        if (key.matches("(spring|server|logging|management)\\..+")) {
            return key;
        }
        throw new StartRefusal("server.bad.key", file, key, String.join(", ", NAMES));
    }

    /** The same, for what was restored: another data directory, and the database that goes with it. */
    Invocation on(Restore.Wish restored) {
        var url = restored.database().map(Login::url).orElse("");
        return with(Map.of("data", restored.into().toString(), "db.url", url));
    }

    /** The same, with a database that is there already. */
    Invocation with(Login login) {
        return with(Map.of("db.url", login.url(), "db.user", login.user(), "db.password", login.password()));
    }

    private Invocation with(Map<String, String> settings) {
        var changed = new HashMap<>(properties);
        settings.forEach((name, value) -> changed.put(PREFIX + name, value));
        return new Invocation(command, rest, help, changed);
    }

    /** When and where backups are made, checked. */
    BackupPlan backups() {
        return BackupPlan.read(name -> properties.get(PREFIX + name));
    }

    /** The settings, checked. */
    Settings settings() {
        return Settings.read(name -> properties.get(PREFIX + name));
    }
}
