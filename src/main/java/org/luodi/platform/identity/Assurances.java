package org.luodi.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import org.luodi.platform.Refusal;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whoever adds a way in has signed in just now or gives the password again: who finds an open browser shall not stay in for good. */
@Component
public class Assurances {

    private static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private final Sessions sessions;
    private final SessionStore store;
    private final AccountStore accounts;
    private final PasswordEncoder passwords;
    private final Tries tries;
    private final Clock clock;

    Assurances(
            Sessions sessions,
            SessionStore store,
            AccountStore accounts,
            PasswordEncoder passwords,
            Tries tries,
            Clock clock) {
        this.sessions = sessions;
        this.store = store;
        this.accounts = accounts;
        this.passwords = passwords;
        this.tries = tries;
        this.clock = clock;
    }

    /** Whether this session began, or the password was given in it, within the last minutes. */
    @Transactional(readOnly = true)
    public boolean given(HttpServletRequest request) {
        return sessions.find(request)
                .filter(s -> !s.due() && store.sure(s.id(), clock.instant().minus(GOOD_FOR)))
                .isPresent();
    }

    /** Takes the password; wrong ones count as when signing in. */
    @Transactional
    public void give(Actor actor, String password, HttpServletRequest request) {
        String login = accounts.find(actor.id()).orElseThrow().login();
        tries.mustBeFree(login);
        String hash = accounts.secret(login).orElseThrow().password();
        if (password == null || !passwords.matches(password, hash)) {
            tries.failed(login);
            throw Refusal.of("platform.account.password.wrong");
        }
        tries.passed(login);
        sessions.find(request).ifPresent(s -> store.assured(s.id(), clock.instant()));
    }
}
