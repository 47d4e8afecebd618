package org.luodi.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.luodi.platform.Refusal;

/** An upload that has arrived on the disk and not yet found its place. */
record Intake(Path file, long size, String digest) {

    private static final int CHUNK = 1 << 16;

    /** Takes the content in as long as it keeps to the limit; leaves nothing behind if it does not. */
    static Intake take(InputStream content, long limit, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = Files.createTempFile(folder, "upload-", ".part");
        boolean taken = false;
        try {
            MessageDigest digest = sha256();
            long size = copy(content, file, digest, limit);
            if (size == 0) {
                throw Refusal.of("files.empty");
            }
            taken = true;
            return new Intake(file, size, HexFormat.of().formatHex(digest.digest()));
        } finally {
            if (!taken) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Gives the content its place; if it is there already, the new copy goes. */
    void moveTo(Path place) throws IOException {
        if (Files.exists(place)) {
            Files.delete(file);
            return;
        }
        Files.createDirectories(place.getParent());
        Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
    }

    private static long copy(InputStream content, Path file, MessageDigest digest, long limit) throws IOException {
        long size = 0;
        byte[] chunk = new byte[CHUNK];
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int got = content.read(chunk); got >= 0; got = content.read(chunk)) {
                size += got;
                if (size > limit) {
                    throw Refusal.of("files.tooLarge", limit >> 20);
                }
                digest.update(chunk, 0, got);
                write(out, ByteBuffer.wrap(chunk, 0, got));
            }
            out.force(true);
        }
        return size;
    }

    private static void write(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
