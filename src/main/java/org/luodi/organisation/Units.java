package org.luodi.organisation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.luodi.platform.NotFound;
import org.luodi.platform.Parameter;
import org.luodi.platform.Refusal;
import org.luodi.platform.Slice;
import org.luodi.platform.Where;
import org.luodi.platform.ledger.Reach;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Units and where they stand on both lines of duty (mechanisms 4, 5). */
@Component
public class Units {

    private static final int CACHED_PLACES = 20_000;

    private static final int HISTORY = 50;

    private final UnitStore store;
    private final LevelStore levels;
    private final Cache<Integer, Placement> places =
            Caffeine.newBuilder().maximumSize(CACHED_PLACES).build();

    Units(UnitStore store, LevelStore levels) {
        this.store = store;
        this.levels = levels;
    }

    /** Takes a unit and its superiors: 0 for a root, null where it is not on the industry line. */
    public interface SuperiorHandler {
        void row(int unit, int territorial, Integer industry);
    }

    @Transactional(readOnly = true)
    public Optional<Unit> find(UnitId id) {
        return store.find(id.value());
    }

    @Transactional(readOnly = true)
    public Optional<Unit> byCode(String code) {
        return store.byCode(code);
    }

    /** The same where the scope shows it: one outside is like one that does not exist. */
    @Transactional(readOnly = true)
    public Optional<Unit> byCode(String code, Scope scope) {
        return store.byCode(code).filter(u -> scope.sees(u.at()));
    }

    /** Several units by their codes; those that do not exist are left out. */
    @Transactional(readOnly = true)
    public List<Unit> byCodes(Collection<String> codes) {
        return store.byCodes(codes);
    }

    /** Several units that the caller has already been shown. */
    @Transactional(readOnly = true)
    public List<Unit> all(Collection<UnitId> ids) {
        return store.all(ids.stream().map(UnitId::value).toList());
    }

    /** Open units of these names that the scope shows, in the order of the tree. */
    @Transactional(readOnly = true)
    public List<Unit> byNames(Collection<String> names, Scope scope) {
        return names.isEmpty() ? List.of() : store.byNames(names, scope.condition("position", "industry_position"));
    }

    /** The unit, or NotFound where it does not exist or lies outside the scope. */
    @Transactional(readOnly = true)
    public Unit visible(UnitId id, Scope scope) {
        return store.find(id.value())
                .filter(u -> scope.sees(u.at()))
                .orElseThrow(() -> new NotFound("unit", id.value()));
    }

    /** The unit and its superiors on a line, root first. */
    @Transactional(readOnly = true)
    public List<Unit> path(UnitId id, Line line) {
        return store.path(id.value(), line);
    }

    /** Units directly below on a line that the scope shows, in the order of the tree, paged by key. */
    @Transactional(readOnly = true)
    public Slice<Unit> children(UnitId id, Line line, Scope scope, String cursor, int limit) {
        Unit above = visible(id, scope);
        long after = cursor == null ? Long.MIN_VALUE : Parameter.cursor(cursor);
        Where condition = scope.condition("position", "industry_position");
        List<Unit> rows = store.children(above, line, after, condition, limit + 1);
        return Slice.of(rows, limit, u -> Long.toString(u.interval(line).from()));
    }

    /** Where a line begins for this person: what the grants name, the heads of the line, or its topmost units in sight. */
    @Transactional(readOnly = true)
    public Slice<Unit> tops(Line line, Scope scope, String cursor, int limit) {
        long after = cursor == null ? Long.MIN_VALUE : Parameter.cursor(cursor);
        List<Unit> rows = granted(line, scope, after);
        if (rows.isEmpty()) {
            rows = levels.roots(line, after, scope.condition("position", "industry_position"), limit + 1);
        }
        if (rows.isEmpty()) {
            rows = levels.tops(line, after, scope, limit + 1);
        }
        return Slice.of(rows, limit, u -> Long.toString(u.interval(line).from()));
    }

    /** The units that the grants name, without those below another of them. */
    private List<Unit> granted(Line line, Scope scope, long after) {
        List<Grant> grants =
                scope.grants().stream().filter(g -> g.line() == line).toList();
        return store.all(grants.stream().map(g -> g.unit().value()).toList()).stream()
                .filter(u -> !u.isClosed() && u.interval(line).from() > after)
                .filter(u -> grants.stream()
                        .noneMatch(g -> !g.unit().equals(u.id())
                                && g.interval().holds(u.interval(line).from())))
                .sorted(Comparator.comparingLong(u -> u.interval(line).from()))
                .toList();
    }

    /** The dated history of a unit, newest first, at most fifty lines. */
    @Transactional(readOnly = true)
    public List<DatedChange> history(UnitId id, Scope scope) {
        return levels.history(visible(id, scope).id().value(), HISTORY);
    }

    /** Which of these units have open units directly below on a line. */
    @Transactional(readOnly = true)
    public Set<UnitId> withChildren(Collection<Unit> above, Line line) {
        List<Integer> ids = above.stream().map(u -> u.id().value()).toList();
        return levels.withChildren(ids, line).stream().map(UnitId::new).collect(Collectors.toSet());
    }

    /** All open units directly below another on the territorial line, whoever asks, paged by key. */
    @Transactional(readOnly = true)
    public Slice<Unit> below(Unit above, String cursor, int limit) {
        long after = cursor == null ? Long.MIN_VALUE : Parameter.cursor(cursor);
        List<Unit> rows = store.children(above, Line.TERRITORIAL, after, new Where(), limit + 1);
        return Slice.of(rows, limit, u -> Long.toString(u.at().territorial()));
    }

    /** For each territorial position the unit that stands there or next before it. */
    @Transactional(readOnly = true)
    public List<Unit> at(Collection<Long> positions) {
        return store.at(positions);
    }

    /** Units that nobody answers for, with the reason in {@link Unit#gaps} (mechanisms 5). */
    @Transactional(readOnly = true)
    public Slice<Unit> unanswered(Scope scope, Integer gap, String cursor, int limit) {
        Where where = new Where()
                .and(scope.condition("position", "industry_position"))
                .and("gaps & :gap <> 0", "gap", gap)
                .and("position > :after", "after", cursor == null ? null : Parameter.cursor(cursor));
        return Slice.of(store.unanswered(where, limit + 1), limit, u -> Long.toString(u.at().territorial()));
    }

    @Transactional(readOnly = true)
    public Map<UnitId, String> names(Collection<UnitId> ids) {
        return ids.isEmpty() ? Map.of() : store.names(ids);
    }

    /** Hands over every unit with its superiors, streamed; in a transaction, so that it is one moment's tree. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void superiors(SuperiorHandler handler) {
        store.superiors(handler);
    }

    /**
     * Where an open unit stands, held until the transaction ends: no change of the tree can slip in between.
     *
     * @throws Refusal where the unit is closed or does not exist
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Placement place(UnitId id) {
        return placed(id, hold());
    }

    /** The same for several units. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<UnitId, Placement> places(Collection<UnitId> ids) {
        long version = hold();
        Map<UnitId, Placement> result = new LinkedHashMap<>();
        ids.forEach(id -> result.computeIfAbsent(id, i -> placed(i, version)));
        return result;
    }

    /** The same for what lies with a unit that may have closed: where it stood. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Placement stood(UnitId id) {
        long version = hold();
        return known(id, version).orElseGet(() -> placement(path(id), version));
    }

    /** Who answers for what was left with a unit: itself while it stands, else the one it was merged into, else the next above that stands. */
    @Transactional(readOnly = true)
    public UnitId successor(UnitId id) {
        return store.successor(id.value()).orElseThrow(() -> new NotFound("unit", id.value()));
    }

    /**
     * The version of the tree, held until the transaction ends. Whoever holds rows as well holds the tree first, as a change of the tree
     * does.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long hold() {
        return HeldTree.version().orElseGet(() -> {
            long version = store.holdTree();
            HeldTree.note(version);
            return version;
        });
    }

    /** Says that the running transaction has called {@code organisation.hold_tree()} with a statement of its own, and what came of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holds(long version) {
        HeldTree.note(version);
    }

    private Placement placed(UnitId id, long version) {
        return known(id, version).orElseGet(() -> {
            List<Unit> path = path(id);
            Unit unit = path.get(path.size() - 1);
            if (unit.isClosed()) {
                throw Refusal.of("organisation.unit.closed", unit.name(), unit.closedOn());
            }
            Placement read = placement(path, version);
            places.put(id.value(), read);
            return read;
        });
    }

    /** Of units that stand. */
    private Optional<Placement> known(UnitId id, long version) {
        return Optional.ofNullable(places.getIfPresent(id.value())).filter(p -> p.treeVersion() == version);
    }

    private List<Unit> path(UnitId id) {
        List<Unit> path = store.path(id.value(), Line.TERRITORIAL);
        if (path.isEmpty()) {
            throw new NotFound("unit", id.value());
        }
        return path;
    }

    private Placement placement(List<Unit> territorial, long version) {
        Unit unit = territorial.get(territorial.size() - 1);
        List<Unit> industry =
                unit.at().industry() == null ? List.of() : store.path(unit.id().value(), Line.INDUSTRY);
        return new Placement(
                unit.id(), unit.name(), unit.at(), new Reach(numbers(territorial), numbers(industry)), version);
    }

    private static List<Integer> numbers(List<Unit> path) {
        return path.stream().map(u -> u.id().value()).toList();
    }
}
