package org.luodi.platform.server;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The directory that holds all data of an installation: whether it can be used. */
final class DataFolder {

    /** The programs and an empty cluster take 150 MB; the demonstration about 1 GB with its write-ahead log. */
    private static final long FIRST = 600L << 20;

    private static final long LATER = 100L << 20;

    private static final FileAttribute<?> ONLY_OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private DataFolder() {}

    /** Makes the directory if need be; refuses if it cannot be written. */
    static void prepare(Path data) {
        try {
            if (!Files.isDirectory(data)) {
                Files.createDirectories(data.getParent());
                Files.createDirectory(data, ONLY_OWNER);
            }
            Files.createDirectories(data.resolve("log"));
            Files.delete(Files.createTempFile(data, "write", "test"));
        } catch (IOException failure) {
            throw refusal(failure, data);
        }
    }

    /** Refuses if a database here would soon run out of room. */
    static void mustHaveRoom(Path data) throws IOException {
        var room = Files.getFileStore(data).getUsableSpace();
        var needed = Files.exists(new Cluster(data).files()) ? LATER : FIRST;
        if (room < needed) {
            throw new StartRefusal("server.disk.short", data, room >> 20, needed >> 20);
        }
    }

    /** What to tell of a failure with files: a full disk, missing rights, or what the system says. */
    static StartRefusal refusal(IOException failure, Path data) {
        var words = String.valueOf(failure.getMessage());
        if (words.contains("No space left on device")) {
            return new StartRefusal(failure, "server.disk.full", data);
        }
        if (failure instanceof AccessDeniedException || words.contains("Read-only file system")) {
            return new StartRefusal(failure, "server.data.denied", data);
        }
        if (failure instanceof FileSystemException) {
            return new StartRefusal(failure, "server.data.unusable", data, words);
        }
        return new StartRefusal("server.database.failed", data).saying(words);
    }
}
