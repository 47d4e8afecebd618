package org.luodi.platform.server;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Copies folders that may change meanwhile, and remembers what exactly was copied. */
final class Copying {

    private static final String OWNER_ONLY = "rwx------";

    private final List<Manifest.Item> copied = new ArrayList<>();
    private final BiConsumer<Long, Path> told;

    /**
     * Prepares it.
     *
     * @param told hears the size of each file
     */
    Copying(BiConsumer<Long, Path> told) {
        this.told = told;
    }

    /** Makes a folder that the owner alone may look into. */
    static Path folder(Path folder) throws IOException {
        var permissions = PosixFilePermissions.fromString(OWNER_ONLY);
        Files.createDirectories(folder);
        return Files.setPosixFilePermissions(folder, permissions);
    }

    /** What was copied, with paths as they will stand below a folder. */
    List<Manifest.Item> copied() {
        return copied;
    }

    /** Copies what is wanted below a folder; folders that are not wanted are made and left empty if they are to be there. */
    void tree(Path from, Path to, Wanted wanted) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes kind) throws IOException {
                if (wanted.skipped().test(from.relativize(at))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                folder(to.resolve(from.relativize(at).toString()));
                return wanted.emptied().test(from.relativize(at))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path at, BasicFileAttributes kind) throws IOException {
                if (kind.isRegularFile() && !wanted.skipped().test(from.relativize(at))) {
                    file(at, to.resolve(from.relativize(at).toString()));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path at, IOException failure) throws IOException {
                return gone(failure);
            }
        });
    }

    /** Which paths below a folder are left out, and of which only the folder itself is made. */
    record Wanted(Predicate<Path> skipped, Predicate<Path> emptied) {

        static final Wanted ALL = new Wanted(path -> false, path -> false);
    }

    /** Copies one file; one that has gone meanwhile is not missed. */
    void file(Path from, Path to) throws IOException {
        try (var in = Files.newInputStream(from)) {
            note(to, Sha256.copy(in, Files.newOutputStream(to)));
        } catch (NoSuchFileException gone) {
            Files.deleteIfExists(to);
        }
    }

    /** Remembers a file that was written, not copied. */
    void written(Path file) throws IOException {
        note(file, Sha256.of(file));
    }

    private void note(Path file, String digest) throws IOException {
        copied.add(new Manifest.Item(digest, Files.size(file), file.toString()));
        told.accept(Files.size(file), file);
    }

    private static FileVisitResult gone(IOException failure) throws IOException {
        if (failure instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw failure;
    }
}
