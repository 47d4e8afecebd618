package org.luodi.platform.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a file is, judged by its first bytes alone. */
enum FileKind {
    ZIP(""),
    TEXT(""),
    EMPTY("exchange.file.empty"),
    ENCRYPTED("exchange.file.encrypted"),
    OLD_EXCEL("exchange.file.oldExcel"),
    PROGRAM("exchange.file.program"),
    PDF("exchange.file.pdf"),
    IMAGE("exchange.file.image"),
    WEB_PAGE("exchange.file.webPage"),
    ARCHIVE("exchange.file.archive"),
    BINARY("exchange.file.binary");

    private static final int HEAD = 4096;
    private static final Pattern MARKUP =
            Pattern.compile("\\s*<(\\?xml|!doctype|!--|html|head|meta|body|table)\\b.*", Pattern.DOTALL);

    private final String refusal;

    FileKind(String refusal) {
        this.refusal = refusal;
    }

    String refusal() {
        return refusal;
    }

    static FileKind of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        String bytes = new String(head, StandardCharsets.ISO_8859_1);
        if (bytes.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return holdsEncryptedPackage(file) ? ENCRYPTED : OLD_EXCEL;
        }
        FileKind marked = bySignature(bytes);
        return marked != null ? marked : textOrBinary(bytes);
    }

    private static FileKind bySignature(String bytes) {
        if (bytes.startsWith("PK\u0003\u0004") || bytes.startsWith("PK\u0005\u0006")) {
            return ZIP;
        }
        if (startsWithAny(bytes, "MZ", "\u007fELF") && bytes.indexOf('\0') >= 0) {
            return PROGRAM;
        }
        if (bytes.startsWith("%PDF-")) {
            return PDF;
        }
        if (startsWithAny(bytes, "\u0089PNG", "\u00ff\u00d8\u00ff", "GIF87a", "GIF89a", "II*\0", "MM\0*")) {
            return IMAGE;
        }
        boolean packed = startsWithAny(bytes, "Rar!\u001a", "7z\u00bc\u00af", "\u001f\u008b", "BZh", "\u00fd7zXZ");
        return packed ? ARCHIVE : null;
    }

    private static FileKind textOrBinary(String bytes) {
        if (startsWithAny(bytes, "\u00ff\u00fe", "\u00fe\u00ff")) {
            return bytes.length() == 2 ? EMPTY : TEXT;
        }
        String text = bytes.startsWith("\u00ef\u00bb\u00bf") ? bytes.substring(3) : bytes;
        if (text.isEmpty()) {
            return EMPTY;
        }
        if (text.indexOf('\0') >= 0) {
            return BINARY;
        }
        return MARKUP.matcher(text.toLowerCase(Locale.ROOT)).matches() ? WEB_PAGE : TEXT;
    }

    private static boolean startsWithAny(String bytes, String... signatures) {
        for (String signature : signatures) {
            if (bytes.startsWith(signature)) {
                return true;
            }
        }
        return false;
    }

    /** Office wraps an encrypted workbook in the container of the old format, as a stream of this name. */
    private static boolean holdsEncryptedPackage(Path file) throws IOException {
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            int matched = 0;
            int next;
            while (matched < name.length && (next = in.read()) >= 0) {
                matched = next == name[matched] ? matched + 1 : next == name[0] ? 1 : 0;
            }
            return matched == name.length;
        }
    }
}
