package org.luodi.evaluations;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.luodi.voice.Reaching;
import org.springframework.stereotype.Component;

/** Links to invitations, which alone open nothing, and passes for whoever has shown that it is he. None is kept. */
@Component
class Links {

    /** How long the questions may lie on a screen. */
    static final Duration LIFE = Duration.ofMinutes(60);

    private static final Pattern LINK = Pattern.compile("(\\d{1,18})-([0-9a-f]{32})");
    private static final Pattern PASS = Pattern.compile("(\\d{1,18})-(\\d{1,12})-([0-9a-f]{32})");

    private final Reaching reaching;
    private final Clock clock;

    Links(Reaching reaching, Clock clock) {
        this.reaching = reaching;
        this.clock = clock;
    }

    String of(long invitation) {
        return invitation + "-" + mark("invitation " + invitation);
    }

    /** The invitation a link leads to; empty where it was altered. */
    Optional<Long> invitation(String link) {
        Matcher parts = LINK.matcher(link == null ? "" : link);
        return parts.matches() && isOurs("invitation " + parts.group(1), parts.group(2))
                ? Optional.of(Long.valueOf(parts.group(1)))
                : Optional.empty();
    }

    String pass(long invitation) {
        String what = invitation + "-" + clock.instant().plus(LIFE).getEpochSecond();
        return what + "-" + mark("pass " + what);
    }

    /** The invitation a pass opens; empty where it was altered or its time is over. */
    Optional<Long> passed(String pass) {
        Matcher parts = PASS.matcher(pass == null ? "" : pass);
        if (!parts.matches() || !isOurs("pass " + parts.group(1) + "-" + parts.group(2), parts.group(3))) {
            return Optional.empty();
        }
        boolean over = clock.instant().isAfter(Instant.ofEpochSecond(Long.parseLong(parts.group(2))));
        return over ? Optional.empty() : Optional.of(Long.valueOf(parts.group(1)));
    }

    private boolean isOurs(String what, String mark) {
        return MessageDigest.isEqual(bytes(mark(what)), bytes(mark));
    }

    private String mark(String what) {
        return HexFormat.of().formatHex(reaching.mark(what), 0, 16);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
