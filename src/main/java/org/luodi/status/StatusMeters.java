package org.luodi.status;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.luodi.platform.server.Backups;
import org.luodi.platform.server.Lag;
import org.luodi.platform.server.Rounds;
import org.luodi.platform.server.Settings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The same numbers for what watches over the server, {@code /actuator/prometheus}; listed in docs/operations.md. */
@Component
class StatusMeters implements MeterBinder {

    private final ObjectProvider<Lag> lags;
    private final ObjectProvider<Rounds> jobs;
    private final Backups backups;
    private final Settings settings;
    private final Clock clock;

    StatusMeters(
            ObjectProvider<Lag> lags, ObjectProvider<Rounds> jobs, Backups backups, Settings settings, Clock clock) {
        this.lags = lags;
        this.jobs = jobs;
        this.backups = backups;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Lag lag : lags) {
            Gauge.builder("luodi.lag.entries", lag, Lag::waiting)
                    .tag("of", lag.name())
                    .register(registry);
            Gauge.builder("luodi.lag.seconds", lag, this::seconds)
                    .tag("of", lag.name())
                    .register(registry);
        }
        for (Rounds job : jobs) {
            Gauge.builder("luodi.job.failures", job, running -> running.beat().failures())
                    .tag("of", job.beat().name())
                    .register(registry);
        }
        Gauge.builder("luodi.backup.age.seconds", backups, this::age).register(registry);
        Gauge.builder(
                        "luodi.disk.free.bytes",
                        settings,
                        known -> known.data().toFile().getUsableSpace())
                .register(registry);
    }

    private double seconds(Lag lag) {
        return LagReading.waits(lag, clock.instant()).toSeconds();
    }

    /** Not a number where there is no backup of ours. */
    private double age(Backups known) {
        Instant newest = known.state().newest().orElse(null);
        return newest == null
                ? Double.NaN
                : Duration.between(newest, clock.instant()).toSeconds();
    }
}
