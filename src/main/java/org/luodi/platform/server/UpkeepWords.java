package org.luodi.platform.server;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stands behind the name of a command that works on backups: flags that it knows, a moment, a folder. */
final class UpkeepWords {

    static final String AT = "--at";

    private final Set<String> flags = new HashSet<>();
    private final Optional<Instant> at;
    private final Optional<Path> folder;

    /**
     * Reads them; refuses what is not understood.
     *
     * @param known the flags of the command
     * @param zone the installation's, for a moment
     */
    UpkeepWords(List<String> words, Set<String> known, ZoneId zone) {
        var left = new ArrayList<String>();
        for (var word : words) {
            if (known.contains(word) && !word.equals(AT)) {
                flags.add(word);
            } else {
                left.add(word);
            }
        }
        this.at = known.contains(AT) ? moment(left, zone) : Optional.empty();
        this.folder = folder(left);
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    Optional<Instant> at() {
        return at;
    }

    /** The folder that was named, or that of the plan. */
    Path folder(BackupPlan plan) {
        return folder.or(plan::folder).orElseThrow(() -> new StartRefusal("server.backup.where"));
    }

    private static Optional<Instant> moment(List<String> words, ZoneId zone) {
        var flag = words.indexOf(AT);
        if (flag < 0) {
            return Optional.empty();
        }
        words.remove(flag);
        if (flag == words.size()) {
            throw new StartRefusal("server.bad.value", AT);
        }
        return Optional.of(Moments.read(words.remove(flag), zone));
    }

    private static Optional<Path> folder(List<String> words) {
        words.stream().filter(word -> word.startsWith("-")).findFirst().ifPresent(word -> {
            throw new StartRefusal("server.bad.argument", word);
        });
        if (words.size() > 1) {
            throw new StartRefusal("server.bad.argument", words.get(1));
        }
        return words.stream()
                .findFirst()
                .map(word -> Path.of(word).toAbsolutePath().normalize());
    }
}
