package org.luodi.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.luodi.platform.exchange.Books.row;
import static org.luodi.platform.exchange.Books.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.luodi.platform.Refusal;

class HostileFilesTest {

    private static final String OLE = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";

    @TempDir
    static Path folder;

    static Stream<Arguments> refused() throws IOException {
        return Stream.of(notTables(), notWorkbooks(), brokenWorkbooks(), hostileXml(), bombs(), texts())
                .flatMap(Arrays::stream);
    }

    private static Arguments[] notTables() {
        return new Arguments[] {
            arguments("an empty file", new byte[0], "exchange.file.empty"),
            arguments("a byte order mark and nothing else", latin("\u00ef\u00bb\u00bf"), "exchange.file.empty"),
            arguments("white space only", latin(" \r\n\t\r\n"), "exchange.file.empty"),
            arguments(
                    "a renamed program", latin("MZ\u0090\0\u0003\0\0\0 This program cannot"), "exchange.file.program"),
            arguments("a renamed Linux program", latin("\u007fELF\u0002\u0001\u0001\0\0"), "exchange.file.program"),
            arguments(
                    "an old workbook",
                    latin(OLE + "\0".repeat(600) + "W\0o\0r\0k\0b\0o\0o\0k\0"),
                    "exchange.file.oldExcel"),
            arguments(
                    "an encrypted workbook",
                    latin(OLE + "\0".repeat(9000) + "E\0n\0E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0\0\0"),
                    "exchange.file.encrypted"),
            arguments("a PDF", latin("%PDF-1.7\n%\u00e2\u00e3\n"), "exchange.file.pdf"),
            arguments("a picture", latin("\u0089PNG\r\n\u001a\n\0\0"), "exchange.file.image"),
            arguments("a photo", latin("\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF"), "exchange.file.image"),
            arguments("another archive", latin("Rar!\u001a\u0007\0"), "exchange.file.archive"),
            arguments(
                    "a web page named .xls",
                    utf8("<html><table><tr><td>编号</td></tr></table>"),
                    "exchange.file.webPage"),
            arguments("an XML table of 2003", utf8("<?xml version=\"1.0\"?><Workbook/>"), "exchange.file.webPage"),
            arguments("noise", noise(), "exchange.file.binary"),
            arguments("control characters", latin("\u0001\u0002\u0003a\u0004\u0005"), "exchange.text.binary"),
        };
    }

    private static Arguments[] notWorkbooks() {
        return new Arguments[] {
            arguments(
                    "a Word document",
                    Books.empty()
                            .part("_rels/.rels", Books.links("officeDocument", "word/document.xml"))
                            .part("word/document.xml", "<document/>")
                            .part("word/_rels/document.xml.rels", "<Relationships/>")
                            .bytes(folder),
                    "exchange.workbook.none"),
            arguments("any zip", Books.empty().part("a.txt", "a").bytes(folder), "exchange.workbook.none"),
            arguments(
                    "an OpenDocument table",
                    Books.empty()
                            .part("mimetype", "a")
                            .part("content.xml", "<a/>")
                            .bytes(folder),
                    "exchange.workbook.openDocument"),
            arguments(
                    "a binary workbook",
                    Books.empty()
                            .part("_rels/.rels", Books.links("officeDocument", "xl/workbook.bin"))
                            .part("xl/workbook.bin", "x")
                            .bytes(folder),
                    "exchange.workbook.binary"),
            arguments(
                    "hidden sheets only",
                    Books.sheet("")
                            .part(
                                    "xl/workbook.xml",
                                    Books.workbook("<sheet name=\"a\" state=\"hidden\" r:id=\"rId1\"/>"
                                            + "<sheet name=\"b\" state=\"veryHidden\" r:id=\"rId1\"/>"))
                            .bytes(folder),
                    "exchange.workbook.noSheet"),
        };
    }

    private static Arguments[] brokenWorkbooks() {
        byte[] sound = Books.sheet(row(1, text("A1", "编号"))).bytes(folder);
        return new Arguments[] {
            broken("a zip cut short", Arrays.copyOf(sound, sound.length / 2)),
            broken("a zip with a damaged part", damaged(sound)),
            broken(
                    "a missing sheet",
                    Books.sheet("").without("xl/worksheets/sheet1.xml").bytes(folder)),
            broken(
                    "XML cut short",
                    Books.sheet("")
                            .part("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row>")
                            .bytes(folder)),
            broken(
                    "a text that is not there",
                    Books.sheet("<row><c t=\"s\"><v>2000000000</v></c></row>").bytes(folder)),
            broken(
                    "a text numbered minus one",
                    Books.sheet("<row><c t=\"s\"><v>-1</v></c></row>").bytes(folder)),
            broken(
                    "a column beyond the last",
                    Books.sheet("<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>")
                            .bytes(folder)),
            broken(
                    "a row beyond the last",
                    Books.sheet(row(2_000_000, text("A1", "a"))).bytes(folder)),
            broken("rows that run backwards", Books.sheet(row(5) + row(4)).bytes(folder)),
            broken(
                    "cells that run backwards",
                    Books.sheet(row(1, text("B1", "b"), text("A1", "a"))).bytes(folder)),
            broken(
                    "a merged range that is none",
                    Books.sheet("").merged("", "A1:ZZZZ99999999").bytes(folder)),
            broken(
                    "UTF-16 inside",
                    Books.sheet("")
                            .part("xl/worksheets/sheet1.xml", "<?xml version=\"1.0\" encoding=\"UTF-16\"?><worksheet/>")
                            .bytes(folder)),
            broken(
                    "a control character",
                    Books.sheet(row(1, text("A1", "a\u0001"))).bytes(folder)),
        };
    }

    private static Arguments[] hostileXml() {
        String lol = "<!DOCTYPE a [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>";
        String external = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>";
        String sheet = "<worksheet><sheetData>" + row(1, text("A1", "&b;")) + "</sheetData></worksheet>";
        String names = Stream.iterate(0, i -> i + 1)
                .limit(5000)
                .map(i -> "<n" + i + "/>")
                .reduce("", String::concat);
        return new Arguments[] {
            entities("a billion laughs", Books.sheet("").part("xl/worksheets/sheet1.xml", lol + sheet)),
            entities("an external entity", Books.sheet("").part("xl/worksheets/sheet1.xml", external + sheet)),
            entities("an entity in the texts", Books.sheet("").part("xl/sharedStrings.xml", external + "<sst/>")),
            entities("an entity in the workbook", Books.sheet("").part("xl/workbook.xml", external + "<workbook/>")),
            entities(
                    "an outside DTD",
                    Books.sheet("").part("xl/styles.xml", "<!DOCTYPE a SYSTEM \"http://127.0.0.1/a\"><a/>")),
            entities("an undeclared entity", Books.sheet(row(1, text("A1", "&b;")))),
            broken("a deep nest", Books.sheet("<a>".repeat(100_000)).bytes(folder)),
            broken("thousands of names", Books.sheet(names).bytes(folder)),
        };
    }

    private static Arguments[] bombs() throws IOException {
        return new Arguments[] {
            bomb("forty million zeros", zeros("xl/worksheets/sheet1.xml", 40 << 20)),
            bomb("a bomb beside the sheet", zeros("xl/media/image1.png", 40 << 20)),
            bomb("a part that lies about its size", lying(zeros("xl/worksheets/sheet1.xml", 40 << 20), 40 << 20)),
            bomb("six thousand parts", manyParts()),
            bomb(
                    "a tag without end",
                    Books.sheet("<row a=\"" + repeated("0123456789abcdef", 9 << 16) + "\"/>")
                            .bytes(folder)),
        };
    }

    private static Arguments[] texts() {
        String chinese = "编号,问题表述,牵头单位\n1,村内道路没有硬化,交通局\n";
        return new Arguments[] {
            arguments("Big5", chinese("編號,問題表述,牽頭單位\n1,村內道路沒有硬化,交通局\n", "Big5"), "exchange.text.encoding"),
            arguments("Shift JIS", chinese("番号,ひらがなとカタカナ\n1,テスト\n", "Shift_JIS"), "exchange.text.encoding"),
            arguments(
                    "Latin-1", latin("code,name\n1,Soci\u00e9t\u00e9 G\u00e9n\u00e9rale\n"), "exchange.text.encoding"),
            arguments(
                    "UTF-8 cut within a character",
                    Arrays.copyOf(utf8(chinese + "村"), utf8(chinese).length + 2),
                    "exchange.text.encoding"),
            arguments("UTF-16 without its mark", chinese(chinese, "UTF-16LE"), "exchange.file.binary"),
            arguments("lost characters", utf8("编号,\ufffd\ufffd\ufffd\ufffd\n"), "exchange.text.damaged"),
            arguments("an open quote", utf8("编号,问题\n1,\"路没修\n2,水不通\n"), "exchange.text.openQuote"),
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void isRefusedWithWordsThatSayWhatToDo(String what, byte[] content, String key) {
        Path file = Books.file(folder, content);
        assertThatThrownBy(() -> Books.read(file))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
        assertThat(ResourceBundle.getBundle("messages/exchange").getString(key)).isNotBlank();
        assertThat(ResourceBundle.getBundle("messages/exchange_en").getString(key))
                .isNotBlank();
    }

    @Test
    void aFileAboveTheLimitIsNotEvenLookedAt() {
        Path file = Books.file(folder, utf8("编号\n1\n"));
        assertThatThrownBy(() -> Books.read(file, SheetLimits.standard().withFileBytes(5)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("exchange.file.tooLarge"));
    }

    @Test
    void rowsAndColumnsHaveALimit() {
        Path three = Books.sheet(row(1, text("A1", "a")) + row(2, text("A2", "b")) + row(3, text("A3", "c")))
                .in(folder);
        assertThatThrownBy(() -> Books.read(three, SheetLimits.standard().withRows(2)))
                .hasMessage("exchange.rows.tooMany");
        Path wide = Books.sheet(row(1, text("XFD1", "a"))).in(folder);
        assertThatThrownBy(() -> Books.read(wide)).hasMessage("exchange.columns.tooMany");
        Path commas = Books.file(folder, utf8("a" + ",".repeat(300) + "b\n"));
        assertThatThrownBy(() -> Books.read(commas)).hasMessage("exchange.columns.tooMany");
    }

    @Test
    void nothingIsLeftOpenOrBehindAfterARefusal() throws IOException {
        Path scratch = Path.of(System.getProperty("java.io.tmpdir"));
        long before = texts(scratch);
        Path file = Books.sheet("")
                .part("xl/sharedStrings.xml", "<sst><si><t>a</t>")
                .in(folder);
        assertThatThrownBy(() -> Books.read(file)).hasMessage("exchange.workbook.broken");
        assertThat(texts(scratch)).isEqualTo(before);
    }

    private static long texts(Path scratch) throws IOException {
        try (Stream<Path> files = Files.list(scratch)) {
            return files.filter(file -> file.toString().endsWith(".texts")).count();
        }
    }

    private static Arguments broken(String what, byte[] content) {
        return arguments(what, content, "exchange.workbook.broken");
    }

    private static Arguments bomb(String what, byte[] content) {
        return arguments(what, content, "exchange.workbook.bomb");
    }

    private static Arguments entities(String what, Books book) {
        return arguments(what, book.bytes(folder), "exchange.workbook.entities");
    }

    private static byte[] zeros(String name, int length) {
        return Books.sheet("").part(name, new byte[length]).bytes(folder);
    }

    /** Writes a small size into the directory of the archive, which is where a reader looks. */
    private static byte[] lying(byte[] zip, int size) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i + 28 < zip.length; i++) {
            if (bytes.getInt(i) == 0x02014b50 && bytes.getInt(i + 24) == size) {
                bytes.putInt(i + 24, 1000);
            }
        }
        return zip;
    }

    private static byte[] damaged(byte[] zip) {
        byte[] damaged = zip.clone();
        int from = new String(zip, StandardCharsets.ISO_8859_1).indexOf("xl/worksheets/sheet1.xml") + 24;
        Arrays.fill(damaged, from, from + 12, (byte) 0x5a);
        return damaged;
    }

    private static byte[] manyParts() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < 6000; i++) {
                zip.putNextEntry(new ZipEntry("xl/" + i));
            }
        }
        return bytes.toByteArray();
    }

    private static String repeated(String text, int times) {
        return text.repeat(times);
    }

    private static byte[] noise() {
        byte[] noise = new byte[5000];
        new java.util.Random(7).nextBytes(noise);
        return noise;
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] chinese(String text, String charset) {
        return text.getBytes(Charset.forName(charset));
    }
}
