package org.luodi.platform.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked once from the archive for this machine's processor. */
final class Binaries {

    /** The version of the archives in the build; a newer one is unpacked beside the older one. */
    static final String VERSION = "18.6";

    private Binaries() {}

    /** Returns the folder that holds {@code bin/postgres}, unpacking it first if it is not there yet. */
    static Path in(Path data) throws IOException {
        var processor = processor();
        var home = data.resolve("postgresql-" + VERSION + "-" + processor);
        if (!Files.isDirectory(home)) {
            var unfinished = data.resolve("unpacking");
            delete(unfinished);
            unpack("/postgres-linux-" + processor + ".txz", unfinished);
            move(unfinished, home);
        }
        return home;
    }

    private static String processor() {
        var name = System.getProperty("os.arch");
        if (!System.getProperty("os.name").equals("Linux")) {
            throw new StartRefusal("server.no.binaries", System.getProperty("os.name") + " " + name);
        }
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> throw new StartRefusal("server.no.binaries", "Linux " + name);
        };
    }

    private static void unpack(String archive, Path into) throws IOException {
        try (var packed = Binaries.class.getResourceAsStream(archive)) {
            if (packed == null) {
                throw new StartRefusal("server.no.binaries", archive);
            }
            unpack(packed, into);
        }
    }

    private static void unpack(InputStream packed, Path into) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var target = into.resolve(entry.getName()).normalize();
                if (!target.startsWith(into)) {
                    throw new IOException("outside the archive: " + entry.getName());
                }
                write(tar, entry, target);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            folders(target);
            return;
        }
        folders(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        // Another user than ours may have to run them, whatever the umask.
        var mode = (entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--";
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(mode));
    }

    private static void folders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            folders(folder.getParent());
            Files.createDirectory(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /** Puts a finished folder in its place in one step, so that a crash never leaves half of it. */
    static void move(Path finished, Path place) throws IOException {
        try {
            Files.move(finished, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException otherDisk) {
            Files.move(finished, place);
        }
    }

    /** Deletes a folder with all that is in it, if it is there. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
