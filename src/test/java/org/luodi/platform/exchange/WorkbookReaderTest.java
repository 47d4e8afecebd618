package org.luodi.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luodi.platform.exchange.Books.row;
import static org.luodi.platform.exchange.Books.text;
import static org.luodi.platform.exchange.Books.texts;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkbookReaderTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "110101001001, 110101001001",
        "1.10101001001E11, 110101001001",
        "110101001001.0, 110101001001",
        "0.30000000000000004, 0.3",
        "-0, 0",
        "12.50, 12.5",
        "1E400, 1E400",
        "1E999999999, 1E999999999",
        "1e300, 1.0E300",
        "-1E-300, -0.000",
        "十二, 十二"
    })
    void numbersReadAsExcelShowsThem(String stored, String shown) {
        SheetRow row = Books.read(
                        Books.sheet("<row><c><v>" + stored + "</v></c></row>").in(folder))
                .get(0);
        assertThat(row.cell(0).text()).startsWith(shown);
    }

    @Test
    void formatsDecideWhatANumberLooksLike() {
        String formats = "<numFmt numFmtId=\"164\" formatCode=\"000000\"/>"
                + "<numFmt numFmtId=\"165\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/>"
                + "<numFmt numFmtId=\"166\" formatCode=\"[Red]0.00&quot;days&quot;\"/>";
        String cells = "<row><c s=\"0\"><v>0.85</v></c><c s=\"1\"><v>10101</v></c><c s=\"2\"><v>45174</v></c>"
                + "<c s=\"3\"><v>45174</v></c><c s=\"4\"><v>45174.604166667</v></c><c s=\"5\"><v>45174</v></c>"
                + "<c s=\"99\"><v>45174</v></c><c s=\"x\"><v>7</v></c></row>";
        Books book = Books.sheet(cells).styles(formats, 9, 164, 165, 14, 22, 166);
        assertThat(Books.texts(Books.read(book.in(folder))))
                .containsExactly(List.of(
                        "85%", "010101", "2023-09-05", "2023-09-05", "2023-09-05 14:30", "45174", "45174", "7"));
    }

    @Test
    void aPartThatIsNamedOftenIsOneSheet() throws IOException {
        Books book = Books.sheet(Books.texts(1, "编号"))
                .part(
                        "xl/workbook.xml",
                        Books.workbook(IntStream.range(0, 10_000)
                                .mapToObj(i -> "<sheet name=\"" + i + "\" r:id=\"rId1\"/>")
                                .collect(Collectors.joining())));
        try (SheetReader reader = Sheets.open(book.in(folder), "a.xlsx", SheetLimits.standard())) {
            assertThat(reader.sheets()).containsExactly("0");
        }
    }

    @Test
    void daysCountFrom1904WhereTheWorkbookSaysSo() {
        Books book = Books.sheet("<row><c s=\"0\"><v>43712</v></c><c><v>43712</v></c></row>")
                .styles("", 14)
                .part(
                        "xl/workbook.xml",
                        "<workbook><workbookPr date1904=\"1\"/><sheets>"
                                + "<sheet name=\"a\" r:id=\"rId1\" xmlns:r=\"x\"/></sheets></workbook>");
        SheetRow row = Books.read(book.in(folder)).get(0);
        assertThat(row.cell(0).date()).contains(LocalDate.of(2023, 9, 5));
        assertThat(row.cell(1).date()).contains(LocalDate.of(2023, 9, 5));
    }

    @Test
    void formulasGiveTheirSavedResultAndAreReported() {
        SheetRow row = Books.read(
                        Books.sheet("<row><c><f>1+1</f><v>2</v></c><c t=\"str\"><f>A1&amp;\"x\"</f><v>2x</v></c>"
                                        + "<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c><c t=\"b\"><v>1</v></c></row>")
                                .in(folder))
                .get(0);
        assertThat(row.cells()).extracting(Cell::text).containsExactly("2", "2x", "#DIV/0!", "TRUE");
        assertThat(row.cells()).extracting(Cell::isFormula).containsExactly(true, true, true, false);
        assertThat(row.cells()).extracting(Cell::isError).containsExactly(false, false, true, false);
    }

    @Test
    void textsMayBeSharedRichAndSpelledOut() {
        Books book = Books.sheet("<row><c t=\"s\"><v>1</v></c><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>")
                .strings("<si><t>甲</t></si><si> <r><t>问题</t></r> <r><t xml:space=\"preserve\"> 清单</t></r>"
                        + "<rPh><t>wenti</t></rPh></si>");
        assertThat(Books.texts(Books.read(book.in(folder)))).containsExactly(List.of("问题 清单", "甲", "问题 清单"));
    }

    @Test
    void aCellTooLongSpoilsItsRowAndNoOther() {
        String long40 = "长".repeat(40_000);
        Books book = Books.sheet(texts(1, "编号") + texts(2, long40) + "<row r=\"3\"><c t=\"s\"><v>0</v></c></row>"
                        + texts(4, "好"))
                .strings("<si><t>" + long40 + "</t></si>");
        List<SheetRow> rows = Books.read(book.in(folder));
        assertThat(rows).extracting(SheetRow::tooLong).containsExactly(false, true, true, false);
        assertThat(rows.get(1).cell(0).text()).hasSize(32_767);
    }

    @Test
    void formattedBlankRowsArePassedOverAndNumbersStayThoseOfExcel() {
        Books book = Books.sheet(texts(1, "编号")
                + row(2, "<c r=\"A2\" s=\"1\"/>", "<c r=\"XFD2\" s=\"1\"/>")
                + row(3, text("A3", " "), "<c r=\"B3\" t=\"str\"><f>A1</f><v></v></c>")
                + texts(9, null, "九"));
        List<SheetRow> rows = Books.read(book.in(folder));
        assertThat(rows).extracting(SheetRow::number).containsExactly(1, 9);
        assertThat(rows.get(1).cell(1).text()).isEqualTo("九");
        assertThat(rows.get(1).cell(7).isBlank()).isTrue();
    }

    @Test
    void aMillionEmptyRowsHideNothingBelowThem() throws IOException {
        Path file = folder.resolve("million.xlsx");
        millionRows(file);
        assertThat(Books.read(file)).extracting(SheetRow::number).containsExactly(1, 1_048_000);
    }

    @Test
    void mergedCellsRepeatTheirText() {
        Books book = Books.sheet("")
                .merged(
                        texts(1, "编号", "验收时间")
                                + texts(2, null, "县级", "市级")
                                + texts(3, "1", "甲", "乙")
                                + texts(4, null, "丙", "丁")
                                + row(5),
                        "A1:A2",
                        "B1:C1",
                        "A3:A5");
        List<SheetRow> rows = Books.read(book.in(folder));
        assertThat(Books.texts(rows))
                .containsExactly(
                        List.of("编号", "验收时间", "验收时间"),
                        List.of("编号", "县级", "市级"),
                        List.of("1", "甲", "乙"),
                        List.of("1", "丙", "丁"));
        assertThat(rows.get(3).cell(0).isMerged()).isTrue();
        assertThat(rows.get(2).cell(0).isMerged()).isFalse();
    }

    @Test
    void hiddenSheetsAreLeftOutAndSheetsKeepTheirOrder() throws IOException {
        Path file = folder.resolve("sheets.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            for (String name : List.of("台账", "隐藏", "说明")) {
                var sheet = workbook.newWorksheet(name);
                sheet.value(0, 0, name);
                sheet.value(1, 0, LocalDate.of(2024, 2, 29));
                sheet.style(1, 0).format("yyyy/m/d").set();
                if (name.equals("隐藏")) {
                    sheet.setVisibilityState(org.dhatim.fastexcel.VisibilityState.HIDDEN);
                }
            }
        }
        try (SheetReader reader = Sheets.open(file, "x", SheetLimits.standard())) {
            assertThat(reader.sheets()).containsExactly("台账", "说明");
            assertThat(Books.texts(reader.first(1, 5))).containsExactly(List.of("说明"), List.of("2024-02-29"));
            assertThat(reader.first(0, 1)).hasSize(1);
        }
    }

    @Test
    void progressGrowsToOneHundred() {
        StringBuilder many = new StringBuilder();
        for (int i = 1; i <= 20_000; i++) {
            many.append(texts(i, "编号" + i));
        }
        Path file = Books.sheet(many.toString()).in(folder);
        try (SheetReader reader = Sheets.open(file, "x", SheetLimits.standard());
                SheetRows rows = reader.rows(0)) {
            rows.next();
            int early = rows.percent();
            rows.forEachRemaining(row -> {});
            assertThat(early).isBetween(0, 20);
            assertThat(rows.percent()).isEqualTo(100);
        }
    }

    private static void millionRows(Path file) throws IOException {
        byte[] shell = Files.readAllBytes(
                Books.sheet("").without("xl/worksheets/sheet1.xml").in(file.getParent()));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file));
                var in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(shell))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(zip);
            }
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            write(zip, "<worksheet><sheetData>" + texts(1, "编号"));
            for (int i = 2; i < 1_048_000; i++) {
                write(
                        zip,
                        "<row r=\"" + i + "\" spans=\"1:3\" s=\"1\" ht=\"20\"><c r=\"A" + i + "\" s=\"1\"/><c r=\"B" + i
                                + "\" s=\"1\"/><c r=\"C" + i + "\" s=\"1\"/></row>");
            }
            write(zip, texts(1_048_000, "末行") + "</sheetData></worksheet>");
        }
    }

    private static void write(OutputStream out, String xml) throws IOException {
        out.write(xml.getBytes(StandardCharsets.UTF_8));
    }
}
