package org.luodi.organisation;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

/** Who holds which role on which subtree; an administrator grants only inside his own, and on his own line. */
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
            long id, long account, Role role, UnitId unit, String unitName, Line line, Instant since, Position at) {

        private Reached reached() {
            return new Reached(unit, at, line);
        }
    }

    /** What a role reaches: the subtree of a unit along one line. */
    private record Reached(UnitId unit, Position at, Line line) {}

    /** Everything an account may see and do, as of now; one statement, so that no transaction need be opened for it. */
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
        return store.of(account).stream().allMatch(held -> administers(scope, held.reached()));
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
                .filter(h -> administers(scope, h.reached()))
                .map(Held::id)
                .collect(Collectors.toSet());
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
        mustAdminister(scope, new Reached(unit.id(), unit.at(), grant.line()));
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
        mustAdminister(scope, held.reached());
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
                Map.of(
                        "role",
                        grant.role().name(),
                        "unit",
                        grant.unit().value(),
                        "line",
                        Line.Word.of(grant.line()).name()),
                Reach.NONE));
    }

    private void mustAdminister(Scope scope, Reached reached) {
        if (!administers(scope, reached)) {
            throw Refusal.of(
                    scope.has(MAY, reached.at()) ? "organisation.grant.otherline" : "organisation.grant.powers");
        }
    }

    /**
     * A role is given by an administrator of the same line. An industry line is begun from above: whoever administers the
     * territory that its head stands in administers the line too.
     */
    private boolean administers(Scope scope, Reached reached) {
        return administers(scope, reached.at(), reached.line())
                || reached.line() == Line.INDUSTRY
                        && units.path(reached.unit(), Line.INDUSTRY).stream()
                                .limit(1)
                                .anyMatch(head -> administers(scope, head.at(), Line.TERRITORIAL));
    }

    private static boolean administers(Scope scope, Position at, Line line) {
        return scope.at(at).stream().anyMatch(g -> g.role() == Role.ADMINISTRATOR && g.line() == line);
    }
}
