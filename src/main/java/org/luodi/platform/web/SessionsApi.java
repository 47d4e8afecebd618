package org.luodi.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.identity.Session;
import org.luodi.platform.identity.Sessions;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where one is signed in, over the API: a lost phone is shut out by a script too. */
@RestController
class SessionsApi {

    private final Sessions sessions;

    SessionsApi(Sessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping("/api/me/sessions")
    List<Session> list(Actor actor, HttpServletRequest request) {
        return sessions.list(actor, request);
    }

    @DeleteMapping("/api/me/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable long id, Actor actor) {
        sessions.end(actor, id);
    }

    @DeleteMapping("/api/me/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endAll(Actor actor, HttpServletRequest request) {
        sessions.endOthers(actor, request);
    }
}
