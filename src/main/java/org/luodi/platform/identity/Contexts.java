package org.luodi.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Says who is behind a request: whoever the session's row says. It is read anew each time, so that its end is felt at once. */
@Component
class Contexts implements SecurityContextRepository {

    private final Sessions sessions;

    Contexts(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder exchange) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        sessions.find(exchange.getRequest())
                .map(s -> s.due() ? new Entered(new Half(s.account())) : new Entered(s.account()))
                .ifPresent(context::setAuthentication);
        return context;
    }

    /** Nothing to keep: {@link Entrance} begins the session, signing out ends it. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return sessions.find(request).isPresent();
    }
}
