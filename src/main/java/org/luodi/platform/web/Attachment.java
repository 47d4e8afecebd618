package org.luodi.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** A file that is handed out to be kept: what it is, and the name people can file it by (RFC 6266). */
public record Attachment(String type, String name) {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /** A workbook, its name given without the ending. */
    public static Attachment workbook(String name) {
        return new Attachment(XLSX, name + ".xlsx");
    }

    /** A paper, its name given without the ending. */
    public static Attachment paper(String name) {
        return new Attachment(DOCX, name + ".docx");
    }

    /** The head of an answer whose body is written afterwards. */
    public void begin(HttpServletResponse response) {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition());
    }

    /** What writes a file. */
    public interface Writing {

        void to(OutputStream out) throws IOException;
    }

    /** Answers with a file that is written to the disk first: no slow reader holds up the database, and what goes wrong is still answered plainly. */
    public void send(HttpServletResponse response, Writing writing) throws IOException {
        Path file = Files.createTempFile("luodi-", ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                writing.to(out);
            }
            send(response, file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Answers with a file on the disk. */
    public void send(HttpServletResponse response, Path file) throws IOException {
        begin(response);
        response.setContentLengthLong(Files.size(file));
        Files.copy(file, response.getOutputStream());
    }

    /** Takes back what has been written and not yet sent, so that what is said instead is not kept as the file. */
    static void takeBack(HttpServletResponse response) {
        response.resetBuffer();
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, null);
    }

    /** An answer that still lacks its body. */
    public ResponseEntity.BodyBuilder answer() {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition());
    }

    /** A name of plain letters stands as it is; any other is encoded, and nothing in it can be a path. */
    private String disposition() {
        String clean = name.replaceAll("[/\\\\:*?\"<>|\\p{Cntrl}]", "_");
        var attachment = ContentDisposition.attachment();
        return (clean.matches("[\\w.-]+")
                        ? attachment.filename(clean)
                        : attachment.filename(clean, StandardCharsets.UTF_8))
                .build()
                .toString();
    }
}
