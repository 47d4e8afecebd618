package org.luodi.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.luodi.platform.Refusal;

/**
 * Takes place and device out of the photos inside a Word document or an Excel workbook that has been admitted; every other part is
 * carried over as it is packed. A signed file is left alone: its signature would no longer fit.
 */
final class OfficePictures {

    private static final Pattern PICTURE = Pattern.compile("\\.(jpe?g|jpe|jfif|png)$|(^|/)media/");
    private static final String SIGNATURES = "_xmlsignatures/";
    private static final int MOST = 40 << 20;

    private final ZipFile zip;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private boolean changed;

    private OfficePictures(ZipFile zip) {
        this.zip = zip;
    }

    /** The file with cleaned photos; the very file where there is nothing to take out. */
    static byte[] clean(byte[] given) {
        try (ZipFile zip = ZipFile.builder().setByteArray(given).get()) {
            List<ZipArchiveEntry> parts = Collections.list(zip.getEntriesInPhysicalOrder());
            boolean signed = parts.stream()
                    .anyMatch(p -> p.getName().toLowerCase(Locale.ROOT).contains(SIGNATURES));
            return signed ? given : new OfficePictures(zip).copied(parts, given);
        } catch (IOException | IllegalArgumentException broken) {
            throw Refusal.of("evidence.refused.office.broken");
        }
    }

    private byte[] copied(List<ZipArchiveEntry> parts, byte[] given) throws IOException {
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(content)) {
            for (ZipArchiveEntry part : parts) {
                copy(part, out);
            }
        }
        return changed ? content.toByteArray() : given;
    }

    private void copy(ZipArchiveEntry part, ZipArchiveOutputStream out) throws IOException {
        byte[] picture =
                PICTURE.matcher(part.getName().toLowerCase(Locale.ROOT)).find() ? read(part) : null;
        byte[] cleaned = picture == null ? null : cleaned(picture);
        if (cleaned == null) {
            try (InputStream packed = zip.getRawInputStream(part)) {
                out.addRawArchiveEntry(part, packed);
            }
            return;
        }
        changed = changed || cleaned.length != picture.length;
        ZipArchiveEntry entry = new ZipArchiveEntry(part.getName());
        entry.setTime(part.getTime());
        out.putArchiveEntry(entry);
        out.write(cleaned);
        out.closeArchiveEntry();
    }

    private byte[] read(ZipArchiveEntry part) throws IOException {
        try (InputStream in = zip.getInputStream(part)) {
            byte[] all = in.readNBytes(MOST + 1);
            if (all.length > MOST) {
                throw Refusal.of("evidence.refused.bomb");
            }
            return all;
        }
    }

    /** A photo without what it tells; null for what is neither JPEG nor PNG, or no picture at all. */
    private static byte[] cleaned(byte[] picture) {
        try {
            return Jpeg.is(picture) ? Jpeg.clean(picture) : Png.is(picture) ? Png.clean(picture) : null;
        } catch (Refusal broken) {
            throw Refusal.of("evidence.refused.office.picture");
        }
    }
}
