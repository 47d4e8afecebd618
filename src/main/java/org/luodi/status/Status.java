package org.luodi.status;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.luodi.status.Sign.Tone;
import org.luodi.status.Sign.Unit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How the installation is, at this moment. */
@Component
public class Status {

    private static final Logger LOG = LoggerFactory.getLogger(Status.class);

    private final List<Reading> readings;
    private final Clock clock;

    Status(List<Reading> readings, Clock clock) {
        this.readings = readings;
        this.clock = clock;
    }

    /** What was seen and when. */
    public record Seen(Instant at, List<Sign> signs) {

        /** Those that ask for action, the worst first. */
        public List<Sign> urgent() {
            return Stream.of(Tone.BAD, Tone.WARN)
                    .flatMap(tone -> signs.stream().filter(sign -> sign.tone() == tone))
                    .toList();
        }
    }

    /** All signs; what cannot be read is a sign too. */
    public Seen look() {
        Instant now = clock.instant();
        return new Seen(
                now, readings.stream().flatMap(reading -> read(reading, now)).toList());
    }

    private static Stream<Sign> read(Reading reading, Instant now) {
        try {
            return reading.read(now).stream();
        } catch (RuntimeException unreadable) {
            LOG.warn("{} cannot be read", reading.name(), unreadable);
            return Stream.of(new Sign("unreadable", reading.name(), null, Unit.WORDS, Tone.BAD));
        }
    }
}
