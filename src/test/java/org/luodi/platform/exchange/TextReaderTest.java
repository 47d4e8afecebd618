package org.luodi.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextReaderTest {

    private static final String SHEET = "编号|问题表述|牵头单位\n1|\"道路没有硬化，雨天\n难走\"|交通局\n2|说\"\"好\"\"|镇政府\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "UTF-8, '', ','",
        "UTF-8, '', ;",
        "UTF-8, \ufeff, ','",
        "GB18030, '', ','",
        "GBK, '', '\t'",
        "UTF-16LE, \ufeff, '\t'",
        "UTF-16BE, \ufeff, ;"
    })
    void encodingAndDelimiterAreFoundFromTheContent(String charset, String mark, char delimiter) {
        String text = mark + SHEET.replace('|', delimiter);
        Path file = Books.file(folder, text.getBytes(Charset.forName(charset)));
        assertThat(Books.texts(Books.read(file)))
                .containsExactly(
                        List.of("编号", "问题表述", "牵头单位"),
                        List.of("1", "道路没有硬化，雨天\n难走", "交通局"),
                        List.of("2", "说\"\"好\"\"", "镇政府"));
    }

    @Test
    void plainAsciiAndASingleColumnReadToo() {
        assertThat(Books.texts(read("code\n110101001001\n"))).containsExactly(List.of("code"), List.of("110101001001"));
        assertThat(Books.texts(read("a,b"))).containsExactly(List.of("a", "b"));
    }

    @Test
    void blankLinesCountAndAreNotRows() {
        List<SheetRow> rows = read("编号,问题\n\n,,\n1,\"a\nb\"\n2,c\n");
        assertThat(rows).extracting(SheetRow::number).containsExactly(1, 4, 5);
    }

    @Test
    void aFirstLineMayNameTheDelimiter() {
        assertThat(Books.texts(read("sep=;\n编号;a,b,c\n1;x,y,z\n")))
                .containsExactly(List.of("编号", "a,b,c"), List.of("1", "x,y,z"));
    }

    @Test
    void theQuoteThatGuardsAFormulaComesOff() {
        assertThat(Books.texts(read("a\n'=1+1\n''=1+1\n'quoted'\n-5\n")))
                .containsExactly(List.of("a"), List.of("=1+1"), List.of("'=1+1"), List.of("'quoted'"), List.of("-5"));
    }

    @Test
    void aCellTooLongSpoilsItsRowAndNoOther() {
        List<SheetRow> rows = read("a,b\n1," + "长".repeat(40_000) + "\n2,好\n");
        assertThat(rows).extracting(SheetRow::tooLong).containsExactly(false, true, false);
    }

    @Test
    void namesWithRareCharactersDoNotMakeGb18030Doubtful() {
        Path file = Books.file(folder, "姓名,单位\n王㛃,镇政府\n李堃,村委会\n".getBytes(Charset.forName("GB18030")));
        assertThat(Books.read(file).get(1).cell(0).text()).isEqualTo("王㛃");
    }

    private List<SheetRow> read(String text) {
        return Books.read(Books.file(folder, text.getBytes(StandardCharsets.UTF_8)));
    }
}
