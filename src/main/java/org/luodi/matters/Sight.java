package org.luodi.matters;

import java.time.Clock;
import java.util.Optional;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Units;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.springframework.stereotype.Component;

/** Who sees a matter, by the tree as it stands: positions mean nothing under another version of it. */
@Component
class Sight {

    /** The tree seldom changes, and hardly ever twice within one look. */
    private static final int READINGS = 5;

    private final MatterStore store;
    private final TaskStore tasks;
    private final Units units;
    private final Grants grants;

    Sight(MatterStore store, TaskStore tasks, Units units, Grants grants) {
        this.store = store;
        this.tasks = tasks;
        this.units = units;
        this.grants = grants;
    }

    /** A matter and the scope that shows it, both of one version of the tree. */
    record Seen(Matters.Told told, Scope scope) {

        Acting acting(Clock clock) {
            return new Acting(scope, clock.instant());
        }
    }

    /** @throws NotFound where it does not exist or the scope does not show it */
    Seen of(MatterId id, Scope scope) {
        return find(id, scope).orElseThrow(() -> new NotFound("matter", id.value()));
    }

    /** The same for whoever changes it: the tree is held until the transaction ends. */
    Seen held(MatterId id, Scope asked) {
        MatterStore.Placed found = store.held(id).orElseThrow(() -> new NotFound("matter", id.value()));
        units.holds(found.treeVersion());
        Scope scope = under(found.treeVersion(), asked);
        if (!sees(scope, found.told().matter())) {
            throw new NotFound("matter", id.value());
        }
        return new Seen(found.told(), scope);
    }

    /** The same person's scope of the tree that is held now. */
    Scope under(long version, Scope asked) {
        return version == asked.treeVersion() ? asked : grants.scopeOf(asked.actor());
    }

    /** Where the tree has changed since the scope was read, both are read anew. */
    Optional<Seen> find(MatterId id, Scope asked) {
        Scope scope = asked;
        for (int i = 0; i < READINGS; i++) {
            MatterStore.Placed found = store.told(id).orElse(null);
            if (found == null || found.treeVersion() == scope.treeVersion()) {
                return found == null || !sees(scope, found.told().matter())
                        ? Optional.empty()
                        : Optional.of(new Seen(found.told(), scope));
            }
            scope = grants.scopeOf(scope.actor());
        }
        throw Refusal.conflict("matters.refused.tree");
    }

    /** The unit that answers shows it, and so does any that takes part. */
    private boolean sees(Scope scope, Matter matter) {
        return scope.sees(matter.at()) || tasks.parties(matter.id()).stream().anyMatch(p -> scope.sees(p.at()));
    }
}
