package org.luodi.platform.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Sign-in by form. Too many failures of one name from one address make that address wait for that name; the same name from
 * elsewhere is not held up, so nobody can lock another person out.
 */
@Component
class SignIn implements AuthenticationProvider {

    private static final int FAILURES = 8;

    private final AccountStore store;
    private final PasswordEncoder passwords;
    private final String nobody;
    private final Cache<String, AtomicInteger> failures = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();

    SignIn(AccountStore store, PasswordEncoder passwords) {
        this.store = store;
        this.passwords = passwords;
        this.nobody = passwords.encode("nobody has this password");
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String login = asked.getName().strip().toLowerCase(Locale.ROOT);
        String key = login + " " + address(asked);
        AtomicInteger failed = failures.get(key, k -> new AtomicInteger());
        if (failed.get() >= FAILURES) {
            throw new LockedException("wait");
        }
        Optional<AccountStore.Secret> secret = store.secret(login);
        // The same work is done for a name that does not exist, so that the time tells nothing.
        boolean right = passwords.matches(
                String.valueOf(asked.getCredentials()),
                secret.map(AccountStore.Secret::password).orElse(nobody));
        if (!right || secret.isEmpty() || secret.get().account().disabled()) {
            failed.incrementAndGet();
            throw new BadCredentialsException("no");
        }
        failures.invalidate(key);
        return signedIn(secret.get().account(), secret.get().number());
    }

    static Authentication signedIn(Account account) {
        return signedIn(account, null);
    }

    /** @param password the number of the password it was begun with, where there was one */
    static Authentication signedIn(Account account, Integer password) {
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(
                account, null, AuthorityUtils.createAuthorityList(List.of("ROLE_STAFF")));
        signedIn.setDetails(password);
        return signedIn;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private static String address(Authentication asked) {
        return asked.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }
}
