package org.luodi.sheets;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.luodi.platform.exchange.Books;

/** Files that cannot be taken as a whole: what it is, its name, its content, and what is said in Chinese and in English. */
final class HostileSheets {

    static final String[] HEADINGS = SheetTables.HEADINGS.toArray(String[]::new);
    private static final String TEXT =
            String.join(",", HEADINGS) + "\r\n甲-1,群众反映,住房,漏雨,2026-09-10,南桥镇,2026-12-20,修,整改中\r\n";

    private HostileSheets() {}

    static Stream<Arguments> all(Path folder) {
        return Stream.of(
                refused(
                        "a renamed program",
                        "台账.xlsx",
                        latin("MZ\u0090\0\u0003\0\0\0 This program"),
                        "程序文件",
                        "a program"),
                refused("an encrypted workbook", "加密.xlsx", encrypted(), "设有打开密码", "needs a password"),
                refused("a zip bomb", "炸弹.xlsx", zeros(folder), "解开后大得不正常", "unpacks to an abnormal size"),
                refused("one long text in every cell", "重复.xlsx", repeated(folder), "合计超过 2 亿字", "2 hundred million"),
                refused(
                        "missing columns",
                        "缺列.xlsx",
                        Books.sheet(Books.texts(1, "编号", "问题表述", "来源") + Books.texts(2, "甲-1", "漏雨", "信访"))
                                .bytes(folder),
                        "缺少这些列：问题类别 Category、责任单位 Answerable unit",
                        "lacks these columns"),
                refused(
                        "a column twice",
                        "重列.xlsx",
                        Books.sheet(Books.texts(1, "编号", "问题表述", "来源", "问题类别", "责任单位", "责任部门", "整改单位"))
                                .bytes(folder),
                        "有几列都像是同一个内容",
                        "Several columns"),
                refused(
                        "a text in Big5",
                        "台账.csv",
                        chinese("編號,問題表述\n1,村內道路沒有硬化\n", "Big5"),
                        "看不懂这个文本文件的编码",
                        "encoding"),
                refused(
                        "a text cut in its characters",
                        "台账.csv",
                        chinese(TEXT, "UTF-16LE"),
                        "也不是文本表格",
                        "nor a text table"),
                refused(
                        "a text with lost characters",
                        "台账.csv",
                        utf8(TEXT.replace("雨", "\ufffd\ufffd\ufffd")),
                        "丢失",
                        "lost"),
                refused("no table at all", "信.csv", utf8("a,b\n1,2\n"), "找不到表头", "No headings"),
                refused("headings behind twenty covers", "封面.xlsx", covers(folder), "前 20 个工作表", "first 20 sheets"),
                refused("a workbook cut short", "半个.xlsx", half(folder), "没有传完整", "did not arrive whole"));
    }

    private static Arguments refused(String what, String name, byte[] content, String chinese, String english) {
        return arguments(what, name, content, chinese, english);
    }

    private static byte[] encrypted() {
        return latin("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1" + "\0".repeat(9000)
                + "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0\0\0");
    }

    private static byte[] zeros(Path folder) {
        return Books.sheet("")
                .part("xl/worksheets/sheet1.xml", new byte[40 << 20])
                .bytes(folder);
    }

    /** A small file: each cell only points to the one text. */
    private static byte[] repeated(Path folder) {
        StringBuilder rows = new StringBuilder(Books.texts(1, HEADINGS));
        for (int row = 2; row < 40; row++) {
            String cell = "<c t=\"s\"><v>0</v></c>";
            rows.append("<row r=\"")
                    .append(row)
                    .append("\">")
                    .append(cell.repeat(200))
                    .append("</row>");
        }
        return Books.sheet(rows.toString())
                .strings("<si><t>" + "长".repeat(32_000) + "</t></si>")
                .bytes(folder);
    }

    /** Only the last of its sheets is a ledger. */
    private static byte[] covers(Path folder) {
        int covers = 20;
        Books book = Books.sheet(Books.texts(1, "封面"));
        StringBuilder sheets = new StringBuilder();
        String[] links = new String[2 * covers + 2];
        for (int i = 0; i <= covers; i++) {
            sheets.append("<sheet name=\"%d\" r:id=\"rId%d\"/>".formatted(i, i + 1));
            links[2 * i] = "worksheet";
            links[2 * i + 1] = "worksheets/sheet" + i + ".xml";
            book.part(
                    "xl/worksheets/sheet" + i + ".xml",
                    "<worksheet><sheetData>"
                            + (i < covers ? Books.texts(1, "封面") : Books.texts(1, HEADINGS))
                            + "</sheetData></worksheet>");
        }
        return book.part("xl/workbook.xml", Books.workbook(sheets.toString()))
                .part("xl/_rels/workbook.xml.rels", Books.links(links))
                .bytes(folder);
    }

    private static byte[] half(Path folder) {
        byte[] whole = Books.sheet(Books.texts(1, HEADINGS)).bytes(folder);
        return java.util.Arrays.copyOf(whole, whole.length / 2);
    }

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] chinese(String text, String charset) {
        return text.getBytes(Charset.forName(charset));
    }
}
