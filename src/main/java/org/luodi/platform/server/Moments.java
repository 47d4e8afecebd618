package org.luodi.platform.server;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Moments as an administrator types them: {@code 2026-11-30 10:00}, with seconds or with a zone's offset if need be. */
final class Moments {

    private Moments() {}

    static Instant read(String typed, ZoneId zone) {
        var text = typed.strip().replaceFirst("^(\\d{4}-\\d\\d-\\d\\d)[ _]", "$1T");
        try {
            return text.matches(".*(Z|[+-]\\d\\d(:?\\d\\d)?)$") && text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeException misread) {
            throw new StartRefusal("server.bad.moment", typed);
        }
    }
}
