package org.luodi.platform.web;

import java.util.List;
import org.luodi.platform.NotFound;
import org.luodi.platform.Slice;
import org.luodi.platform.identity.Account;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.identity.Token;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts over the API; tokens are made on one's own page only, where somebody has signed in. */
@RestController
class PeopleApi {

    private final Accounts accounts;

    PeopleApi(Accounts accounts) {
        this.accounts = accounts;
    }

    record NewAccount(String login, String name, String password) {}

    record NewPassword(String password) {}

    @GetMapping("/api/me")
    Account me(Actor actor) {
        return find(actor.id());
    }

    @GetMapping("/api/me/tokens")
    List<Token> tokens(Actor actor) {
        return accounts.tokens(actor);
    }

    @DeleteMapping("/api/me/tokens/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable long id, Actor actor) {
        accounts.revokeToken(actor, id);
    }

    @GetMapping("/api/people")
    Slice<Account> people(Paging paging) {
        return accounts.list(paging.cursor(), paging.rows());
    }

    @PostMapping("/api/people")
    @ResponseStatus(HttpStatus.CREATED)
    Account create(@RequestBody NewAccount asked, Actor by) {
        return accounts.create(asked.login(), asked.name(), asked.password(), by);
    }

    @GetMapping("/api/people/{id}")
    Account find(@PathVariable long id) {
        return accounts.find(id).orElseThrow(() -> new NotFound("account", id));
    }

    @PutMapping("/api/people/{id}/disablement")
    Account disable(@PathVariable long id, Actor by) {
        accounts.disable(id, true, by);
        return find(id);
    }

    @DeleteMapping("/api/people/{id}/disablement")
    Account enable(@PathVariable long id, Actor by) {
        accounts.disable(id, false, by);
        return find(id);
    }

    @PutMapping("/api/people/{id}/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void password(@PathVariable long id, @RequestBody NewPassword asked, Actor by) {
        accounts.resetPassword(id, asked.password(), by);
    }
}
