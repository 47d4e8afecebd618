package org.luodi.status;

import java.time.Duration;
import java.time.Instant;
import org.luodi.platform.server.Rounds;
import org.luodi.status.Sign.Tone;

/** From when on something must be done. The same bounds stand in docs/operations.md. */
final class StatusRules {

    private static final long GIGABYTE = 1L << 30;
    private static final int FAILURES = 3;

    private StatusRules() {}

    /** How long the oldest waits: a minute is late, ten are a fault. */
    static Tone lag(Duration waits) {
        return above(waits.toSeconds(), 60, 600);
    }

    /** One round that broke off may be chance, three in a row are not; one that takes an hour is long, half a day hangs. */
    static Tone job(Rounds.Beat beat) {
        if (!beat.alive() || beat.failures() >= FAILURES) {
            return Tone.BAD;
        }
        Tone late = above(beat.late().toMinutes(), 60, 720);
        return late == Tone.GOOD && beat.failures() > 0 ? Tone.WARN : late;
    }

    /** A tenth or five gigabytes left is a warning, a twentieth or one gigabyte a fault. */
    static Tone room(long free, long all) {
        if (free * 20 < all || free < GIGABYTE) {
            return Tone.BAD;
        }
        return free * 10 < all || free < 5 * GIGABYTE ? Tone.WARN : Tone.GOOD;
    }

    /** Seven tenths of the connections in use is much, nine tenths are too many. */
    static Tone connections(long used, long most) {
        return above(used * 10, most * 7, most * 9);
    }

    /** One is made each day: after 26 hours one is missing, after 50 two. */
    static Tone backup(Instant newest, Instant now) {
        return newest == null ? Tone.BAD : above(Duration.between(newest, now).toHours(), 25, 49);
    }

    /** A backup that nobody has restored on trial for five weeks is a hope. */
    static Tone check(Instant checked, boolean sound, Instant now) {
        if (checked == null) {
            return Tone.WARN;
        }
        return sound ? above(Duration.between(checked, now).toDays(), 35, Long.MAX_VALUE) : Tone.BAD;
    }

    /** The log is kept file by file; a failure after the last success stands. */
    static Tone archive(Instant kept, Instant failed) {
        return failed != null && (kept == null || failed.isAfter(kept)) ? Tone.BAD : Tone.GOOD;
    }

    /** A month before its end is the time to renew it. */
    static Tone certificate(long days) {
        return days < 7 ? Tone.BAD : days < 30 ? Tone.WARN : Tone.GOOD;
    }

    private static Tone above(long value, long warn, long bad) {
        return value > bad ? Tone.BAD : value > warn ? Tone.WARN : Tone.GOOD;
    }
}
