package org.luodi.platform.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds workbooks part by part, sound ones and those that nobody should send. */
public final class Books {

    private static final String LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private Books() {}

    /** A workbook whose sheet holds these rows, written as XML. */
    public static Books sheet(String rows) {
        return new Books()
                .part("_rels/.rels", links("officeDocument", "xl/workbook.xml"))
                .part("xl/workbook.xml", workbook("<sheet name=\"台账\" sheetId=\"1\" r:id=\"rId1\"/>"))
                .part(
                        "xl/_rels/workbook.xml.rels",
                        links(
                                "worksheet",
                                "worksheets/sheet1.xml",
                                "sharedStrings",
                                "sharedStrings.xml",
                                "styles",
                                "/xl/styles.xml"))
                .part("xl/sharedStrings.xml", "<sst/>")
                .part("xl/styles.xml", "<styleSheet/>")
                .rows(rows, "");
    }

    public static Books empty() {
        return new Books();
    }

    public Books rows(String rows, String after) {
        return part(
                "xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData>" + after + "</worksheet>");
    }

    public Books merged(String rows, String... ranges) {
        StringBuilder merges = new StringBuilder("<mergeCells>");
        for (String range : ranges) {
            merges.append("<mergeCell ref=\"").append(range).append("\"/>");
        }
        return rows(rows, merges.append("</mergeCells>").toString());
    }

    public Books strings(String items) {
        return part("xl/sharedStrings.xml", "<sst>" + items + "</sst>");
    }

    public Books styles(String formats, int... ids) {
        StringBuilder xfs = new StringBuilder();
        for (int id : ids) {
            xfs.append("<xf numFmtId=\"").append(id).append("\"/>");
        }
        return part(
                "xl/styles.xml",
                "<styleSheet><numFmts>" + formats + "</numFmts><cellXfs>" + xfs + "</cellXfs></styleSheet>");
    }

    public Books part(String name, String xml) {
        return part(name, xml.getBytes(StandardCharsets.UTF_8));
    }

    public Books part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    Books without(String name) {
        parts.remove(name);
        return this;
    }

    public Path in(Path folder) {
        try {
            Path file = Files.createTempFile(folder, "book", ".dat");
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
                for (var part : parts.entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(part.getValue());
                }
            }
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public byte[] bytes(Path folder) {
        try {
            return Files.readAllBytes(in(folder));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Names these sheets, written as XML. */
    public static String workbook(String sheets) {
        return "<workbook xmlns:r=\"x\"><sheets>" + sheets + "</sheets></workbook>";
    }

    /** Links of these types to these parts, rId1 and on. */
    public static String links(String... typesAndTargets) {
        StringBuilder links = new StringBuilder("<Relationships>");
        for (int i = 0; i < typesAndTargets.length; i += 2) {
            links.append("<Relationship Id=\"rId%d\" Type=\"%s%s\" Target=\"%s\"/>"
                    .formatted(i / 2 + 1, LINKS, typesAndTargets[i], typesAndTargets[i + 1]));
        }
        return links.append("</Relationships>").toString();
    }

    /** A cell of inline text. */
    public static String text(String address, String text) {
        return "<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    public static String row(int number, String... cells) {
        return "<row r=\"" + number + "\">" + String.join("", cells) + "</row>";
    }

    /** A row of inline texts from column A on; null leaves a cell out. */
    public static String texts(int number, String... texts) {
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < texts.length; i++) {
            cells.append(texts[i] == null ? "" : text(WorkbookFrame.letters(i) + number, texts[i]));
        }
        return row(number, cells.toString());
    }

    static List<SheetRow> read(Path file) {
        return read(file, SheetLimits.standard());
    }

    static List<SheetRow> read(Path file, SheetLimits limits) {
        try (SheetReader reader = Sheets.open(file, "表.xlsx", limits);
                SheetRows rows = reader.rows(0)) {
            List<SheetRow> all = new ArrayList<>();
            rows.forEachRemaining(all::add);
            return all;
        }
    }

    static List<List<String>> texts(List<SheetRow> rows) {
        return rows.stream()
                .map(row -> row.cells().stream().map(Cell::text).toList())
                .toList();
    }

    static Path file(Path folder, byte[] content) {
        try {
            Path file = Files.createTempFile(folder, "file", ".xlsx");
            try (OutputStream out = Files.newOutputStream(file)) {
                out.write(content);
            }
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
