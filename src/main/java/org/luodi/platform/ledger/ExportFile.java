package org.luodi.platform.ledger;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The sealed ledger as a file that needs no program of ours to be checked: the first line is the head, each further line an entry in its
 * one spelling, whose SHA-256 after a zero byte is the leaf. Packed where the name ends in {@code .gz}; for its owner alone.
 */
final class ExportFile {

    static final String HEAD = "{\"head\":";
    private static final int BUFFER = 1 << 16;

    private ExportFile() {}

    static OutputStream create(Path file) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        OutputStream plain = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
        return isPacked(file) ? new GZIPOutputStream(plain, BUFFER) : plain;
    }

    static BufferedReader open(Path file) throws IOException {
        var plain = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        return new BufferedReader(
                new InputStreamReader(
                        isPacked(file) ? new GZIPInputStream(plain, BUFFER) : plain, StandardCharsets.UTF_8),
                BUFFER);
    }

    private static boolean isPacked(Path file) {
        return file.toString().endsWith(".gz");
    }
}
