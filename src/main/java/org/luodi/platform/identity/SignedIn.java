package org.luodi.platform.identity;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** The account behind the running request. */
public final class SignedIn {

    private SignedIn() {}

    /** Who is signed in, if anybody. */
    public static Optional<Actor> find() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Account account
                ? Optional.of(account.actor())
                : Optional.empty();
    }
}
