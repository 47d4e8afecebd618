package org.luodi.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyRowsTest {

    private static final int MOST = 1_048_576;

    @TempDir
    Path folder;

    @Test
    void whatDoesNotFitOnOneSheetGoesOnInTheNextWithTheSameHeadings() throws Exception {
        Path file = folder.resolve("many.xlsx");
        try (var out = new BufferedOutputStream(Files.newOutputStream(file));
                SheetWriter sheet = SheetWriter.workbook(out, "台账", List.of(new SheetWriter.Column("编号", 8)))) {
            for (int i = 1; i <= MOST + 1; i++) {
                sheet.row(List.of(i));
            }
        }
        try (ZipFile book = new ZipFile(file.toFile())) {
            assertThat(text(book, "xl/workbook.xml")).contains("name=\"台账\"", "name=\"台账 (2)\"");
            assertThat(text(book, "xl/worksheets/sheet1.xml"))
                    .contains("<row r=\"" + MOST + "\">")
                    .doesNotContain("<row r=\"" + (MOST + 1) + "\">");
            assertThat(text(book, "xl/worksheets/sheet2.xml"))
                    .contains("编号", "<v>" + MOST + "</v>", "<v>" + (MOST + 1) + "</v>")
                    .doesNotContain("<row r=\"4\">");
        }
    }

    private static String text(ZipFile book, String name) throws Exception {
        try (InputStream part = book.getInputStream(book.getEntry(name))) {
            return new String(part.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
