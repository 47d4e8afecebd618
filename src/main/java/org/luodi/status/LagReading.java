package org.luodi.status;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.luodi.platform.server.Lag;
import org.luodi.status.Sign.Tone;
import org.luodi.status.Sign.Unit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who follows the ledger, and how far behind. */
@Component
@Order(1)
class LagReading implements Reading {

    private final ObjectProvider<Lag> lags;

    LagReading(ObjectProvider<Lag> lags) {
        this.lags = lags;
    }

    @Override
    public String name() {
        return "lag";
    }

    @Override
    public List<Sign> read(Instant now) {
        return lags.stream()
                .sorted(Comparator.comparing(Lag::name))
                .flatMap(lag -> signs(lag, now))
                .toList();
    }

    private static Stream<Sign> signs(Lag lag, Instant now) {
        Duration waits = waits(lag, now);
        return Stream.of(
                new Sign("lag", lag.name(), waits.toSeconds(), Unit.SECONDS, StatusRules.lag(waits)),
                new Sign("waiting", lag.name(), lag.waiting(), Unit.COUNT, Tone.PLAIN));
    }

    /** How long the oldest waits. */
    static Duration waits(Lag lag, Instant now) {
        Duration waits = lag.since().map(since -> Duration.between(since, now)).orElse(Duration.ZERO);
        return waits.isNegative() ? Duration.ZERO : waits;
    }
}
