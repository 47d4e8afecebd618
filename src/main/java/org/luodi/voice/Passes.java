package org.luodi.voice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * What a device carries after a receipt has been shown, instead of the secret: which report, until when, and a mark that only this
 * installation can make. Nothing of it is kept here.
 */
@Component
public class Passes {

    /** The name under which a device carries it. */
    public static final String COOKIE = "luodi-receipt";

    /** How long a report stays open on a device that may be somebody else's. */
    public static final Duration LIFE = Duration.ofMinutes(30);

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})-(\\d{1,12})-([0-9a-f]{64})");

    private final ReportKeys keys;
    private final Clock clock;

    Passes(ReportKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** A pass for a report whose receipt was shown just now. */
    public String of(ReportId report) {
        String what = report.value() + "-" + clock.instant().plus(LIFE).getEpochSecond();
        return what + "-" + mark(what);
    }

    /** The report it opens; empty where it was altered or its time is over. */
    public Optional<ReportId> report(String pass) {
        Matcher parts = FORM.matcher(pass == null ? "" : pass);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String what = parts.group(1) + "-" + parts.group(2);
        boolean ours = MessageDigest.isEqual(bytes(mark(what)), bytes(parts.group(3)));
        boolean over = clock.instant().isAfter(Instant.ofEpochSecond(Long.parseLong(parts.group(2))));
        return ours && !over ? Optional.of(new ReportId(Long.parseLong(parts.group(1)))) : Optional.empty();
    }

    private String mark(String what) {
        return HexFormat.of().formatHex(keys.receipt("pass " + what));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
