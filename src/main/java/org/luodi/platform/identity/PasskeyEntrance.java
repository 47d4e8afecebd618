package org.luodi.platform.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.HttpMessageConverterAuthenticationSuccessHandler;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.stereotype.Component;

/** What follows a sign-in by passkey; the page's script reads the answer. */
@Component
class PasskeyEntrance implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private final Accounts accounts;
    private final Sessions sessions;
    private final EntryBook book;
    private final Tries tries;
    private final HttpMessageConverterAuthenticationSuccessHandler onward =
            new HttpMessageConverterAuthenticationSuccessHandler();

    PasskeyEntrance(Accounts accounts, Sessions sessions, EntryBook book, Tries tries, AskedFor asked) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.book = book;
        this.tries = tries;
        onward.setRequestCache(asked);
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication now)
            throws IOException, ServletException {
        String login = ((PublicKeyCredentialUserEntity) now.getPrincipal()).getName();
        Account account = accounts.byLogin(login).orElseThrow();
        sessions.begin(account, Way.PASSKEY, false, new Sessions.Exchange(request, response));
        onward.onAuthenticationSuccess(request, response, now);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) {
        if (tries.mayBeNoted("passkey")) {
            book.failed(EntryBook.NOBODY, "passkey");
        }
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }
}
