package org.luodi.platform.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.context.request.WebRequest;

/** Answers with a text that programs fetch again and again: sent only where it has changed. */
public final class Feeds {

    private Feeds() {}

    /** The text, or null where the program has it already: then the answer is 304. */
    public static ResponseEntity<byte[]> answer(String text, String media, CacheControl cache, WebRequest request) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        String tag = "\"" + DigestUtils.md5DigestAsHex(body) + "\"";
        if (request.checkNotModified(tag)) {
            return null;
        }
        return ResponseEntity.ok()
                .header("Content-Type", media)
                .header("Content-Disposition", "inline")
                .cacheControl(cache)
                .eTag(tag)
                .body(body);
    }
}
