package org.luodi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;

/** A file is always handed out as a download, under a name that every system can keep. */
class AttachmentTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "luodi-ledger-7.json, attachment; filename=\"luodi-ledger-7.json\"",
                "台账 1.xlsx, filename*=UTF-8''%E5%8F%B0%E8%B4%A6%201.xlsx",
                "a/b:c.txt, attachment; filename=\"a_b_c.txt\"",
                "100%.txt, filename*=UTF-8''100%25.txt"
            })
    void aNameIsOnlyAName(String name, String written) {
        assertThat(disposition(new Attachment("text/plain", name)))
                .startsWith("attachment;")
                .contains(written);
    }

    @Test
    void aQuoteEndsNoName() {
        assertThat(disposition(new Attachment("text/plain", "a\"; filename=\"b.html\r\nX: y")))
                .doesNotContain("\"b.html", "\n");
    }

    @Test
    void workbooksAndPapersSayWhatTheyAre() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        Attachment.workbook("台账").begin(response);
        assertThat(response.getContentType()).endsWith("spreadsheetml.sheet");
        assertThat(response.getHeader("Content-Disposition")).endsWith(".xlsx");
        var paper = Attachment.paper("report").answer().build().getHeaders();
        assertThat(paper.getContentType()).hasToString(Attachment.DOCX);
        assertThat(paper.getFirst("Content-Disposition")).isEqualTo("attachment; filename=\"report.docx\"");
    }

    private static String disposition(Attachment attachment) {
        return attachment.answer().build().getHeaders().getFirst("Content-Disposition");
    }
}
