package org.luodi.platform.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of files and words, as text. */
final class Sha256 {

    private static final int BUFFER = 1 << 16;

    private Sha256() {}

    static String of(String text) {
        return HexFormat.of().formatHex(algorithm().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    static String of(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return copy(in, OutputStream.nullOutputStream());
        }
    }

    /** Copies to the end, which may move while we read, and returns the digest of what was copied. */
    static String copy(InputStream from, OutputStream to) throws IOException {
        var digest = algorithm();
        try (var out = new DigestOutputStream(to, digest)) {
            var buffer = new byte[BUFFER];
            for (var read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                out.write(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest algorithm() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
