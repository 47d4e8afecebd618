package org.luodi.platform.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** An .xlsx workbook. Texts and styles are read when the first sheet is asked for. */
final class WorkbookReader extends SheetReader {

    private final GuardedZip zip;
    private final SheetLimits limits;
    private final WorkbookParts parts;
    private String mergedPart;
    private Merges merged;
    private SharedStrings strings;
    private NumberFormats formats;

    private WorkbookReader(GuardedZip zip, WorkbookParts parts, SheetLimits limits) {
        this.zip = zip;
        this.parts = parts;
        this.limits = limits;
    }

    static WorkbookReader open(Path file, SheetLimits limits) throws IOException {
        GuardedZip zip = GuardedZip.open(file, limits);
        boolean opened = false;
        try {
            WorkbookReader reader = new WorkbookReader(zip, WorkbookParts.read(zip), limits);
            opened = true;
            return reader;
        } finally {
            if (!opened) {
                zip.close();
            }
        }
    }

    @Override
    public List<String> sheets() {
        return parts.sheets().stream().map(WorkbookParts.Sheet::name).toList();
    }

    @Override
    public SheetRows rows(int sheet) {
        String part = parts.sheets().get(sheet).part();
        return new WorkbookRows(
                zip.open(part),
                new CellValues(strings(), formats(), limits),
                merges(part).start());
    }

    /** Those of the sheet that was read last are kept: it is looked at from the top again. */
    private Merges merges(String part) {
        if (!part.equals(mergedPart)) {
            merged = null;
            try (XmlPart xml = new XmlPart(zip.open(part))) {
                merged = Merges.read(xml, limits);
            }
            mergedPart = part;
        }
        return merged;
    }

    private SharedStrings strings() {
        if (strings == null) {
            strings = parts.strings().isEmpty() ? SharedStrings.NONE : readStrings();
        }
        return strings;
    }

    private SharedStrings readStrings() {
        try (XmlPart xml = new XmlPart(zip.open(parts.strings()))) {
            return SharedStrings.read(xml, limits);
        }
    }

    private NumberFormats formats() {
        if (formats == null) {
            formats = parts.styles().isEmpty() ? new NumberFormats(parts.since1904()) : readFormats();
        }
        return formats;
    }

    private NumberFormats readFormats() {
        try (XmlPart xml = new XmlPart(zip.open(parts.styles()))) {
            return NumberFormats.read(xml, parts.since1904());
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            strings = null;
        }
    }
}
