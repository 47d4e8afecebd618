package org.luodi.platform.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The way in by access token. One that is not good is on the ledger, but programs try it again and again: once an hour for each token
 * that there was, and for each network that tries others (docs/decisions/121-what-is-audited.md).
 */
@Component
class TokenDoor {

    private static final String BEARER = "Bearer ";
    private static final int KNOWN = 10_000;

    private final Accounts accounts;
    private final AccountStore store;
    private final EntryBook book;
    private final Passers passers;
    private final Cache<String, Boolean> noted = Caffeine.newBuilder()
            .maximumSize(KNOWN)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    TokenDoor(Accounts accounts, AccountStore store, EntryBook book, Clock clock) {
        this.accounts = accounts;
        this.store = store;
        this.book = book;
        this.passers = new Passers(clock);
    }

    /** Whose token a request carries, if it carries a good one. */
    Optional<Account> enter(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.startsWith(BEARER)) {
            return Optional.empty();
        }
        String token = header.substring(BEARER.length()).strip();
        Optional<Account> account = accounts.byToken(token);
        if (account.isEmpty()) {
            failed(TokenSecret.digest(token), request);
        }
        return account;
    }

    private void failed(byte[] digest, HttpServletRequest request) {
        Optional<Long> owner = store.owner(digest);
        String about = owner.isPresent() ? HexFormat.of().formatHex(digest) : passers.network(request, "token");
        if (noted.asMap().putIfAbsent(about, true) == null) {
            book.failed(owner.orElse(EntryBook.NOBODY), "token");
        }
    }
}
