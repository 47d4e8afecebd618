package org.luodi.claims;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.luodi.matters.Detail;
import org.luodi.matters.Matter;
import org.luodi.matters.MatterBatches;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.NewMatter;
import org.luodi.matters.Roots;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.platform.Refusal;
import org.luodi.platform.identity.Account;
import org.luodi.platform.identity.Accounts;
import org.luodi.programme.Programme;
import org.luodi.programme.Programmes;
import org.springframework.stereotype.Component;

/** Gives the matters of a claim their root: a few at once, many in portions, each portion a transaction of its own. */
@Component
class Tying {

    static final int PORTION = 500;

    private final Stores stores;
    private final Below below;
    private final Steps steps;
    private final Desks desks;
    private final Accounts accounts;
    private final Grants grants;
    private final Clock clock;

    Tying(Stores stores, Below below, Steps steps, Desks desks, Accounts accounts, Grants grants, Clock clock) {
        this.stores = stores;
        this.below = below;
        this.steps = steps;
        this.desks = desks;
        this.accounts = accounts;
        this.grants = grants;
        this.clock = clock;
    }

    /** The tables that change. */
    @Component
    record Stores(ClaimStore claims, MemberStore members) {}

    /** The modules below that hold the matters. */
    @Component
    record Below(Matters matters, MatterBatches batches, Roots roots, Programmes programmes) {}

    /** The matter that holds the root for a unit: the one that is named, or a new one. */
    MatterId root(Claim claim, UnitId holder, Answer.Root wanted, Acting acting) {
        Scope scope = desks.along(claim, acting.scope());
        if (wanted.matter() != null) {
            Matter root = below.matters().visible(wanted.matter(), scope).matter();
            ClaimRules.root(root, holder);
            return root.id();
        }
        MatterId first = stores.members().after(claim.id(), 0, 1).get(0).matter();
        Matter symptom = below.batches().all(List.of(first)).get(first);
        int batch = below.programmes()
                .current()
                .batchOn(acting.day(clock.getZone()))
                .map(Programme.Batch::key)
                .orElse(symptom.batch());
        Detail detail = Detail.titled(wanted.title().strip());
        return below.matters()
                .raise(
                        new NewMatter(
                                null, holder, claim.category(), symptom.source(), batch, null, wanted.due(), detail),
                        scope);
    }

    /**
     * Begins where a claim has come to be held; what is more than a portion goes on in the background.
     *
     * @throws Refusal where the root slipped away at the same moment
     */
    void begin(Claim claim, Acting acting) {
        if (!claim.isTying()) {
            return;
        }
        if (claim.matters() <= PORTION) {
            tie(claim, acting.scope());
        } else {
            below.roots().hold(claim.root());
        }
        ClaimRules.root(below.batches().all(List.of(claim.root())).get(claim.root()), claim.holder());
    }

    /** Ties the next portion for whoever gave the answer; returns whether anything is left. */
    boolean portion(ClaimId id) {
        Optional<Claim> seen = stores.claims().find(id).filter(Claim::isTying);
        if (seen.isEmpty()) {
            return false;
        }
        Scope by = accounts.find(seen.get().changedBy())
                .map(Account::actor)
                .map(grants::scopeOf)
                .orElseThrow();
        steps.hold(seen.get().asked());
        Claim claim = stores.claims().hold(id).orElseThrow();
        return claim.isTying() && claim.done() + tie(claim, by) < claim.matters();
    }

    private int tie(Claim claim, Scope by) {
        List<MatterId> some = stores.members().waiting(claim.id(), PORTION).stream()
                .map(Member::matter)
                .toList();
        List<MatterId> tied = below.roots().tie(some, claim.root(), claim.whole(), by);
        List<MatterId> left = some.stream().filter(id -> !tied.contains(id)).toList();
        stores.members().settle(claim.id(), tied, "tied");
        stores.members().settle(claim.id(), left, "left");
        stores.claims().done(claim.id(), some.size());
        return some.size();
    }
}
