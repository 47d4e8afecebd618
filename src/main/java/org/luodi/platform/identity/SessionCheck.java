package org.luodi.platform.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends the session of an account that was disabled or got a new password meanwhile, and shows a new name at once. */
final class SessionCheck extends OncePerRequestFilter {

    private final Accounts accounts;

    SessionCheck(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication now = SecurityContextHolder.getContext().getAuthentication();
        if (now != null && now.getPrincipal() instanceof Account kept) {
            Optional<Account> account = accounts.standing(kept.id())
                    .filter(s -> !s.account().disabled())
                    .filter(s -> !(now.getDetails() instanceof Integer password) || password == s.password())
                    .map(Accounts.Standing::account);
            SecurityContextHolder.clearContext();
            if (account.isPresent()) {
                var context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(SignIn.signedIn(account.get()));
                SecurityContextHolder.setContext(context);
            } else {
                end(request.getSession(false));
            }
        }
        chain.doFilter(request, response);
    }

    private static void end(HttpSession session) {
        if (session != null) {
            session.invalidate();
        }
    }
}
