package org.luodi.platform.identity;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.luodi.platform.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The second step of a sign-in: a one-time code of an authenticator, or a recovery code (docs/decisions/117-second-step.md). */
@Component
public class SecondSteps {

    private static final String PRODUCT = "Luodi";

    private final SecondStepStore store;
    private final SecondStepSeal seal;
    private final Accounts accounts;
    private final EntryBook book;
    private final Tries tries;
    private final Clock clock;
    private final ObjectProvider<RequiredSteps> roles;

    SecondSteps(
            SecondStepStore store,
            SecondStepSeal seal,
            Accounts accounts,
            EntryBook book,
            Tries tries,
            Clock clock,
            ObjectProvider<RequiredSteps> roles) {
        this.store = store;
        this.seal = seal;
        this.accounts = accounts;
        this.book = book;
        this.tries = tries;
        this.clock = clock;
        this.roles = roles;
    }

    @Transactional(readOnly = true)
    public SecondStep of(long account) {
        return new SecondStep(
                confirmed(account).map(SecondStepStore.Kept::confirmed).orElse(null),
                required(account),
                store.codesLeft(account));
    }

    /** Whether the password alone does not let the account in. */
    boolean due(long account) {
        return confirmed(account).isPresent() || required(account);
    }

    /** Draws a secret, in place of one that was never confirmed. */
    @Transactional
    public void enrol(Actor actor) {
        refuseIf(confirmed(actor.id()).isPresent(), "platform.second.already");
        store.draft(actor.id(), seal.seal(OneTimeCodes.draw()), clock.instant());
        book.note(actor, actor.id(), "second-step-begun", Map.of());
    }

    /** The secret that waits to be confirmed. */
    @Transactional(readOnly = true)
    public Optional<Enrolment> enrolment(Actor actor) {
        String login = accounts.find(actor.id()).orElseThrow().login();
        return store.find(actor.id())
                .filter(k -> k.confirmed() == null)
                .map(k -> Enrolment.of(PRODUCT, login, seal.open(k.secret())));
    }

    /** Sets it up, once a first code shows that the authenticator has the secret; returns recovery codes, shown this once. */
    @Transactional
    public List<String> confirm(Actor actor, String code) {
        SecondStepStore.Kept kept = store.find(actor.id())
                .filter(k -> k.confirmed() == null)
                .orElseThrow(() -> Refusal.of("platform.second.none"));
        refuseIf(!fits(actor.id(), kept, code), "platform.second.code.first");
        store.confirm(actor.id(), clock.instant());
        book.note(actor, actor.id(), "second-step-set-up", Map.of());
        return newCodes(actor.id());
    }

    /** Makes new recovery codes; the old ones are void. */
    @Transactional
    public List<String> renewCodes(Actor actor, String code) {
        check(actor, code);
        book.note(actor, actor.id(), "recovery-codes-renewed", Map.of());
        return newCodes(actor.id());
    }

    @Transactional
    public void remove(Actor actor, String code) {
        refuseIf(required(actor.id()), "platform.second.required");
        check(actor, code);
        store.remove(actor.id());
        book.note(actor, actor.id(), "second-step-removed", Map.of());
    }

    /** Removes it for one who has lost both phone and recovery codes. */
    @Transactional
    public void reset(long id, Actor by) {
        accounts.mustAnswerFor(id, by);
        refuseIf(!store.remove(id), "platform.second.none.there");
        book.note(by, id, "second-step-reset", Map.of());
    }

    /** Asks it of an account from its next sign-in on, or no more. */
    @Transactional
    public void require(long id, boolean required, Actor by) {
        accounts.mustAnswerFor(id, by);
        store.require(id, required);
        book.note(by, id, required ? "second-step-required" : "second-step-not-required", Map.of());
    }

    /** Refuses a code that is neither the authenticator's nor an unused recovery code. */
    @Transactional
    void check(Actor actor, String code) {
        String counted = Tries.SECOND + actor.id();
        tries.mustBeFree(counted);
        SecondStepStore.Kept kept = confirmed(actor.id()).orElseThrow(() -> Refusal.of("platform.second.none"));
        boolean recovered = !fits(actor.id(), kept, code);
        if (recovered && !store.useCode(actor.id(), RecoveryCodes.digest(actor.id(), plain(code)), clock.instant())) {
            tries.failed(counted);
            throw Refusal.of("platform.second.code");
        }
        if (recovered) {
            book.note(actor, actor.id(), "recovery-code-used", Map.of());
        }
        tries.passed(counted);
    }

    private List<String> newCodes(long account) {
        List<String> codes = RecoveryCodes.draw();
        store.codes(
                account,
                codes.stream().map(c -> RecoveryCodes.digest(account, c)).toList());
        return codes;
    }

    private boolean fits(long account, SecondStepStore.Kept kept, String code) {
        OptionalLong step = OneTimeCodes.step(seal.open(kept.secret()), plain(code), clock.instant(), kept.used());
        return step.isPresent() && store.use(account, step.getAsLong());
    }

    private Optional<SecondStepStore.Kept> confirmed(long account) {
        return store.find(account).filter(k -> k.confirmed() != null);
    }

    private boolean required(long account) {
        return store.required(account) || roles.stream().anyMatch(r -> r.requiredOf(account));
    }

    private static String plain(String code) {
        return code == null ? "" : code.replaceAll("\\s", "");
    }

    private static void refuseIf(boolean condition, String key) {
        if (condition) {
            throw Refusal.of(key);
        }
    }
}
