package org.luodi.platform.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** A key of 32 bytes that never enters the database: in a file that only its owner reads, made when it is first needed, or in a setting. */
public final class KeyFile {

    private static final int BYTES = 32;

    private KeyFile() {}

    /** The key of the setting, or else of the file; both in Base64. */
    public static byte[] read(String setting, Path file) {
        byte[] key = Base64.getDecoder().decode(setting.isBlank() ? kept(file) : setting.strip());
        if (key.length != BYTES) {
            throw new IllegalStateException("a key must have 32 bytes: " + (setting.isBlank() ? file : "setting"));
        }
        return key;
    }

    private static String kept(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void make(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        Files.createDirectories(file.getParent());
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var out =
                Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner)) {
            out.write(ByteBuffer.wrap(Base64.getEncoder().encode(random)));
        } catch (FileAlreadyExistsException other) {
            // Another start was faster; its key is the one.
            return;
        }
    }
}
