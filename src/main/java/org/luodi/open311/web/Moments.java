package org.luodi.open311.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.luodi.platform.Refusal;

/** Moments as the specification writes them: ISO 8601 with the difference from UTC. */
final class Moments {

    private static final int BRIEF = 60;
    private static final Pattern WRITTEN =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?(Z|[+-]\\d\\d:\\d\\d)");

    private Moments() {}

    static String written(OffsetDateTime at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.truncatedTo(ChronoUnit.SECONDS));
    }

    /** Reads one; a plus that came as a space is one all the same. */
    static Instant read(String name, String typed) {
        String plain = typed.strip().replace(' ', '+');
        try {
            if (WRITTEN.matcher(plain).matches()) {
                return OffsetDateTime.parse(plain).toInstant();
            }
        } catch (DateTimeException unreadable) {
            throw wrong(name, typed);
        }
        throw wrong(name, typed);
    }

    private static Refusal wrong(String name, String typed) {
        return Refusal.of("open311.refused.moment", name, brief(typed));
    }

    /** Not more of what was typed than is needed to know it again. */
    static String brief(String typed) {
        String plain = typed.replaceAll("\\p{Cntrl}", "\uFFFD");
        boolean fits = plain.codePointCount(0, plain.length()) <= BRIEF;
        return fits ? plain : plain.substring(0, plain.offsetByCodePoints(0, BRIEF)) + "…";
    }
}
