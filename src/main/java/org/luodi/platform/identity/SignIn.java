package org.luodi.platform.identity;

import java.util.Locale;
import java.util.Optional;
import org.luodi.platform.Refusal;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Sign-in by name and password. */
@Component
class SignIn implements AuthenticationProvider {

    private final AccountStore store;
    private final PasswordEncoder passwords;
    private final Tries tries;
    private final EntryBook book;
    private final String nobody;

    SignIn(AccountStore store, PasswordEncoder passwords, Tries tries, EntryBook book) {
        this.store = store;
        this.passwords = passwords;
        this.tries = tries;
        this.book = book;
        this.nobody = passwords.encode("nobody has this password");
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        try {
            return new Entered(
                    account(asked.getName().strip().toLowerCase(Locale.ROOT), String.valueOf(asked.getCredentials())));
        } catch (Refusal refusal) {
            throw new SignInRefused(refusal);
        }
    }

    private Account account(String login, String password) {
        tries.mustBeFree(login);
        Optional<AccountStore.Secret> secret = store.secret(login);
        // The same work is done for a name that does not exist, so that the time tells nothing.
        String hash = secret.map(AccountStore.Secret::password).orElse(nobody);
        boolean right = passwords.matches(password, hash) && secret.isPresent();
        if (!right) {
            tries.failed(login);
            book.failed(secret.map(s -> s.account().id()).orElse(EntryBook.NOBODY), "password");
            throw Refusal.of("platform.signin.wrong");
        }
        Account account = secret.get().account();
        if (account.disabled()) {
            book.failed(account.id(), "disabled");
            throw Refusal.of("platform.signin.disabled");
        }
        tries.passed(login);
        if (passwords.upgradeEncoding(hash)) {
            book.rehashed(account, passwords.encode(password));
        }
        return account;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
