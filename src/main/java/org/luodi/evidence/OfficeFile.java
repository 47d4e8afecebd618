package org.luodi.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.luodi.platform.Refusal;

/**
 * An archive that must be a Word document or an Excel workbook by its parts (ECMA-376, part 2), without macros, controls or templates from
 * elsewhere. Sizes are counted while unpacking, never believed.
 */
final class OfficeFile {

    private static final int MOST_PARTS = 5_000;
    private static final long MOST_UNPACKED = 400L << 20;
    private static final long RATIO_FROM = 16L << 20;
    private static final int RATIO = 200;
    private static final int MOST_OF_A_LIST = 4 << 20;
    private static final String TYPES = "[content_types].xml";
    private static final String OPEN = "application/vnd.openxmlformats-officedocument.";
    private static final String WORD = OPEN + "wordprocessingml.document.main+xml";
    private static final String EXCEL = OPEN + "spreadsheetml.sheet.main+xml";
    private static final Pattern RUNS =
            Pattern.compile("macroenabled|macrosheet|vbaproject|activex|dialogsheet", Pattern.CASE_INSENSITIVE);

    private final Set<String> names = new HashSet<>();
    private final Map<String, byte[]> lists = new HashMap<>();
    private long unpacked;

    private OfficeFile() {}

    static boolean is(byte[] given) {
        return given.length > 3 && given[0] == 'P' && given[1] == 'K' && given[2] == 3 && given[3] == 4;
    }

    /** The type of the file. */
    static FileType check(byte[] given) {
        OfficeFile file = new OfficeFile();
        try (ZipFile zip = ZipFile.builder().setByteArray(given).get()) {
            for (Enumeration<ZipArchiveEntry> all = zip.getEntries(); all.hasMoreElements(); ) {
                file.admit(zip, all.nextElement(), given.length);
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw Refusal.of("evidence.refused.office.broken");
        }
        return file.type();
    }

    private void admit(ZipFile zip, ZipArchiveEntry entry, int size) throws IOException {
        String name = entry.getName().replace('\\', '/').toLowerCase(Locale.ROOT);
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw Refusal.of("evidence.refused.encrypted");
        }
        if (names.size() >= MOST_PARTS) {
            throw Refusal.of("evidence.refused.bomb");
        }
        boolean steers = name.startsWith("/") || (name + "/").contains("../");
        if (steers || !names.add(name)) {
            throw Refusal.of("evidence.refused.office.broken");
        }
        boolean list = name.equals(TYPES) || name.endsWith(".rels");
        try (InputStream content = zip.getInputStream(entry)) {
            ByteArrayOutputStream kept = list ? new ByteArrayOutputStream() : null;
            unpack(content, kept, size);
            if (list) {
                lists.put(name, kept.toByteArray());
            }
        }
    }

    private void unpack(InputStream content, ByteArrayOutputStream kept, int size) throws IOException {
        byte[] chunk = new byte[1 << 16];
        for (int got = content.read(chunk); got >= 0; got = content.read(chunk)) {
            unpacked += got;
            boolean swollen = unpacked > RATIO_FROM && unpacked / size > RATIO;
            if (unpacked > MOST_UNPACKED || swollen) {
                throw Refusal.of("evidence.refused.bomb");
            }
            if (kept != null && kept.size() + got <= MOST_OF_A_LIST) {
                kept.write(chunk, 0, got);
            } else if (kept != null) {
                throw Refusal.of("evidence.refused.bomb");
            }
        }
    }

    private FileType type() {
        if (!lists.containsKey(TYPES)) {
            throw Refusal.of("evidence.refused.archive");
        }
        Set<String> types = new HashSet<>();
        OfficeParts.elements(lists.get(TYPES), a -> types.add(a.getOrDefault("ContentType", "")));
        if (names.stream().anyMatch(n -> RUNS.matcher(n).find())
                || types.stream().anyMatch(t -> RUNS.matcher(t).find())) {
            throw Refusal.of("evidence.refused.macro");
        }
        lists.entrySet().stream()
                .filter(l -> l.getKey().endsWith(".rels"))
                .forEach(l -> OfficeParts.elements(l.getValue(), OfficeFile::related));
        if (types.contains(WORD) && names.contains("word/document.xml")) {
            return FileType.DOCX;
        }
        if (types.contains(EXCEL) && names.contains("xl/workbook.xml")) {
            return FileType.XLSX;
        }
        throw Refusal.of("evidence.refused.type");
    }

    /** A template or an object fetched from elsewhere would run there what stands there by then. */
    private static void related(Map<String, String> link) {
        String type = link.getOrDefault("Type", "").toLowerCase(Locale.ROOT);
        boolean fetched = "External".equalsIgnoreCase(link.get("TargetMode"))
                && (type.endsWith("/attachedtemplate") || type.endsWith("/oleobject") || type.endsWith("/frame"));
        if (fetched || RUNS.matcher(type).find()) {
            throw Refusal.of("evidence.refused.macro");
        }
    }
}
