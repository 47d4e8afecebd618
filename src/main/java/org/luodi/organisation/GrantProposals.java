package org.luodi.organisation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.luodi.platform.NotFound;
import org.luodi.platform.Parameter;
import org.luodi.platform.Refusal;
import org.luodi.platform.Slice;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Two people give a role: an administrator proposes it, a security administrator who is neither he nor the one it is for lets it stand. */
@Component
public class GrantProposals {

    private static final Set<Role> PROPOSING = Set.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN);
    private static final Set<Role> CONFIRMING = Set.of(Role.SECURITY_ADMIN);
    private static final int REASON = 500;

    private final GrantProposalStore store;
    private final Grants grants;
    private final Units units;
    private final Clock clock;

    GrantProposals(GrantProposalStore store, Grants grants, Units units, Clock clock) {
        this.store = store;
        this.grants = grants;
        this.units = units;
        this.clock = clock;
    }

    /** Proposes a role; what could not stand is refused at once. Returns the proposal's number. */
    @Transactional
    public long propose(Grants.NewGrant grant, Scope scope) {
        Unit unit = units.visible(grant.unit(), scope);
        var reached = new Grants.Reached(unit.id(), unit.at(), grant.line());
        outOfReach(PROPOSING, "organisation.proposal.powers", reached, scope).ifPresent(refusal -> {
            throw refusal;
        });
        if (grant.line() == Line.INDUSTRY && unit.at().industry() == null) {
            throw Refusal.of("organisation.grant.line", unit.name());
        }
        grants.mustStay(grant.account());
        grants.mustBeNew(grant);
        long id = store.insert(grant, scope.actor().id(), clock.instant())
                .orElseThrow(() -> Refusal.of("organisation.proposal.stands"));
        grants.note(scope.actor(), "proposed", grant, id);
        return id;
    }

    /** Proposals on units in the scope that wait, the oldest first, paged by key. */
    @Transactional(readOnly = true)
    public Slice<GrantProposal> waiting(Scope scope, String cursor, int limit) {
        long after = cursor == null ? 0 : Parameter.cursor(cursor);
        return Slice.of(
                store.waiting(scope.condition("u.position", "u.industry_position"), after, limit + 1),
                limit,
                p -> Long.toString(p.id()));
    }

    @Transactional(readOnly = true)
    public GrantProposal one(long id, Scope scope) {
        return store.find(id)
                .filter(p -> scope.grants().stream().anyMatch(g -> PROPOSING.contains(g.role())))
                .filter(p -> scope.sees(p.at()))
                .orElseThrow(() -> new NotFound("proposal", id));
    }

    /** Why this person may neither confirm nor refuse it; empty where he may. */
    @Transactional(readOnly = true)
    public Optional<Refusal> mayNotDecide(GrantProposal proposal, Scope scope) {
        long person = scope.actor().id();
        if (!proposal.isOpen()) {
            return Optional.of(Refusal.conflict("organisation.proposal.decided"));
        }
        if (person == proposal.by()) {
            return Optional.of(Refusal.of("organisation.proposal.own"));
        }
        if (person == proposal.grant().account()) {
            return Optional.of(Refusal.of("organisation.proposal.self"));
        }
        Grants.NewGrant grant = proposal.grant();
        var reached = new Grants.Reached(grant.unit(), proposal.at(), grant.line());
        return outOfReach(CONFIRMING, "organisation.grant.powers", reached, scope);
    }

    /** Lets it stand: the role counts from now on. */
    @Transactional
    public void confirm(long id, Scope scope) {
        GrantProposal proposal = one(id, scope);
        mustDecide(proposal, scope);
        grants.mustStay(proposal.grant().account());
        decide(proposal, GrantProposal.Word.CONFIRMED, null, scope);
        grants.give(proposal.grant(), id, scope.actor());
    }

    /** Refuses it with a reason, which whoever proposed it reads. */
    @Transactional
    public void refuse(long id, String reason, Scope scope) {
        GrantProposal proposal = one(id, scope);
        mustDecide(proposal, scope);
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > REASON || why.indexOf('\0') >= 0) {
            throw Refusal.of("organisation.proposal.reason", REASON);
        }
        decide(proposal, GrantProposal.Word.REFUSED, why, scope);
        grants.note(scope.actor(), "refused", proposal.grant(), id);
    }

    /** Takes it back, by whoever proposed it. */
    @Transactional
    public void withdraw(long id, Scope scope) {
        GrantProposal proposal = one(id, scope);
        if (proposal.by() != scope.actor().id()) {
            throw Refusal.of("organisation.proposal.other");
        }
        decide(proposal, GrantProposal.Word.WITHDRAWN, null, scope);
        grants.note(scope.actor(), "withdrawn", proposal.grant(), id);
    }

    private void decide(GrantProposal proposal, GrantProposal.Word word, String reason, Scope scope) {
        var outcome = new GrantProposal.Outcome(word, scope.actor().id(), clock.instant(), reason);
        if (!store.decide(proposal.id(), outcome)) {
            throw Refusal.conflict("organisation.proposal.decided");
        }
    }

    private void mustDecide(GrantProposal proposal, Scope scope) {
        mayNotDecide(proposal, scope).ifPresent(refusal -> {
            throw refusal;
        });
    }

    private Optional<Refusal> outOfReach(Set<Role> as, String key, Grants.Reached reached, Scope scope) {
        boolean reaches = as.stream().anyMatch(role -> grants.administers(role, scope, reached));
        return reaches
                ? Optional.empty()
                : Optional.of(Refusal.of(scope.has(as, reached.at()) ? "organisation.grant.otherline" : key));
    }

    /** Those that this person may decide, the oldest first. */
    @Transactional(readOnly = true)
    public List<GrantProposal> forMe(Scope scope, int limit) {
        boolean decides = scope.grants().stream().anyMatch(g -> g.role() == Role.SECURITY_ADMIN);
        return decides
                ? waiting(scope, null, limit).rows().stream()
                        .filter(p -> mayNotDecide(p, scope).isEmpty())
                        .toList()
                : List.of();
    }
}
