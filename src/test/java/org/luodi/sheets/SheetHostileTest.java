package org.luodi.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luodi.sheets.SheetTables.HEADINGS;
import static org.luodi.sheets.SheetTables.row;
import static org.luodi.sheets.SheetTables.upload;
import static org.luodi.sheets.SheetTables.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.matters.Matters;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Units;
import org.luodi.platform.files.Upload;
import org.luodi.sheets.Sheet.Outcome;
import org.luodi.sheets.Sheet.State;
import org.luodi.world.WholeApplication;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** What people really upload; the reader's own tests hold the finer cases. */
@WholeApplication
@TestPropertySource(properties = "luodi.tree=true")
class SheetHostileTest {

    @Autowired
    SheetImports imports;

    @Autowired
    Grants grants;

    @Autowired
    Units units;

    @Autowired
    Matters matters;

    private final String mark = UUID.randomUUID().toString().substring(0, 8) + "-";
    private SheetDesk clerk;

    @BeforeEach
    void aClerkOfACounty() {
        long account = 6_000_000_000L + (System.nanoTime() % 1_000_000_000L);
        clerk = SheetDesk.of(imports, grants, units, account, "130125");
    }

    @Test
    void whatIsNoTableIsRefusedWithItsReason() throws IOException {
        assertThat(reason("台账.xlsx", "MZ\u0090\0\u0003programme".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("exchange.file.program");
        byte[] encrypted = new byte[600];
        byte[] compound = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(compound, 0, encrypted, 0, compound.length);
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, encrypted, 512, name.length);
        assertThat(reason("台账.xlsx", encrypted)).startsWith("exchange.file.");
        assertThat(reason("炸弹.xlsx", bomb())).startsWith("exchange.workbook.");
        assertThat(reason("空.xlsx", new byte[] {'a', ',', 'b'})).isEqualTo("exchange.headings.none");
    }

    @Test
    void aTextFileIsReadInChinesesOldEncodingAndRefusedInAnUnknownOne() {
        String text = String.join(",", HEADINGS) + "\r\n" + mark + "1,群众反映,住房,漏雨,2026年9月10日,南桥镇,2026/12/20,修,整改中\r\n";
        Sheet old = clerk.read(upload("台账.csv", text.getBytes(Charset.forName("GB18030"))));
        assertThat(imports.counts(old).of(Outcome.CREATE)).isEqualTo(1);
        byte[] wrong = text.getBytes(Charset.forName("UTF-16LE"));
        assertThat(clerk.read(upload("台账.csv", Arrays.copyOfRange(wrong, 1, wrong.length)))
                        .state())
                .isEqualTo(State.REFUSED);
    }

    @Test
    void headingsUnderATitleAndBelowGroupsAreFound() throws IOException {
        String cells = "<row r=\"1\">" + cell("A1", "整改台账") + "</row><row r=\"2\">" + cell("A2", "编号")
                + cell("B2", "来源")
                + cell("C2", "问题类别") + cell("D2", "问题表述") + cell("E2", "产生原因") + cell("G2", "责任单位") + cell("H2", "发现时间")
                + "</row><row r=\"3\">" + cell("E3", "本级") + cell("F3", "上级") + "</row><row r=\"4\">"
                + cell("A4", mark + "1") + cell("B4", "信访") + cell("C4", "住房") + cell("D4", "=cmd|' /C calc'!A0")
                + cell("E4", "管理") + cell("F4", "政策") + cell("G4", "南桥镇") + "<c r=\"H4\"><v>46275</v></c></row>"
                + "<row r=\"5\"><c r=\"A5\" s=\"1\"/></row>"
                + "<row r=\"6\">" + cell("A6", mark + "2") + cell("B6", "信访") + cell("C6", "住房")
                + "<c r=\"D6\" t=\"str\"><f>A1</f><v>漏水</v></c>" + cell("G6", "南桥镇")
                + "<c r=\"H6\" t=\"e\"><v>#REF!</v></c></row>";
        String merges = "<mergeCells><mergeCell ref=\"A1:H1\"/><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B2:B3\"/>"
                + "<mergeCell ref=\"C2:C3\"/><mergeCell ref=\"D2:D3\"/><mergeCell ref=\"E2:F2\"/><mergeCell ref=\"G2:G3\"/>"
                + "<mergeCell ref=\"H2:H3\"/></mergeCells>";
        Sheet done = clerk.bringAndApply(upload("台账.xlsx", book(cells, merges)));
        assertThat(clerk.reasons(done)).containsExactly("sheets.refused.error");
        Matters.Told told = matters.byNumber(mark + "1", clerk.scope()).orElseThrow();
        assertThat(told.detail().causeOwn()).isEqualTo("管理");
        assertThat(told.detail().causeAbove()).isEqualTo("政策");
        assertThat(told.detail().title()).isEqualTo("=cmd|' /C calc'!A0");
        assertThat(told.matter().raisedOn()).isEqualTo("2026-09-10");
    }

    @Test
    void aCellThatIsTooLongRefusesItsRowOnly() throws IOException {
        StringBuilder rows = new StringBuilder("<row r=\"1\">");
        for (int i = 0; i < HEADINGS.size(); i++) {
            rows.append(cell((char) ('A' + i) + "1", HEADINGS.get(i)));
        }
        rows.append("</row><row r=\"2\">")
                .append(cell("A2", mark + 1))
                .append(cell("B2", "信访"))
                .append(cell("C2", "住房"));
        rows.append(cell("D2", "漏雨"))
                .append(cell("F2", "南桥镇"))
                .append(cell("H2", "长".repeat(40_000)))
                .append("</row>");
        Sheet read = clerk.read(upload("台账.xlsx", book(rows.toString(), "")));
        assertThat(clerk.reasons(read)).containsExactly("sheets.refused.long");
    }

    @Test
    void aMillionBlankRowsAreNoRows() throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        workbook(List.of(row(mark + 1, "漏雨", "南桥镇"))).content().transferTo(kept);
        StringBuilder rows = new StringBuilder("<row r=\"1\">");
        for (int i = 0; i < HEADINGS.size(); i++) {
            rows.append(cell((char) ('A' + i) + "1", HEADINGS.get(i)));
        }
        rows.append("</row>");
        for (int i = 2; i <= 1_000_000; i++) {
            rows.append("<row r=\"").append(i).append("\" s=\"1\"/>");
        }
        Sheet read = clerk.read(upload("台账.xlsx", book(rows.toString(), "")));
        assertThat(read.state()).as("%s", read.reason()).isEqualTo(State.READY);
        assertThat(imports.counts(read).total()).isZero();
    }

    private String reason(String name, byte[] content) {
        Upload upload = upload(name, content);
        Sheet read = clerk.read(upload);
        assertThat(read.state()).isEqualTo(State.REFUSED);
        return read.reason();
    }

    private static String cell(String at, String text) {
        return "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + text.replace("&", "&amp;") + "</t></is></c>";
    }

    private static byte[] bomb() throws IOException {
        return book(
                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + " ".repeat(40_000_000) + "</t></is></c></row>",
                "");
    }

    private static byte[] book(String rows, String after) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            part(
                    zip,
                    "_rels/.rels",
                    "<Relationships><Relationship Id=\"r\" Type=\"" + links
                            + "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns:r=\"x\"><sheets><sheet name=\"台账\" sheetId=\"1\" r:id=\"r\"/></sheets></workbook>");
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id=\"r\" Type=\"" + links
                            + "worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            part(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet><sheetData>" + rows + "</sheetData>" + after + "</worksheet>");
        }
        return out.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(xml.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
