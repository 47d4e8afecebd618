package org.luodi.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.luodi.platform.Refusal;
import org.luodi.platform.ledger.Change;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Reach;
import org.luodi.platform.ledger.Subject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who answers for a unit: its post and the holder (mechanisms 5). */
@Component
public class Posts {

    private static final Set<Role> MAY = Set.of(Role.SYSTEM_ADMIN, Role.CLERK);
    private static final int LONGEST = 80;
    private static final int SHOWN = 20;

    private final PostStore store;
    private final Units units;
    private final Ledger ledger;
    private final Clock clock;

    Posts(PostStore store, Units units, Ledger ledger, Clock clock) {
        this.store = store;
        this.units = units;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The posts of a unit, the present one first, at most twenty. */
    @Transactional(readOnly = true)
    public List<Post> of(UnitId unit, Scope scope) {
        return store.of(units.visible(unit, scope).id().value(), SHOWN);
    }

    /** Whether this person may say who answers for the unit. */
    public boolean may(Unit unit, Scope scope) {
        return scope.has(MAY, unit.at()) && !unit.isClosed();
    }

    /**
     * Who answers from now on.
     *
     * @param version of the unit, as it was when the form was opened
     * @param holder empty where the post is vacant
     */
    public record NewPost(Integer version, String title, String holder) {}

    /** Says who answers for a unit from now on. The former post ends. */
    @Transactional
    public void set(UnitId id, NewPost post, Scope scope) {
        Unit unit = units.visible(id, scope);
        if (!may(unit, scope)) {
            throw Refusal.of(unit.isClosed() ? "organisation.unit.ended" : "organisation.change.powers", unit.name());
        }
        String what = text(post.title());
        String who = text(post.holder());
        if (what == null || what.length() > LONGEST || (who != null && who.length() > LONGEST)) {
            throw Refusal.of("organisation.post.text", LONGEST);
        }
        if (post.version() == null || !store.answered(id.value(), post.version(), who != null)) {
            throw Refusal.conflict("organisation.unit.changed", unit.name());
        }
        LocalDate today = LocalDate.now(clock);
        store.end(id.value(), today);
        store.insert(id.value(), new Post(what, who, today, null));
        note(unit, who == null, scope);
    }

    /** Writes the posts of all units that are said to have one, for a demonstration; returns how many. */
    @Transactional
    public int fillForDemonstration(String title, String holder) {
        return store.fillAll(title, holder, LocalDate.now(clock));
    }

    private void note(Unit unit, boolean vacant, Scope scope) {
        ledger.append(new Change(
                clock.instant(),
                scope.actor(),
                unit.id().value(),
                new Subject("post", unit.id().value()),
                vacant ? "vacated" : "filled",
                Map.of("unit", unit.id().value()),
                Reach.NONE));
    }

    private static String text(String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }
}
