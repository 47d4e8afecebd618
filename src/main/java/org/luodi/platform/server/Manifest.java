package org.luodi.platform.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What belongs to a backup: facts about it, and each file with its size and SHA-256. The last line is the SHA-256 of all before it.
 *
 * @param facts names and values, such as {@code finished}
 */
record Manifest(Map<String, String> facts, List<Item> items) {

    static final String NAME = "MANIFEST";

    private static final String FIRST = "luodi-backup 1";

    /** One file; the path is below the folder of backups. */
    record Item(String digest, long size, String path) {

        String line() {
            return digest + " " + size + " " + path + "\n";
        }

        static Item of(String line) {
            var words = line.split(" ", 3);
            return new Item(words[0], Long.parseLong(words[1]), words[2]);
        }

        /** Whether the file is there as it was written. */
        boolean isSound(Path folder) throws IOException {
            try {
                var file = folder.resolve(path).normalize();
                return file.startsWith(folder)
                        && Files.size(file) == size
                        && Sha256.of(file).equals(digest);
            } catch (NoSuchFileException gone) {
                return false;
            }
        }
    }

    /** Reads it whole; refuses one that was changed or cut off. */
    static Manifest read(Path file) throws IOException {
        var lines = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
        var last = lines.size() - 1;
        var text = String.join("\n", lines.subList(0, Math.max(0, last))) + "\n";
        if (last < 1 || !lines.get(0).equals(FIRST) || !Sha256.of(text).equals(lines.get(last))) {
            throw new StartRefusal("server.backup.damaged", file, 1, file);
        }
        var facts = facts(lines);
        var items = new ArrayList<Item>();
        lines.subList(facts.size() + 2, last).forEach(line -> items.add(Item.of(line)));
        return new Manifest(facts, items);
    }

    /** Only the facts, of what may be a long list. */
    static Map<String, String> facts(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return facts(lines.takeWhile(line -> !line.isEmpty()).toList());
        }
    }

    private static Map<String, String> facts(List<String> lines) {
        return lines.stream()
                .skip(1)
                .takeWhile(line -> !line.isEmpty())
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(
                        words -> words[0], words -> words[1], (one, other) -> other, LinkedHashMap::new));
    }

    void write(Path file) throws IOException {
        var text = new StringBuilder(FIRST).append('\n');
        facts.forEach(
                (name, value) -> text.append(name).append(' ').append(value).append('\n'));
        text.append('\n');
        items.forEach(item -> text.append(item.line()));
        Files.writeString(file, text + Sha256.of(text.toString()) + "\n");
    }

    /** The files that are missing or not as they were written. */
    List<String> damaged(Path folder, Progress.Step step) throws IOException {
        var damaged = new ArrayList<String>();
        var done = 0;
        for (var item : items) {
            if (!item.isSound(folder)) {
                damaged.add(item.path());
            }
            step.at(++done, items.size());
        }
        return damaged;
    }

    Optional<String> fact(String name) {
        return Optional.ofNullable(facts.get(name));
    }
}
