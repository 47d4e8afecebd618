package org.luodi.status;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import org.luodi.status.Sign.Tone;
import org.luodi.status.Sign.Unit;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What runs here, and since when. */
@Component
@Order(7)
class VersionReading implements Reading {

    @Override
    public String name() {
        return "version";
    }

    @Override
    public List<Sign> read(Instant now) {
        String version = VersionReading.class.getPackage().getImplementationVersion();
        Instant started =
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        return List.of(
                Sign.of("version", version == null ? "–" : version, Unit.WORDS, Tone.PLAIN),
                Sign.of("started", started, Unit.MOMENT, Tone.PLAIN),
                Sign.of("java", Runtime.version().toString(), Unit.WORDS, Tone.PLAIN));
    }
}
