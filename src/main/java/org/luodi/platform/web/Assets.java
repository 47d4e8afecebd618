package org.luodi.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/** Addresses of style sheets and scripts: they change with the content, so that a browser may keep what it has for a year. */
final class Assets {

    private static final Map<String, String> ADDRESSES = new ConcurrentHashMap<>();

    private Assets() {}

    static String address(String path) {
        return ADDRESSES.computeIfAbsent(path, p -> "/static/" + p + "?v=" + digest(p));
    }

    private static String digest(String path) {
        try (InputStream content = Assets.class.getResourceAsStream("/static/" + path)) {
            if (content == null) {
                throw new IllegalArgumentException("no asset " + path);
            }
            CRC32 crc = new CRC32();
            crc.update(content.readAllBytes());
            return Long.toHexString(crc.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
