package org.luodi.organisation;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.luodi.platform.NotFound;
import org.luodi.platform.Parameter;
import org.luodi.platform.Refusal;
import org.luodi.platform.Slice;
import org.luodi.platform.identity.AccessRule;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.identity.Powers;
import org.luodi.platform.ledger.Change;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Reach;
import org.luodi.platform.ledger.Subject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who holds which role on which subtree; a security administrator grants only inside his own, and on his own line. */
@Component
public class Grants implements Powers {

    private static final Set<Role> MAY = Set.of(Role.SECURITY_ADMIN);

    private final GrantStore store;
    private final Units units;
    private final Accounts accounts;
    private final Ledger ledger;
    private final Clock clock;

    Grants(GrantStore store, Units units, Accounts accounts, Ledger ledger, Clock clock) {
        this.store = store;
        this.units = units;
        this.accounts = accounts;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A grant to be made. */
    public record NewGrant(long account, Role role, UnitId unit, Line line) {}

    /** A grant that stands. */
    public record Held(
            long id, long account, Role role, UnitId unit, String unitName, Line line, Instant since, Position at) {

        private Reached reached() {
            return new Reached(unit, at, line);
        }
    }

    /** What a role reaches: the subtree of a unit along one line. */
    record Reached(UnitId unit, Position at, Line line) {}

    /** Everything an account may see and do, as of now; one statement, so that no transaction need be opened for it. */
    public Scope scopeOf(Actor actor) {
        List<GrantStore.ScopeRow> rows = store.scope(actor.id());
        long version = rows.isEmpty() ? 0 : rows.get(0).treeVersion();
        return new Scope(actor, rows.stream().map(GrantStore.ScopeRow::grant).toList(), version);
    }

    /** One statement, as for the scope: every request asks. */
    @Override
    public Set<AccessRule.Who> callsAs(Actor actor) {
        return store.roles(actor.id()).stream().map(Role::who).collect(Collectors.toSet());
    }

    @Override
    @Transactional
    public Optional<Seat> seat(long account) {
        return store.of(account).stream()
                .findFirst()
                .map(held -> new Seat(held.unit().value(), reach(held.unit())));
    }

    /**
     * A system administrator answers for nobody who is an administrator too: who renews a password could sign in as him. The command
     * line, which acts as the system, answers for everybody.
     */
    @Override
    @Transactional(readOnly = true)
    public boolean answersFor(Actor administrator, long account) {
        Scope scope = scopeOf(administrator);
        return administrator.id() == account
                || administrator.equals(Actor.SYSTEM)
                || store.of(account).stream()
                        .allMatch(held -> held.role().who() == AccessRule.Who.STAFF
                                && administers(Role.SYSTEM_ADMIN, scope, held.reached()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Refusal> hindersErasure(long account) {
        List<Held> held = store.of(account);
        return held.stream()
                .filter(h -> h.role().who() != AccessRule.Who.STAFF && !store.isHeldByOthers(h))
                .map(h -> Refusal.of("organisation.erase.last", "organisation.role." + h.role()))
                .findFirst()
                .or(() -> held.stream()
                        .findFirst()
                        .map(h -> Refusal.of("organisation.erase.role", "organisation.role." + h.role(), h.unitName())))
                .or(() -> store.isProposed(account)
                        ? Optional.of(Refusal.of("organisation.erase.proposed"))
                        : Optional.empty());
    }

    /** Grants on units in the scope, paged by key. */
    @Transactional(readOnly = true)
    public Slice<Held> list(Scope scope, String cursor, int limit) {
        long after = cursor == null ? 0 : Parameter.cursor(cursor);
        return Slice.of(
                store.list(scope.condition("u.position", "u.industry_position"), after, limit + 1),
                limit,
                h -> Long.toString(h.id()));
    }

    /** Those of the grants that the account may end, by number. */
    @Transactional(readOnly = true)
    public Set<Long> endable(Collection<Held> held, Scope scope) {
        return held.stream()
                .filter(h -> administers(Role.SECURITY_ADMIN, scope, h.reached()))
                .map(Held::id)
                .collect(Collectors.toSet());
    }

    /** What one account holds. */
    @Transactional(readOnly = true)
    public List<Held> of(Actor actor) {
        return store.of(actor.id());
    }

    /** The accounts that hold a role on exactly this unit. */
    @Transactional(readOnly = true)
    public List<Long> holders(Role role, UnitId unit) {
        return store.holders(role, unit);
    }

    /** Lets stand what was proposed; {@link GrantProposals} has asked whether the person may. */
    void give(NewGrant grant, long proposal, Actor by) {
        mustBeNew(grant);
        if (!store.insert(grant, proposal, clock.instant())) {
            throw Refusal.conflict("organisation.grant.stands");
        }
        note(by, "granted", grant, proposal);
    }

    /** Whether the account could hold it beside what it holds now. */
    void mustBeNew(NewGrant grant) {
        mustStandApart(grant);
        if (store.stands(grant)) {
            throw Refusal.of("organisation.grant.stands");
        }
    }

    /** An erased account gets no role, and one that gets a role is not erased in the same instant. */
    void mustStay(long account) {
        accounts.mustStay(account);
    }

    /** Gives a role without a second person: where nobody is there yet, from the command line, and for the demonstration. */
    @Transactional
    public void grantBySystem(NewGrant grant) {
        mustStay(grant.account());
        mustStandApart(grant);
        store.insert(grant, null, clock.instant());
        note(Actor.SYSTEM, "granted", grant, null);
    }

    /** No account is two of the three administrators, or one of them and at work. */
    private void mustStandApart(NewGrant grant) {
        store.roles(grant.account()).stream()
                .filter(held -> !held.goesWith(grant.role()))
                .findFirst()
                .ifPresent(held -> {
                    throw Refusal.of(
                            "organisation.grant.apart",
                            "organisation.role." + held,
                            "organisation.role." + grant.role());
                });
    }

    /** Ends a grant, at once and by one person. */
    @Transactional
    public void revoke(long id, Scope scope) {
        Held held = store.find(id).filter(h -> scope.sees(h.at())).orElseThrow(() -> new NotFound("grant", id));
        mustAdminister(scope, held.reached());
        if (!store.end(id, clock.instant())) {
            throw Refusal.of("organisation.grant.ended");
        }
        note(scope.actor(), "revoked", new NewGrant(held.account(), held.role(), held.unit(), held.line()), null);
    }

    void note(Actor by, String verb, NewGrant grant, Long proposal) {
        Map<String, Object> body = new HashMap<>();
        body.put("role", grant.role().name());
        body.put("unit", grant.unit().value());
        body.put("line", Line.Word.of(grant.line()).name());
        if (proposal != null) {
            body.put("proposal", proposal);
        }
        ledger.append(new Change(
                clock.instant(),
                by,
                grant.unit().value(),
                new Subject("grant", grant.account()),
                verb,
                body,
                reach(grant.unit())));
    }

    /** The units whose record it belongs to; a unit that has ended is still named, with no reach. */
    private Reach reach(UnitId unit) {
        boolean stands = units.find(unit).filter(u -> !u.isClosed()).isPresent();
        return stands ? units.place(unit).reach() : Reach.NONE;
    }

    private void mustAdminister(Scope scope, Reached reached) {
        if (!administers(Role.SECURITY_ADMIN, scope, reached)) {
            throw Refusal.of(
                    scope.has(MAY, reached.at()) ? "organisation.grant.otherline" : "organisation.grant.powers");
        }
    }

    /**
     * A role is given by an administrator of the same line. An industry line is begun from above: whoever administers the
     * territory that its head stands in administers the line too.
     */
    boolean administers(Role as, Scope scope, Reached reached) {
        return administers(as, scope, new On(reached.at(), reached.line()))
                || reached.line() == Line.INDUSTRY
                        && units.path(reached.unit(), Line.INDUSTRY).stream()
                                .limit(1)
                                .anyMatch(head -> administers(as, scope, new On(head.at(), Line.TERRITORIAL)));
    }

    private record On(Position at, Line line) {}

    private static boolean administers(Role as, Scope scope, On on) {
        return scope.at(on.at()).stream().anyMatch(g -> g.role() == as && g.line() == on.line());
    }
}
