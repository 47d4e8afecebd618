package org.luodi.platform.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.luodi.platform.Slice;
import org.luodi.platform.ledger.Change;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Reach;
import org.luodi.platform.ledger.Subject;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accounts, their passwords and their access tokens; each change is on the ledger. */
@Component
public class Accounts {

    /** No session is left out. */
    private static final long NONE = 0;

    private final AccountStore store;
    private final PasswordEncoder passwords;
    private final Ledger ledger;
    private final Clock clock;
    private final ObjectProvider<Powers> powers;
    private final ObjectProvider<Surroundings> surroundings;
    private final NewPasswords rules;
    private final SessionStore sessions;
    private final PasskeyStore passkeys;

    Accounts(
            AccountStore store,
            PasswordEncoder passwords,
            Ledger ledger,
            Clock clock,
            ObjectProvider<Powers> powers,
            ObjectProvider<Surroundings> surroundings,
            NewPasswords rules,
            SessionStore sessions,
            PasskeyStore passkeys) {
        this.store = store;
        this.passwords = passwords;
        this.powers = powers;
        this.ledger = ledger;
        this.clock = clock;
        this.surroundings = surroundings;
        this.rules = rules;
        this.sessions = sessions;
        this.passkeys = passkeys;
    }

    /** Creates an account; returns its number. */
    @Transactional
    public Account create(String login, String name, String password, Actor by) {
        String plain = login == null ? "" : login.strip().toLowerCase(Locale.ROOT);
        refuseIf(!plain.matches("[a-z0-9][a-z0-9._-]{1,59}"), "platform.account.login");
        refuseIf(name == null || name.isBlank() || name.length() > 60, "platform.account.name");
        rules.mustBeGood(password, List.of(plain, name));
        long id = store.insert(plain, name.strip(), passwords.encode(password), clock.instant())
                .orElseThrow(() -> Refusal.of("platform.account.taken", plain));
        note(by, id, "created");
        return new Account(id, plain, name.strip(), false);
    }

    @Transactional(readOnly = true)
    public Optional<Account> find(long id) {
        return store.find(id);
    }

    @Transactional(readOnly = true)
    public Optional<Account> byLogin(String login) {
        return store.secret(login).map(AccountStore.Secret::account);
    }

    /** Accounts by sign-in name, paged by key. */
    @Transactional(readOnly = true)
    public Slice<Account> list(String cursor, int limit) {
        return Slice.of(store.after(cursor == null ? "" : cursor, limit + 1), limit, Account::login);
    }

    /** Display names; the system's own is known. */
    @Transactional(readOnly = true)
    public Map<Long, String> names(Collection<Long> ids) {
        return store.names(ids);
    }

    /** Changes one's own display name, as histories show it from now on. */
    @Transactional
    public void rename(Actor actor, String name) {
        refuseIf(name == null || name.isBlank() || name.strip().length() > 60, "platform.account.name");
        store.rename(actor.id(), name.strip());
        note(actor, actor.id(), "renamed");
    }

    /** Changes one's own password; the present one must be given. Other sessions and passkeys end, tokens are revoked. */
    @Transactional
    public void changePassword(Actor actor, String present, String next) {
        Account account = store.find(actor.id()).orElseThrow(() -> new NotFound("account", actor.id()));
        String hash = store.secret(account.login()).orElseThrow().password();
        refuseIf(present == null || !passwords.matches(present, hash), "platform.account.password.wrong");
        renew(account, next, actor);
        note(actor, actor.id(), "password-changed");
    }

    /** Sets another account's password, for one who has forgotten it. Its sessions and passkeys end, its tokens are revoked. */
    @Transactional
    public void resetPassword(long id, String next, Actor by) {
        Account account = mustAnswerFor(id, by);
        renew(account, next, by);
        note(by, id, "password-reset");
    }

    /** Lets an account sign in no more, or again. */
    @Transactional
    public void disable(long id, boolean disabled, Actor by) {
        mustAnswerFor(id, by);
        refuseIf(id == by.id(), "platform.account.self");
        refuseIf(!store.disabled(id, disabled ? clock.instant() : null), "platform.erase.done");
        if (disabled) {
            sessions.endOthers(id, NONE, clock.instant());
        }
        note(by, id, disabled ? "disabled" : "enabled");
    }

    /** Refuses an account that is erased; one that is not will not be until the transaction ends. */
    @Transactional
    public void mustStay(long id) {
        refuseIf(store.erasedOrHeld(id), "platform.erase.done");
    }

    @Transactional(readOnly = true)
    public List<Token> tokens(Actor actor) {
        return store.tokens(actor.id());
    }

    /** Makes a token; its secret is returned this once and kept nowhere. */
    @Transactional
    public String createToken(Actor actor, String name) {
        refuseIf(name == null || name.isBlank() || name.length() > 60, "platform.token.name");
        String token = TokenSecret.draw();
        store.addToken(actor.id(), name.strip(), TokenSecret.digest(token), clock.instant());
        note(actor, actor.id(), "token-created");
        return token;
    }

    @Transactional
    public void revokeToken(Actor actor, long token) {
        if (!store.revokeToken(actor.id(), token, clock.instant())) {
            throw new NotFound("token", token);
        }
        note(actor, actor.id(), "token-revoked");
    }

    /** Whose token this is, if it is good. */
    @Transactional
    public Optional<Account> byToken(String token) {
        return token.startsWith(TokenSecret.BEGINNING)
                ? store.byToken(TokenSecret.digest(token), LocalDate.now(clock))
                : Optional.empty();
    }

    /** Whoever knew the old password shall have nothing left that it opened, passkeys he may have added among it. */
    private void renew(Account account, String password, Actor by) {
        List<String> own = new ArrayList<>(List.of(account.login(), account.name()));
        surroundings.forEach(s -> own.addAll(s.words(account.id())));
        rules.mustBeGood(password, own);
        store.password(account.id(), passwords.encode(password));
        store.revokeTokens(account.id(), clock.instant());
        sessions.endOthers(account.id(), NONE, clock.instant());
        if (passkeys.removeAll(account.id()) > 0) {
            note(by, account.id(), "passkeys-ended");
        }
    }

    /** Nobody takes over an account that reaches further than his own powers. */
    Account mustAnswerFor(long id, Actor by) {
        Account account = store.find(id).orElseThrow(() -> new NotFound("account", id));
        refuseIf(account.erased(), "platform.erase.done");
        refuseIf(powers.stream().anyMatch(p -> !p.answersFor(by, id)), "platform.account.beyond");
        return account;
    }

    private void note(Actor by, long account, String verb) {
        ledger.append(
                new Change(clock.instant(), by, null, new Subject("account", account), verb, Map.of(), Reach.NONE));
    }

    private static void refuseIf(boolean condition, String key, Object... args) {
        if (condition) {
            throw Refusal.of(key, args);
        }
    }
}
