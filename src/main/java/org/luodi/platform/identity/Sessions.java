package org.luodi.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** The running session of whoever is signed in. */
@Component
public class Sessions {

    private final Accounts accounts;
    private final HttpSessionSecurityContextRepository kept = new HttpSessionSecurityContextRepository();

    Sessions(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Lets this session go on under the new password, while all others of the account end. */
    public void goOn(Actor actor, HttpServletRequest request, HttpServletResponse response) {
        Accounts.Standing standing = accounts.standing(actor.id()).orElseThrow();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SignIn.signedIn(standing.account(), standing.password()));
        request.changeSessionId();
        kept.saveContext(context, request, response);
    }
}
