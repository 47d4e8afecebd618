package org.luodi.platform.files;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.springframework.http.ContentDisposition;

/** A file that was kept: its number, its cleaned name, its size in bytes and the SHA-256 of its content in hexadecimal. */
public record StoredFile(long id, String name, long size, String digest, String mediaType) {

    /** The header under which the file is handed out: always as a download, under its own name (RFC 6266). */
    public String contentDisposition() {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    byte[] digestBytes() {
        return HexFormat.of().parseHex(digest);
    }
}
