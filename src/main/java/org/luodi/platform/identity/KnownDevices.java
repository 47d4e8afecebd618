package org.luodi.platform.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import org.luodi.platform.Digest;
import org.springframework.stereotype.Component;

/** Devices from which somebody has signed in before: a cookie drawn by chance, kept here as a digest. They let nobody in by themselves. */
@Component
class KnownDevices {

    private static final String COOKIE = "device";
    private static final Duration YEAR = Duration.ofDays(365);

    private final SessionStore store;
    private final Clock clock;

    KnownDevices(SessionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The name of this device, if the account of this sign-in name was used with it. */
    Optional<String> known(String login, HttpServletRequest request) {
        return Cookies.find(request, COOKIE)
                .map(Digest::of)
                .filter(digest -> store.knows(login, digest))
                .map(digest -> HexFormat.of().formatHex(digest));
    }

    /** Remembers the device for a year from now on. */
    void remember(long account, HttpServletRequest request, HttpServletResponse response) {
        String value = Cookies.find(request, COOKIE).orElseGet(Cookies::draw);
        store.remember(account, Digest.of(value), LocalDate.now(clock));
        Cookie cookie = Cookies.of(COOKIE, value, request);
        cookie.setMaxAge((int) YEAR.toSeconds());
        response.addCookie(cookie);
    }
}
