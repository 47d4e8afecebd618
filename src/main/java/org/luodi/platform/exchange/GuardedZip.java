package org.luodi.platform.exchange;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.luodi.platform.Refusal;

/** The parts of a workbook, unpacked only as they are read, and only as far as they announced and the limits allow. */
final class GuardedZip implements Closeable {

    private static final long RATIO_FROM = 16L << 20;

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();

    private GuardedZip(ZipFile zip) {
        this.zip = zip;
    }

    static GuardedZip open(Path file, SheetLimits limits) throws IOException {
        GuardedZip guarded;
        try {
            guarded = new GuardedZip(new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1));
        } catch (ZipException | IllegalArgumentException broken) {
            throw Refusal.of("exchange.workbook.broken");
        }
        try {
            guarded.admit(limits);
            return guarded;
        } catch (Refusal refusal) {
            guarded.close();
            throw refusal;
        }
    }

    private void admit(SheetLimits limits) {
        if (zip.size() > limits.entries()) {
            throw Refusal.of("exchange.workbook.bomb");
        }
        long expanded = 0;
        for (var all = zip.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            expanded += Math.min(Math.max(0, entry.getSize()), limits.expandedBytes() + 1);
            if (swollen(entry, limits.ratio()) || expanded > limits.expandedBytes()) {
                throw Refusal.of("exchange.workbook.bomb");
            }
            entries.put(key(entry.getName()), entry);
        }
    }

    private static boolean swollen(ZipEntry entry, int ratio) {
        return entry.getSize() > RATIO_FROM && entry.getSize() / Math.max(1, entry.getCompressedSize()) > ratio;
    }

    boolean has(String name) {
        return entries.containsKey(key(name));
    }

    /** A part of the workbook; a missing one means a broken workbook. */
    Part open(String name) {
        ZipEntry entry = entries.get(key(name));
        if (entry == null) {
            throw Refusal.of("exchange.workbook.broken");
        }
        try {
            return new Part(zip.getInputStream(entry), entry.getSize());
        } catch (IOException broken) {
            throw Refusal.of("exchange.workbook.broken");
        }
    }

    /** Part names know no case; some writers use backslashes or a leading slash. */
    private static String key(String name) {
        String path = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        return path.startsWith("/") ? path.substring(1) : path;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Counts what comes out of a part and stops where it exceeds its announced size. */
    static final class Part extends FilterInputStream {

        private final long size;
        private long read;

        private Part(InputStream in, long size) {
            super(in);
            this.size = size;
        }

        int percent() {
            return size <= 0 ? 100 : (int) (read * 100 / size);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int got = super.read(into, from, length);
            count(Math.max(0, got));
            return got;
        }

        private void count(int bytes) {
            read += bytes;
            if (read > size) {
                throw Refusal.of("exchange.workbook.bomb");
            }
        }
    }
}
