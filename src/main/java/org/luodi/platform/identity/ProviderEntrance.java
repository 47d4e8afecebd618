package org.luodi.platform.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.luodi.platform.Refusal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** What follows a sign-in at the provider: the account of the claim comes in. Nobody is created: who has none is told so. */
@Component
class ProviderEntrance implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private final Accounts accounts;
    private final Provider provider;
    private final Entrance entrance;
    private final EntryBook book;
    private final Tries tries;

    ProviderEntrance(Accounts accounts, Provider provider, Entrance entrance, EntryBook book, Tries tries) {
        this.accounts = accounts;
        this.provider = provider;
        this.entrance = entrance;
        this.book = book;
        this.tries = tries;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication now)
            throws IOException, ServletException {
        Optional<Account> account = account((OidcUser) now.getPrincipal());
        if (account.isEmpty()) {
            refuse(EntryBook.NOBODY, "platform.provider.unknown", request, response);
        } else if (account.get().disabled()) {
            refuse(account.get().id(), "platform.signin.disabled", request, response);
        } else {
            entrance.enter(account.get(), Way.PROVIDER, request, response);
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException, ServletException {
        refuse(EntryBook.NOBODY, "platform.provider.failed", request, response);
    }

    private Optional<Account> account(OidcUser user) {
        return Optional.ofNullable(user.getClaimAsString(provider.claim()))
                .map(login -> login.strip().toLowerCase(Locale.ROOT))
                .flatMap(accounts::byLogin);
    }

    private void refuse(long account, String key, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (account != EntryBook.NOBODY || tries.mayBeNoted("provider")) {
            book.failed(account, "provider");
        }
        Entrance.again(Refusal.of(key), request, response);
    }
}
