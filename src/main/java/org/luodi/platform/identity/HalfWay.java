package org.luodi.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.luodi.platform.Refusal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Between the password and being in: the code, or setting it up where it is required. */
@Component
public class HalfWay {

    private final Sessions sessions;
    private final SecondSteps steps;
    private final EntryBook book;
    private final AskedFor asked;

    HalfWay(Sessions sessions, SecondSteps steps, EntryBook book, AskedFor asked) {
        this.sessions = sessions;
        this.steps = steps;
        this.book = book;
        this.asked = asked;
    }

    /** Whoever has typed the password and is not in yet. */
    public Optional<Actor> waiting() {
        Authentication now = SecurityContextHolder.getContext().getAuthentication();
        return now != null && now.getPrincipal() instanceof Half half
                ? Optional.of(half.account().actor())
                : Optional.empty();
    }

    /** Lets in whoever types a good code; returns where he wanted to go. */
    public String pass(Actor actor, String code, HttpServletRequest request, HttpServletResponse response) {
        try {
            enter(actor, code, new Sessions.Exchange(request, response));
        } catch (Refusal refusal) {
            // Who has to wait first was not looked at, as with a password.
            if (!refusal.isLater()) {
                book.failed(actor.id(), "code");
            }
            throw refusal;
        }
        SavedRequest wanted = asked.getRequest(request, response);
        return wanted == null ? "/" : wanted.getRedirectUrl();
    }

    private void enter(Actor actor, String code, Sessions.Exchange exchange) {
        steps.check(actor, code);
        sessions.complete(exchange);
    }

    /** Sets the second step up and lets in; returns recovery codes, shown this once. */
    @Transactional
    public List<String> setUp(Actor actor, String code, HttpServletRequest request, HttpServletResponse response) {
        List<String> codes = steps.confirm(actor, code);
        sessions.complete(new Sessions.Exchange(request, response));
        return codes;
    }
}
