package org.luodi.platform.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The uploads of an installation: their names are their SHA-256, so what is copied once is never copied again.
 *
 * @param folder where they are kept
 */
record Uploads(Path folder) {

    private static final String NAME = "[0-9a-f]{2}/[0-9a-f]{62}";

    /** Copies to the backups what is not there yet; returns how many that were. */
    int mirror(BackupFolder backups) throws IOException {
        var copied = 0;
        for (var name : names()) {
            var to = backups.files().resolve(name);
            if (!Files.exists(to)) {
                copied += copy(folder.resolve(name), to) ? 1 : 0;
            }
        }
        return copied;
    }

    /** All of them, as lines of a manifest. */
    List<Manifest.Item> items(BackupFolder backups) throws IOException {
        var items = new ArrayList<Manifest.Item>();
        for (var name : names()) {
            var kept = backups.files().resolve(name);
            if (Files.exists(kept)) {
                items.add(new Manifest.Item(
                        name.replace("/", ""),
                        Files.size(kept),
                        backups.folder().relativize(kept).toString()));
            }
        }
        return items;
    }

    private List<String> names() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.map(file -> folder.relativize(file).toString())
                    .filter(name -> name.matches(NAME))
                    .sorted()
                    .toList();
        }
    }

    private static boolean copy(Path from, Path to) throws IOException {
        if (!Files.exists(from)) {
            return false;
        }
        Copying.folder(to.getParent());
        var draft = to.resolveSibling(to.getFileName() + ".part");
        Files.copy(from, draft, StandardCopyOption.REPLACE_EXISTING);
        Files.move(draft, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }
}
