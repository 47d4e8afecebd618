package org.luodi.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luodi.platform.exchange.Books.text;
import static org.luodi.platform.exchange.Books.texts;
import static org.luodi.sheets.HostileSheets.HEADINGS;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.luodi.matters.Matters;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Units;
import org.luodi.platform.exchange.Books;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.server.Settings;
import org.luodi.sheets.Sheet.Outcome;
import org.luodi.sheets.Sheet.State;
import org.luodi.world.OnTheTree;
import org.luodi.world.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people really upload, from the form to what the page says; the reader's own tests hold the finer cases. */
@OnTheTree
class SheetHostileTest {

    private static final String CMD = "=cmd|' /C calc'!A0";

    @TempDir
    static Path folder;

    @LocalServerPort
    int port;

    @Autowired
    SheetImports imports;

    @Autowired
    Grants grants;

    @Autowired
    Units units;

    @Autowired
    Accounts accounts;

    @Autowired
    Matters matters;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Settings settings;

    private final String mark = UUID.randomUUID().toString().substring(0, 8) + "-";
    private SheetDesk clerk;
    private Visitor visitor;

    @BeforeEach
    void aClerkOfACounty() {
        clerk = SheetDesk.of(imports, grants, units, accounts, "130125");
        visitor = clerk.visitor(port);
    }

    static Stream<Arguments> hostile() {
        return HostileSheets.all(folder);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void whatCannotBeReadIsRefusedInPlainWordsAndLeavesNothingHalfDone(
            String what, String name, byte[] content, String chinese, String english) throws IOException {
        long before = matterCount();
        Sheet read = bring(name, content, 2);
        assertThat(read.state()).isEqualTo(State.REFUSED);
        Document page = visitor.page(path(read));
        assertThat(page.select(".notice").text()).contains(chinese);
        assertThat(visitor.english(path(read)).select(".notice").text()).contains(english);
        assertThat(page.select("form[action$=/applications]")).isEmpty();
        assertThat(imports.counts(read).total()).isZero();
        assertThat(visitor.post("/sheets", path(read) + "/applications", Map.of())
                        .statusCode())
                .isEqualTo(409);
        assertThat(matterCount()).isEqualTo(before);
        assertThat(cells(read)).isZero();
        try (Stream<Path> incoming = Files.list(settings.data().resolve("files/incoming"))) {
            assertThat(incoming).isEmpty();
        }
    }

    @Test
    void aTextFileInChinasOldEncodingIsRead() {
        String text = String.join(",", HEADINGS) + "\r\n" + mark + "1,群众反映,住房,漏雨,2026年9月10日,南桥镇,2026/12/20,修,整改中\r\n";
        Sheet read = bring("台账.csv", HostileSheets.chinese(text, "GB18030"), 2);
        assertThat(imports.counts(read).of(Outcome.CREATE)).isEqualTo(1);
    }

    @Test
    void headingsUnderATitleAndBelowGroupsAreFoundAndFormulasGiveTheirValues() {
        String rows = texts(1, "整改台账")
                + texts(2, "编号", "来源", "问题类别", "问题表述", "产生原因", null, "责任单位", "发现时间")
                + texts(3, null, null, null, null, "本级", "上级")
                + "<row r=\"4\">" + text("A4", mark + "1") + text("B4", "信访") + text("C4", "住房")
                + "<c r=\"D4\" t=\"str\"><f>A1</f><v>漏水</v></c>" + text("E4", "管理") + text("F4", "政策")
                + text("G4", "南桥镇")
                + "<c r=\"H4\"><v>46275</v></c></row>"
                + "<row r=\"5\"><c r=\"A5\" s=\"1\"/><c r=\"B5\" s=\"1\"/></row>"
                + "<row r=\"6\">" + text("A6", mark + "2") + text("B6", "信访") + text("C6", "住房")
                + "<c r=\"D6\" t=\"e\"><f>A1/0</f><v>#DIV/0!</v></c>" + text("G6", "南桥镇") + "</row>";
        Books book =
                Books.sheet("").merged(rows, "A1:H1", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:F2", "G2:G3", "H2:H3");
        Sheet done = clerk.apply(bring("台账.xlsx", book.bytes(folder), 2));
        assertThat(imports.counts(done).total()).isEqualTo(2);
        assertThat(clerk.reasons(done)).containsExactly("sheets.refused.error");
        Matters.Told told = matters.byNumber(mark + "1", clerk.scope()).orElseThrow();
        assertThat(told.detail().causeOwn()).isEqualTo("管理");
        assertThat(told.detail().causeAbove()).isEqualTo("政策");
        assertThat(told.detail().title()).isEqualTo("漏水");
        assertThat(told.matter().raisedOn()).isEqualTo(LocalDate.of(2026, 9, 10));
        says(done, "公式错误（#DIV/0!）", "formula error (#DIV/0!)");
    }

    @Test
    void daysAsTextAndAsSerialNumbersAreTheSameDay() {
        List<String> days = List.of(
                text("E2", "2026年9月10日"),
                text("E3", "2026.9.10"),
                text("E4", "2026/09/10"),
                text("E5", "20260910"),
                "<c r=\"E6\"><v>46275</v></c>",
                "<c r=\"E7\" s=\"1\"><v>46275</v></c>",
                text("E8", "46275"),
                text("E9", "去年秋天"));
        StringBuilder rows = new StringBuilder(texts(1, HEADINGS));
        for (int i = 0; i < days.size(); i++) {
            int row = i + 2;
            rows.append("<row r=\"").append(row).append("\">");
            rows.append(text("A" + row, mark + row) + text("B" + row, "信访") + text("C" + row, "住房"));
            rows.append(text("D" + row, "漏雨")).append(days.get(i)).append(text("F" + row, "南桥镇"));
            rows.append("</row>");
        }
        Books book = Books.sheet(rows.toString()).styles("", 0, 14);
        Sheet done = clerk.apply(bring("台账.xlsx", book.bytes(folder), 2));
        assertThat(clerk.reasons(done)).containsExactly("sheets.refused.day");
        for (int row = 2; row < 9; row++) {
            assertThat(matters.byNumber(mark + row, clerk.scope())
                            .orElseThrow()
                            .matter()
                            .raisedOn())
                    .isEqualTo(LocalDate.of(2026, 9, 10));
        }
        says(done, "“去年秋天”不是能认出的日期", "is no day that can be read");
    }

    @Test
    void aCellThatIsTooLongRefusesItsRowOnly() throws IOException {
        String rows = texts(1, HEADINGS)
                + texts(2, mark + 1, "信访", "住房", "漏雨", null, "南桥镇", null, "长".repeat(40_000))
                + texts(3, mark + 2, "信访", "住房", "没水", null, "南桥镇", null, "长".repeat(32_767));
        Sheet done = clerk.apply(bring("台账.xlsx", Books.sheet(rows).bytes(folder), 2));
        assertThat(clerk.reasons(done)).containsExactly("sheets.refused.long");
        assertThat(matters.byNumber(mark + 1, clerk.scope())).isEmpty();
        assertThat(matters.byNumber(mark + 2, clerk.scope())).isPresent();
        says(done, "“整改措施”这一格超过 32,767 个字符", "more than the 32,767 characters");
        assertThat(part(visitor.get(path(done) + "/refused.xlsx").body(), "sheet1.xml"))
                .contains("这一格超过");
    }

    @Test
    void aMillionBlankRowsAreNoRows() {
        StringBuilder rows = new StringBuilder(texts(1, HEADINGS));
        for (int i = 2; i <= 1_000_000; i++) {
            rows.append("<row r=\"").append(i).append("\" s=\"1\"><c r=\"A").append(i);
            rows.append(i % 2 == 0 ? "\" s=\"1\"/></row>" : "\" t=\"str\"><f>\"\"</f><v></v></c></row>");
        }
        rows.append(texts(1_000_001, mark + 1, "信访", "住房", "漏雨", null, "南桥镇"));
        Sheet read = bring("台账.xlsx", Books.sheet(rows.toString()).bytes(folder), 2);
        assertThat(read.state()).as("%s", read.reason()).isEqualTo(State.READY);
        assertThat(clerk.lines(read, null)).extracting(Sheet.Line::row).containsExactly(1_000_001);
    }

    @Test
    void whatASpreadsheetWouldRunIsHarmlessInTheExportAndComesBackUnchanged() throws IOException {
        String rows = texts(1, HEADINGS)
                + texts(2, mark + 1, "信访", "住房", CMD, null, "安香乡", null, "+1+1")
                + texts(3, "@" + mark, "信访", "住房", "-2+3", null, "安香乡", null, "=HYPERLINK(\"http://a.b\")");
        clerk.apply(bring("台账.xlsx", Books.sheet(rows).bytes(folder), 2));
        String list = "unit=" + units.byCode("130125201").orElseThrow().id().value();
        byte[] book = visitor.get("/matters/export.xlsx?" + list).body();
        assertThat(part(book, "sheet1.xml")).doesNotContain("<f>", "<f ", "t=\"str\"");
        byte[] csv = visitor.get("/matters/export.csv?" + list).body();
        String text = new String(csv, StandardCharsets.UTF_8);
        assertThat(text).contains("'" + CMD).doesNotContain("\"=", ",=", "\"+", "\"@", "\"-2");
        for (Sheet again : List.of(bring("回来.xlsx", book, 2), bring("回来.csv", csv, 2))) {
            assertThat(imports.counts(again).of(Outcome.SAME)).isPositive();
            assertThat(imports.counts(again).total())
                    .isEqualTo(imports.counts(again).of(Outcome.SAME));
        }
    }

    @Test
    void aClosedBatchTakesNoNewMatters() {
        String rows = texts(1, HEADINGS) + texts(2, mark + 1, "信访", "住房", "漏雨", null, "南桥镇");
        Sheet read = bring("台账.xlsx", Books.sheet(rows).bytes(folder), 1);
        assertThat(clerk.reasons(read)).containsExactly("programme.refused.batch.closed");
        says(read, "第 1 批", "batch 1");
        assertThat(visitor.post("/sheets", path(read) + "/applications", Map.of())
                        .statusCode())
                .isEqualTo(302);
        assertThat(clerk.settled(read).state()).isEqualTo(State.DONE);
        assertThat(matters.byNumber(mark + 1, clerk.scope())).isEmpty();
    }

    private Sheet bring(String name, byte[] content, int batch) {
        var answer = visitor.upload(
                "/sheets", name, content, Map.of("batch", Integer.toString(batch), "_csrf", visitor.token("/sheets")));
        assertThat(answer.statusCode()).isEqualTo(302);
        return clerk.settled(Visitor.next(answer));
    }

    private void says(Sheet sheet, String chinese, String english) {
        String refused = path(sheet) + "?outcome=refused";
        assertThat(visitor.page(refused).select("tbody").text()).contains(chinese);
        assertThat(visitor.english(refused).select("tbody").text()).containsIgnoringCase(english);
    }

    private static String path(Sheet sheet) {
        return "/sheets/" + sheet.id();
    }

    private long matterCount() {
        return jdbc.sql("select count(*) from matters.matter").query(Long.class).single();
    }

    private long cells(Sheet sheet) {
        return jdbc.sql("select count(*) from sheets.sheet_cells where sheet = :sheet")
                .param("sheet", sheet.id())
                .query(Long.class)
                .single();
    }

    /** A part of a workbook as text. */
    private static String part(byte[] workbook, String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new IllegalStateException("no part " + name);
    }
}
