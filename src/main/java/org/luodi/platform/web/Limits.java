package org.luodi.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import org.luodi.platform.Refusal;
import org.luodi.platform.identity.Passers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How often the same device and the same network may do what needs no account. Neither is kept: a counter stands under a digest that
 * nobody can undo, and is forgotten after an hour (docs/decisions/104-limits-without-addresses.md).
 */
@Component
public class Limits {

    private static final int COUNTERS = 200_000;
    private static final Duration HOUR = Duration.ofHours(1);

    private final HttpServletRequest request;
    private final Passers passers;
    private final TimeMeter time;
    private final boolean on;
    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(COUNTERS).expireAfterAccess(HOUR).build();

    Limits(HttpServletRequest request, Clock clock, @Value("${luodi.limits:true}") boolean on) {
        this.request = request;
        this.passers = new Passers(clock);
        this.time = new Millis(clock);
        this.on = on;
    }

    /** What is limited: so many times in an hour from one device, and from one network. */
    public enum Door {
        REPORT(20, 400),
        FOLLOW(60, 800),
        LOOK(600, 8000),
        SUPPORT(60, 800);

        private final int device;
        private final int network;

        Door(int device, int network) {
            this.device = device;
            this.network = network;
        }
    }

    /** Lets the request through, or refuses it and says when to come again. */
    public void pass(Door door) {
        if (!on) {
            return;
        }
        take(passers.device(request, door.name()), door.device);
        take(passers.network(request, door.name()), door.network);
    }

    private void take(String who, int hourly) {
        Bucket bucket = buckets.get(
                who,
                key -> Bucket.builder()
                        .addLimit(l -> l.capacity(hourly).refillGreedy(hourly, HOUR))
                        .withCustomTimePrecision(time)
                        .build());
        long nanos = bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill();
        if (nanos > 0) {
            long seconds = Duration.ofNanos(nanos).toSeconds() + 1;
            throw Refusal.later(
                    seconds, "platform.limit", Duration.ofSeconds(seconds).toMinutes() + 1);
        }
    }

    private record Millis(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return clock.millis() * 1_000_000;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
