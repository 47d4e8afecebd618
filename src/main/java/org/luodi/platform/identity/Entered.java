package org.luodi.platform.identity;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** Who is behind a request: an {@link Account}, or a {@link Half} before the second step. */
final class Entered extends AbstractAuthenticationToken {

    private final transient Object principal;
    private final String login;

    Entered(Account account) {
        this(account, account.login());
    }

    Entered(Half half) {
        this(half, half.account().login());
    }

    private Entered(Object principal, String login) {
        super(AuthorityUtils.NO_AUTHORITIES);
        this.principal = principal;
        this.login = login;
        setAuthenticated(true);
    }

    @Override
    public Object getPrincipal() {
        return principal;
    }

    @Override
    public Object getCredentials() {
        return null;
    }

    @Override
    public String getName() {
        return login;
    }
}
