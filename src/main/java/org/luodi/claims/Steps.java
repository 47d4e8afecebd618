package org.luodi.claims;

import java.util.List;
import org.luodi.claims.ClaimMoves.Verb;
import org.luodi.organisation.Placement;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.Refusal;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.ledger.Ledger;
import org.springframework.stereotype.Component;

/** Writes a step down: the state, what was said and the ledger entry change together, inside the caller's transaction. */
@Component
class Steps {

    private final ClaimStore store;
    private final MemberStore members;
    private final HopStore hops;
    private final Units units;
    private final Accounts accounts;
    private final Ledger ledger;

    Steps(ClaimStore store, MemberStore members, HopStore hops, Units units, Accounts accounts, Ledger ledger) {
        this.store = store;
        this.members = members;
        this.hops = hops;
        this.units = units;
        this.accounts = accounts;
        this.ledger = ledger;
    }

    /**
     * What was done.
     *
     * @param from the unit that did it, or whose time ran out
     * @param to the unit it went to, or null
     */
    record Step(Verb verb, UnitId from, UnitId to, Ground ground, String words, String stays) {

        static Step of(Answer answer, UnitId from, UnitId to) {
            return new Step(answer.verb(), from, to, answer.ground(), strip(answer.words()), strip(answer.stays()));
        }

        private static String strip(String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }

    /** Where a unit stands, held until the transaction ends; a conflict where the tree changed since the scope was read. */
    Placement place(UnitId unit, Acting acting) {
        Placement placement = units.place(unit);
        if (placement.treeVersion() != acting.scope().treeVersion()
                && acting.scope().actor().id() != 0) {
            throw Refusal.conflict("claims.refused.tree");
        }
        return placement;
    }

    /** Holds the tree until the transaction ends, before any row is held. */
    void hold(UnitId unit) {
        units.place(unit);
    }

    void write(Claim old, Claim now, Step step, Acting acting) {
        Placement asked = place(now.asked(), acting);
        if (!store.update(old, now)) {
            throw stale(store.find(old.id()).orElse(old));
        }
        if (old.state().isOpen() != now.state().isOpen()) {
            members.open(now.id(), now.state().isOpen());
        }
        note(now, step, acting, asked);
    }

    void begin(Claim claim, List<Member> about, Step step, Acting acting) {
        store.insert(claim);
        members.insert(claim.id(), about);
        note(claim, step, acting, place(claim.asked(), acting));
    }

    private void note(Claim now, Step step, Acting acting, Placement asked) {
        hops.insert(
                now.id(),
                new Hop(
                        now.version(),
                        step.verb(),
                        step.from(),
                        step.to(),
                        step.ground(),
                        step.words(),
                        step.stays(),
                        acting.scope().actor().id(),
                        acting.at()));
        ledger.append(acting.entry(step.verb(), now, step.from(), asked));
    }

    void fresh(Claim claim, int version) {
        if (claim.version() != version) {
            throw stale(claim);
        }
    }

    private Refusal stale(Claim now) {
        String who = accounts.names(List.of(now.changedBy())).getOrDefault(now.changedBy(), "?");
        return Refusal.conflict("claims.refused.stale", who, now.changedAt());
    }
}
