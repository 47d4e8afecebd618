package org.luodi.platform.web;

import java.util.List;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.identity.Passkey;
import org.luodi.platform.identity.Passkeys;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own passkeys over the API; they are made where the device is. */
@RestController
class PasskeysApi {

    private final Passkeys passkeys;

    PasskeysApi(Passkeys passkeys) {
        this.passkeys = passkeys;
    }

    @GetMapping("/api/me/passkeys")
    List<Passkey> list(Actor actor) {
        return passkeys.list(actor);
    }

    @DeleteMapping("/api/me/passkeys/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long id, Actor actor) {
        passkeys.remove(actor, id);
    }
}
