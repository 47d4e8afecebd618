package org.luodi.papers.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Papers as downloads, under a name people can file them by. */
final class Downloads {

    private static final MediaType WORD =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private Downloads() {}

    static ResponseEntity<byte[]> word(String name, ByteArrayOutputStream content) {
        return ResponseEntity.ok()
                .contentType(WORD)
                .header("Content-Disposition", attachment(name + ".docx"))
                .body(content.toByteArray());
    }

    static String attachment(String name) {
        return ContentDisposition.attachment()
                .filename(name.replaceAll("[/\\\\:*?\"<>|\\p{Cntrl}]", "_"), StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
