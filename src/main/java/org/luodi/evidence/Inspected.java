package org.luodi.evidence;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.luodi.platform.Refusal;

/**
 * What an upload is by its content, and what of it is kept. Only what is known to be harmless comes in; for the rest the refusal says what
 * it is and what to do instead.
 */
record Inspected(FileType type, byte[] content) {

    private static final Map<String, String> REFUSED = new LinkedHashMap<>();
    private static final Pattern LOCKED = Pattern.compile("/Encrypt\\s*(<<|\\d+\\s+\\d+\\s+R)");
    private static final Pattern HEIF = Pattern.compile("\\A.{4}ftyp(hei|hev|mif1|msf1|avi).*", Pattern.DOTALL);
    private static final int TAIL = 2048;

    static {
        for (String program : new String[] {
            "MZ", "\u007fELF", "\u00ca\u00fe\u00ba\u00be", "\u00fe\u00ed\u00fa", "\u00cf\u00fa\u00ed\u00fe", "dex\n"
        }) {
            REFUSED.put(program, "evidence.refused.program");
        }
        for (String picture : new String[] {"GIF8", "II*\0", "MM\0*", "BM", "RIFF", "8BPS", "\0\0\1\0"}) {
            REFUSED.put(picture, "evidence.refused.picture");
        }
        for (String archive :
                new String[] {"PK", "Rar!\u001a", "7z\u00bc\u00af", "\u001f\u008b", "BZh", "\u00fd7zXZ"}) {
            REFUSED.put(archive, "evidence.refused.archive");
        }
    }

    static Inspected of(byte[] given) {
        if (given.length == 0) {
            throw Refusal.of("files.empty");
        }
        if (Jpeg.is(given)) {
            return new Inspected(FileType.JPEG, Jpeg.clean(given));
        }
        if (Png.is(given)) {
            return new Inspected(FileType.PNG, Png.clean(given));
        }
        if (OfficeFile.is(given)) {
            return new Inspected(OfficeFile.check(given), OfficePictures.clean(given));
        }
        String bytes = new String(given, StandardCharsets.ISO_8859_1);
        if (bytes.startsWith("%PDF-")) {
            mustOpen(bytes);
            return new Inspected(FileType.PDF, PdfPictures.clean(given));
        }
        Optional<String> text = PlainText.read(given);
        if (text.isEmpty()) {
            throw refused(bytes);
        }
        PlainText.mustBeHarmless(text.get());
        return new Inspected(FileType.TEXT, given);
    }

    /** A PDF that ends where it should and that everybody can open. */
    private static void mustOpen(String bytes) {
        if (!bytes.substring(Math.max(0, bytes.length() - TAIL)).contains("%%EOF")) {
            throw Refusal.of("evidence.refused.pdf.broken");
        }
        if (LOCKED.matcher(bytes).find()) {
            throw Refusal.of("evidence.refused.encrypted");
        }
    }

    private static Refusal refused(String bytes) {
        if (bytes.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            boolean locked = bytes.contains("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0");
            return Refusal.of(locked ? "evidence.refused.encrypted" : "evidence.refused.old");
        }
        if (HEIF.matcher(bytes.substring(0, Math.min(16, bytes.length()))).matches()) {
            return Refusal.of("evidence.refused.heic");
        }
        return REFUSED.entrySet().stream()
                .filter(mark -> bytes.startsWith(mark.getKey()))
                .findFirst()
                .map(mark -> Refusal.of(mark.getValue()))
                .orElseGet(() -> Refusal.of("evidence.refused.type"));
    }
}
