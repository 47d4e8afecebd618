package org.luodi.organisation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.luodi.platform.NotFound;
import org.luodi.platform.Parameter;
import org.luodi.platform.Refusal;
import org.luodi.platform.Slice;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.identity.Powers;
import org.luodi.platform.ledger.Change;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Reach;
import org.luodi.platform.ledger.Subject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who holds which role on which subtree; an administrator grants only inside his own. */
@Component
public class Grants implements Powers {

    private static final Set<Role> MAY = Set.of(Role.ADMINISTRATOR);

    private final GrantStore store;
    private final Units units;
    private final Ledger ledger;
    private final Clock clock;

    Grants(GrantStore store, Units units, Ledger ledger, Clock clock) {
        this.store = store;
        this.units = units;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A grant to be made. */
    public record NewGrant(long account, Role role, UnitId unit, Line line) {}

    /** A grant that stands. */
    public record Held(
            long id, long account, Role role, UnitId unit, String unitName, Line line, Instant since, Position at) {}

    /** Everything an account may see and do, as of now. */
    @Transactional(readOnly = true)
    public Scope scopeOf(Actor actor) {
        List<GrantStore.ScopeRow> rows = store.scope(actor.id());
        long version = rows.isEmpty() ? 0 : rows.get(0).treeVersion();
        return new Scope(actor, rows.stream().map(GrantStore.ScopeRow::grant).toList(), version);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean administers(Actor actor) {
        return store.scope(actor.id()).stream().anyMatch(r -> r.grant().role() == Role.ADMINISTRATOR);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean answersFor(Actor administrator, long account) {
        Scope scope = scopeOf(administrator);
        return store.of(account).stream()
                .allMatch(held -> scope.at(held.at()).stream()
                        .anyMatch(g -> g.role() == Role.ADMINISTRATOR && g.line() == held.line()));
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

    /** What one account holds. */
    @Transactional(readOnly = true)
    public List<Held> of(Actor actor) {
        return store.of(actor.id());
    }

    /** Gives a role on a unit's subtree. */
    @Transactional
    public void grant(NewGrant grant, Scope scope) {
        Unit unit = units.visible(grant.unit(), scope);
        mustAdminister(scope, unit.at());
        if (grant.line() == Line.INDUSTRY && unit.at().industry() == null) {
            throw Refusal.of("organisation.grant.line", unit.name());
        }
        if (!store.insert(grant, clock.instant())) {
            throw Refusal.of("organisation.grant.stands");
        }
        note(scope.actor(), "granted", grant);
    }

    /** Gives roles without asking for powers: for the first administrator and for the demonstration. */
    @Transactional
    public void grantBySystem(NewGrant grant) {
        store.insert(grant, clock.instant());
        note(Actor.SYSTEM, "granted", grant);
    }

    /** Ends a grant. */
    @Transactional
    public void revoke(long id, Scope scope) {
        Held held = store.find(id).filter(h -> scope.sees(h.at())).orElseThrow(() -> new NotFound("grant", id));
        mustAdminister(scope, held.at());
        if (!store.end(id, clock.instant())) {
            throw Refusal.of("organisation.grant.ended");
        }
        note(scope.actor(), "revoked", new NewGrant(held.account(), held.role(), held.unit(), held.line()));
    }

    private void note(Actor by, String verb, NewGrant grant) {
        ledger.append(new Change(
                clock.instant(),
                by,
                grant.unit().value(),
                new Subject("grant", grant.account()),
                verb,
                Map.of("role", grant.role().name(), "unit", grant.unit().value()),
                Reach.NONE));
    }

    private static void mustAdminister(Scope scope, Position at) {
        if (!scope.has(MAY, at)) {
            throw Refusal.of("organisation.grant.powers");
        }
    }
}
