package org.luodi.platform.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.luodi.platform.Refusal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** What follows a sign-in: a session and the page that was asked for, or the form again with the reason. */
@Component
class Entrance implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    /** Shows the form again, with the sign-in name that was typed. */
    static final String AGAIN = "/sign-in/refusals";

    static final String SECOND = "/sign-in/second";

    private final Sessions sessions;
    private final SecondSteps steps;
    private final SavedRequestAwareAuthenticationSuccessHandler onward =
            new SavedRequestAwareAuthenticationSuccessHandler();

    Entrance(Sessions sessions, SecondSteps steps, AskedFor asked) {
        this.sessions = sessions;
        this.steps = steps;
        onward.setRequestCache(asked);
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication now)
            throws IOException, ServletException {
        enter((Account) now.getPrincipal(), Way.PASSWORD, request, response);
    }

    /** Begins a session, and leads to the second step or to what was asked for. */
    void enter(Account account, Way way, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        boolean due = steps.due(account.id());
        sessions.begin(account, way, due, new Sessions.Exchange(request, response));
        if (due) {
            response.sendRedirect(SECOND);
        } else {
            onward.onAuthenticationSuccess(request, response, new Entered(account));
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException, ServletException {
        Refusal refusal =
                why instanceof SignInRefused refused ? refused.refusal() : Refusal.of("platform.signin.wrong");
        again(refusal, request, response);
    }

    static void again(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        request.setAttribute("refusal", refusal);
        request.getRequestDispatcher(AGAIN).forward(request, response);
    }
}
