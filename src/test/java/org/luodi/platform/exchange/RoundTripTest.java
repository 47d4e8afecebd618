package org.luodi.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundTripTest {

    private static final List<String> NASTY = List.of(
            "=cmd|' /C calc'!A0",
            "=1+1",
            "+86 138",
            "-5",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "'=1",
            "''+1",
            "'单引号",
            "'",
            "a\r\nb\nc\rd",
            " 前后有空格 ",
            "<b>&amp;\"'</b>",
            "]]>",
            "_x000D_",
            "_x005F_x000D_",
            "_xZZZZ_",
            "_",
            "a\u0001\u001fb",
            "\u0085\u2028\u00a0",
            "😀𠮷",
            "a,b;c\td\"e\"",
            "110101001001",
            "000123",
            "1E5",
            "2023-09-05",
            "TRUE",
            "#N/A",
            "https://example.org/?a=b&c=d",
            "长".repeat(32_767));

    @TempDir
    Path folder;

    @Test
    void nastyTextComesBackUnchangedFromAWorkbook() throws IOException {
        assertThat(firstColumn(write(RoundTripTest::workbook, NASTY))).isEqualTo(NASTY);
    }

    @Test
    void nastyTextComesBackUnchangedFromCsv() throws IOException {
        assertThat(firstColumn(write(SheetWriter::csv, NASTY))).isEqualTo(NASTY);
    }

    @Test
    void severalSheetsStandInOneWorkbookEachWithItsOwnRows() throws IOException {
        Path file = folder.resolve("three.xlsx");
        List<String> names = List.of("问题清单", "责任 '的' 清单", "任务清单");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out)) {
            for (String name : names) {
                try (SheetWriter sheet = book.sheet(name, List.of(new SheetWriter.Column(name, 20)))) {
                    sheet.row(List.of("=1+" + name));
                    sheet.row(List.of(LocalDate.of(2026, 11, 24)));
                }
            }
        }
        try (SheetReader reader = Sheets.open(file, "three.xlsx", SheetLimits.standard())) {
            assertThat(reader.sheets()).isEqualTo(names);
            for (int i = 0; i < names.size(); i++) {
                assertThat(reader.first(i, 9).stream().map(r -> r.cell(0).text()))
                        .containsExactly(names.get(i), "=1+" + names.get(i), "2026-11-24");
            }
        }
        try (ReadableWorkbook other = new ReadableWorkbook(file.toFile())) {
            assertThat(other.getSheets().map(org.dhatim.fastexcel.reader.Sheet::getName))
                    .containsExactlyElementsOf(names);
        }
    }

    @Test
    void textNeverBecomesAFormula() throws IOException {
        Path file = write(RoundTripTest::workbook, NASTY);
        try (ReadableWorkbook other = new ReadableWorkbook(file.toFile());
                var rows = other.getFirstSheet().openStream()) {
            assertThat(rows.skip(1).map(row -> row.getCell(0).getType())).containsOnly(CellType.STRING);
        }
        String csv = Files.readString(write(SheetWriter::csv, List.of("=1", "+1", "-1", "@a", "\t=1", "\ra")));
        assertThat(csv.substring(1).split("\r\n")).allMatch(line -> line.matches("(?s)\"文本\"|\"'.*"));
    }

    @Test
    void anyTextComesBackUnchanged() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            texts.add("x" + text(random));
        }
        assertThat(firstColumn(write(RoundTripTest::workbook, texts)))
                .as("seed %d", seed)
                .isEqualTo(texts);
        assertThat(firstColumn(write(SheetWriter::csv, texts)))
                .as("seed %d", seed)
                .isEqualTo(texts);
    }

    @Test
    void numbersDaysAndMomentsKeepTheirKind() throws IOException {
        Path file = folder.resolve("kinds.xlsx");
        List<Object> values = new ArrayList<>(List.of(
                7, new BigDecimal("0.10"), 110101001001L, 1101010010011234567L, LocalDate.of(2023, 9, 5), true));
        values.add(LocalDateTime.of(2023, 9, 5, 14, 30));
        values.add(LocalDate.of(1899, 1, 1));
        values.add(null);
        values.add(Double.NaN);
        List<SheetWriter.Column> columns =
                values.stream().map(value -> new SheetWriter.Column("列", 10)).toList();
        try (OutputStream out = Files.newOutputStream(file);
                SheetWriter writer = SheetWriter.workbook(out, "a/b:[c]'" + "长".repeat(40), columns)) {
            writer.row(values);
        }
        SheetRow row = Books.read(file).get(1);
        assertThat(row.cells())
                .extracting(Cell::text)
                .containsExactly(
                        "7",
                        "0.1",
                        "110101001001",
                        "1101010010011234567",
                        "2023-09-05",
                        "true",
                        "2023-09-05 14:30",
                        "1899-01-01",
                        "",
                        "NaN");
        assertThat(row.cell(4).date()).contains(LocalDate.of(2023, 9, 5));
        try (ReadableWorkbook other = new ReadableWorkbook(file.toFile())) {
            assertThat(other.getFirstSheet().getName()).hasSizeLessThanOrEqualTo(31);
            var cells = other.getFirstSheet().read().get(1);
            assertThat(cells.getCell(4).asDate()).isEqualTo("2023-09-05T00:00");
            assertThat(cells.getCell(0).asNumber()).isEqualByComparingTo("7");
        }
    }

    @Test
    void whatNoCellCanHoldIsCutAndCounted() throws IOException {
        Path file = folder.resolve("cut.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                SheetWriter writer = SheetWriter.workbook(out, "台账", columns())) {
            writer.row(List.of("长".repeat(50_000)));
            assertThat(writer.shortened()).isEqualTo(1);
        }
        SheetRow row = Books.read(file).get(1);
        assertThat(row.tooLong()).isFalse();
        assertThat(row.cell(0).text()).hasSize(32_767).endsWith("…");
    }

    @Test
    void whatTheDatabaseCannotHoldIsLeftOut() throws IOException {
        List<String> texts = List.of("a\0b", "c\ud800d", "e\uffffg");
        assertThat(firstColumn(write(RoundTripTest::workbook, texts))).containsExactly("ab", "cd", "eg");
        Path foreign = Books.sheet(Books.texts(1, "a_x0000_b_xD800_c_x000A_d")).in(folder);
        assertThat(Books.read(foreign).get(0).cell(0).text()).isEqualTo("abc\nd");
    }

    private Path write(BiFunction<OutputStream, List<SheetWriter.Column>, SheetWriter> kind, List<String> texts)
            throws IOException {
        Path file = Files.createTempFile(folder, "round", ".trip");
        try (OutputStream out = Files.newOutputStream(file);
                SheetWriter writer = kind.apply(out, columns())) {
            texts.forEach(text -> writer.row(List.of(text)));
        }
        return file;
    }

    private static SheetWriter workbook(OutputStream out, List<SheetWriter.Column> columns) {
        return SheetWriter.workbook(out, "台账", columns);
    }

    private static List<SheetWriter.Column> columns() {
        return List.of(new SheetWriter.Column("文本", 20));
    }

    private static List<String> firstColumn(Path file) {
        return Books.read(file).stream().skip(1).map(row -> row.cell(0).text()).toList();
    }

    private static String text(Random random) {
        String alphabet = "=+-@'\"\t\r\n,;_x0005F<>&中文，\u0007\u0085é😀 ";
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            int at = random.nextInt(alphabet.codePointCount(0, alphabet.length()));
            text.appendCodePoint(alphabet.codePointAt(alphabet.offsetByCodePoints(0, at)));
        }
        return new String(text.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
