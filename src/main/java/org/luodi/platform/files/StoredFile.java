package org.luodi.platform.files;

import java.util.HexFormat;

/** A file that was kept: its number, its cleaned name, its size in bytes and the SHA-256 of its content in hexadecimal. */
public record StoredFile(long id, String name, long size, String digest, String mediaType) {

    byte[] digestBytes() {
        return HexFormat.of().parseHex(digest);
    }
}
