package org.luodi.platform.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.luodi.platform.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Failed tries to sign in, counted by account together with device and network, never by account alone: whoever fails makes
 * himself wait and nobody else. A device that the account has been used with before is counted for itself
 * (docs/decisions/115-signing-in.md). Nothing of it is kept beyond the day.
 */
@Component
class Tries {

    /** Begins what counts for the second step: who gets there knows the password, so that it counts by account alone. */
    static final String SECOND = "second ";

    /** Begins what counts for a way in where no account is named: by network alone. */
    private static final String NAMELESS = "nameless ";

    private static final int COUNTERS = 200_000;
    private static final int OF_DEVICE = 5;
    private static final int OF_NETWORK = 15;
    private static final int OF_ALL_ACCOUNTS = 100;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final int DOUBLINGS = 7;

    private final HttpServletRequest request;
    private final KnownDevices devices;
    private final Clock clock;
    private final Passers passers;
    private final boolean on;
    private final Cache<String, Count> counts = Caffeine.newBuilder()
            .maximumSize(COUNTERS)
            .expireAfterWrite(Duration.ofHours(12))
            .build();

    Tries(HttpServletRequest request, KnownDevices devices, Clock clock, @Value("${luodi.limits:true}") boolean on) {
        this.request = request;
        this.devices = devices;
        this.clock = clock;
        this.passers = new Passers(clock);
        this.on = on;
    }

    private record Count(int failed, Instant until) {

        /** After the free ones each failure doubles the wait, up to about an hour. */
        Count more(int free, Instant now) {
            int beyond = failed + 1 - free;
            Duration wait = beyond < 0 ? Duration.ZERO : FIRST_WAIT.multipliedBy(1L << Math.min(beyond, DOUBLINGS));
            return new Count(failed + 1, now.plus(wait));
        }
    }

    /** Refuses, and says for how long, where too much failed before. */
    void mustBeFree(String login) {
        long seconds = waits(login);
        if (on && seconds > 0) {
            throw Refusal.later(
                    seconds, "platform.signin.wait", Duration.ofSeconds(seconds).toMinutes() + 1);
        }
    }

    /** Whether to write down a failure that names no account: anybody causes as many as he likes, and the ledger only grows. */
    boolean mayBeNoted(String way) {
        if (on && waits(NAMELESS + way) > 0) {
            return false;
        }
        if (on) {
            failed(NAMELESS + way);
        }
        return true;
    }

    private long waits(String login) {
        Instant now = clock.instant();
        return keys(login).keySet().stream()
                .map(counts::getIfPresent)
                .filter(c -> c != null && c.until().isAfter(now))
                .mapToLong(c -> Duration.between(now, c.until()).toSeconds() + 1)
                .max()
                .orElse(0);
    }

    void failed(String login) {
        Instant now = clock.instant();
        keys(login)
                .forEach((key, free) -> counts.asMap()
                        .compute(key, (k, count) -> (count == null ? new Count(0, now) : count).more(free, now)));
    }

    /** Who got in begins anew; what the network tried with other accounts still counts. */
    void passed(String login) {
        counts.invalidateAll(keys(login).keySet().stream()
                .filter(key -> !key.equals(everyAccount()))
                .toList());
    }

    /** Under which names a try counts, with the failures that each has free. */
    private Map<String, Integer> keys(String login) {
        if (login.startsWith(SECOND)) {
            return Map.of(login, OF_DEVICE);
        }
        if (login.startsWith(NAMELESS)) {
            return Map.of(passers.network(request, login), OF_NETWORK);
        }
        return devices.known(login, request)
                .map(device -> Map.of("known " + device + " " + login, OF_DEVICE))
                .orElseGet(() -> Map.of(
                        passers.device(request, login), OF_DEVICE,
                        passers.network(request, login), OF_NETWORK,
                        everyAccount(), OF_ALL_ACCOUNTS));
    }

    private String everyAccount() {
        return passers.network(request, "every account");
    }
}
