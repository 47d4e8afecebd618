package org.luodi.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How many requests are worked on at once. Beyond that some wait for a moment, and the others are sent away at once with 503 and the
 * seconds after which to come again: so whoever is let in is served as quickly as ever (docs/decisions/128-a-bounded-number-at-once.md).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class Capacity extends OncePerRequestFilter {

    private static final Duration READING = Duration.ofMillis(250);
    private static final Duration WRITING = Duration.ofSeconds(3);
    private static final int SOONEST = 2;
    private static final int LATEST = 8;

    /** For each processor: more would only wait for one. */
    private static final int EACH = 6;

    /** What is sent over a slow line waits for the line and not for a processor. */
    private static final int UPLOADS = 48;

    private final Door pages;
    private final Door uploads = Door.of(UPLOADS);
    private final ObjectProvider<SendingAway> away;

    /** So many at once, 0 for six times the processors; files apart; twice as many more may wait. */
    Capacity(@Value("${luodi.capacity:0}") int atOnce, ObjectProvider<SendingAway> away) {
        this.away = away;
        this.pages = Door.of(atOnce > 0 ? atOnce : EACH * Runtime.getRuntime().availableProcessors());
    }

    /** How many are inside, and how many may be inside or wait. */
    private record Door(Semaphore places, Semaphore room) {

        static Door of(int atOnce) {
            return new Door(new Semaphore(atOnce, true), new Semaphore(3 * atOnce));
        }
    }

    /** Where the body is still to come, nobody knows how long it will take. */
    private Door door(HttpServletRequest request) {
        return WholeBodies.isRead(request) ? pages : uploads;
    }

    /** Answers whoever finds no room. */
    @FunctionalInterface
    interface SendingAway {

        void answer(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    /** How many wait for a place. */
    int waiting() {
        return pages.places().getQueueLength() + uploads.places().getQueueLength();
    }

    /** What watches over the server must see it under any load, and files that never change cost nothing. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/actuator/") || path.startsWith("/static/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        Door door = door(request);
        if (!door.room().tryAcquire()) {
            sendAway(request, response);
            return;
        }
        try {
            serve(door.places(), request, response, next);
        } finally {
            door.room().release();
        }
    }

    private void serve(Semaphore places, HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        if (!isLetIn(places, request)) {
            sendAway(request, response);
            return;
        }
        try {
            next.doFilter(request, response);
        } finally {
            places.release();
        }
    }

    /** What somebody has typed waits longer than what somebody only wants to read. */
    private static boolean isLetIn(Semaphore places, HttpServletRequest request) {
        Duration patience = HttpMethod.GET.matches(request.getMethod()) ? READING : WRITING;
        try {
            return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Not all are told the same moment, so that they do not come back together. */
    private void sendAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int seconds = ThreadLocalRandom.current().nextInt(SOONEST, LATEST + 1);
        response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(seconds));
        away.getObject().answer(request, response);
    }
}
