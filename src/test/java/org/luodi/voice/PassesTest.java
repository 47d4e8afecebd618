package org.luodi.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luodi.platform.server.Settings;

class PassesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    @TempDir
    Path data;

    @Test
    void aPassOpensItsReportUntilItEnds() {
        String pass = at(NOW).of(new ReportId(7));
        assertThat(at(NOW).report(pass)).contains(new ReportId(7));
        assertThat(at(NOW.plus(Passes.LIFE)).report(pass)).contains(new ReportId(7));
        assertThat(at(NOW.plus(Passes.LIFE).plusSeconds(1)).report(pass)).isEmpty();
    }

    @Test
    void anAlteredPassOpensNothing() {
        String pass = at(NOW).of(new ReportId(7));
        String[] parts = pass.split("-");
        String later = Long.toString(NOW.plus(Duration.ofDays(9)).getEpochSecond());
        assertThat(at(NOW).report("8-" + parts[1] + "-" + parts[2])).isEmpty();
        assertThat(at(NOW).report("7-" + later + "-" + parts[2])).isEmpty();
        assertThat(at(NOW).report(pass.substring(0, pass.length() - 1))).isEmpty();
        assertThat(at(NOW).report("7-" + parts[1] + "-" + "0".repeat(64))).isEmpty();
        assertThat(at(NOW).report("")).isEmpty();
        assertThat(at(NOW).report(null)).isEmpty();
    }

    private Passes at(Instant now) {
        Settings settings = Settings.read(name -> name.equals("data") ? data.toString() : null);
        return new Passes(new ReportKeys(settings, "", ""), Clock.fixed(now, ZoneOffset.UTC));
    }
}
