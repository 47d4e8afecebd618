package org.luodi.platform.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luodi.platform.Digest;
import org.luodi.platform.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where somebody is signed in. A session is a row, and its cookie a secret drawn by chance: it outlives a restart, is the same for
 * every server, and its owner sees and ends it (docs/decisions/116-sessions-are-rows.md).
 */
@Component
public class Sessions {

    static final String COOKIE = "session";
    private static final Duration UNUSED = Duration.ofHours(12);
    private static final Duration LONGEST = Duration.ofDays(7);
    /** For the second step. */
    private static final Duration HALF = Duration.ofMinutes(15);

    private static final Duration NOTED = Duration.ofMinutes(5);
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final SessionStore store;
    private final KnownDevices devices;
    private final EntryBook book;
    private final Clock clock;

    Sessions(SessionStore store, KnownDevices devices, EntryBook book, Clock clock) {
        this.store = store;
        this.devices = devices;
        this.book = book;
        this.clock = clock;
    }

    /** One's own sessions, the one used last first. */
    @Transactional(readOnly = true)
    public List<Session> list(Actor actor, HttpServletRequest request) {
        Instant now = clock.instant();
        return store.of(actor.id(), now.minus(UNUSED), now.minus(LONGEST), here(request));
    }

    @Transactional
    public void end(Actor actor, long session) {
        if (!store.end(actor.id(), session, clock.instant())) {
            throw new NotFound("session", session);
        }
        book.note(actor, actor.id(), "session-ended", Map.of("sessions", 1));
    }

    /** Ends all of one's sessions but the one of this request; returns how many. */
    @Transactional
    public int endOthers(Actor actor, HttpServletRequest request) {
        int ended = store.endOthers(actor.id(), here(request), clock.instant());
        if (ended > 0) {
            book.note(actor, actor.id(), "session-ended", Map.of("sessions", ended));
        }
        return ended;
    }

    /** Lets the work here go on under a new password, while all other sessions of the account have ended. */
    @Transactional
    public void goOn(Actor actor, HttpServletRequest request, HttpServletResponse response) {
        open(actor.id(), Way.PASSWORD, false, new Exchange(request, response));
    }

    /** A request with its answer. */
    record Exchange(HttpServletRequest request, HttpServletResponse response) {}

    /** Begins a session; one that was open in this browser ends. */
    @Transactional
    void begin(Account account, Way way, boolean due, Exchange exchange) {
        find(exchange.request()).ifPresent(old -> store.end(old.account().id(), old.id(), clock.instant()));
        open(account.id(), way, due, exchange);
        if (!due) {
            entered(account, way.code(), exchange);
        }
    }

    /** The second step was done: all is open from now on. */
    @Transactional
    void complete(Exchange exchange) {
        SessionStore.Running half =
                find(exchange.request()).filter(SessionStore.Running::due).orElseThrow();
        String secret = Cookies.draw();
        store.complete(half.id(), Digest.of(secret));
        give(secret, exchange);
        entered(half.account(), half.way(), exchange);
    }

    @Transactional
    void signOut(HttpServletRequest request, HttpServletResponse response) {
        find(request).ifPresent(running -> {
            store.end(running.account().id(), running.id(), clock.instant());
            book.note(running.account().actor(), running.account().id(), "signed-out", Map.of());
        });
        Cookie gone = Cookies.of(COOKIE, "", request);
        gone.setMaxAge(0);
        response.addCookie(gone);
    }

    /** The running session of a request. That it is used is noted now and then. */
    Optional<SessionStore.Running> find(HttpServletRequest request) {
        Instant now = clock.instant();
        Optional<SessionStore.Running> running = Cookies.find(request, COOKIE)
                .flatMap(secret ->
                        store.running(Digest.of(secret), now.minus(UNUSED), now.minus(LONGEST), now.minus(HALF)));
        running.filter(r -> r.seen().isBefore(now.minus(NOTED))).ifPresent(r -> store.seen(r.id(), now));
        return running;
    }

    private long here(HttpServletRequest request) {
        return find(request).map(SessionStore.Running::id).orElse(0L);
    }

    private void open(long account, Way way, boolean due, Exchange exchange) {
        String secret = Cookies.draw();
        DeviceWords device = DeviceWords.of(exchange.request().getHeader("User-Agent"));
        store.begin(new SessionStore.Begun(account, Digest.of(secret), way.code(), device, due, clock.instant()));
        give(secret, exchange);
    }

    private void entered(Account account, String way, Exchange exchange) {
        devices.remember(account.id(), exchange.request(), exchange.response());
        store.forget(account.id(), clock.instant().minus(REMEMBERED));
        book.note(account.actor(), account.id(), "signed-in", Map.of("way", way));
    }

    private static void give(String secret, Exchange exchange) {
        exchange.response().addCookie(Cookies.of(COOKIE, secret, exchange.request()));
    }
}
