package org.luodi.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.luodi.platform.NotFound;
import org.luodi.platform.identity.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Every unit with its code, name and superiors, in bulk: what a search is made of and what it shows beside its hits. */
@Component
public class Directory {

    private static final String ROOT = "0";

    private final DirectoryStore store;
    private final UnitStore units;

    Directory(DirectoryStore store, UnitStore units) {
        this.store = store;
        this.units = units;
    }

    /** What is searched of a unit; a superior that is missing is 0. */
    public record Row(int id, String code, String name, String level, int superior, int industrySuperior) {}

    /** A superior of a unit, for the line below its name. */
    public record Above(String name, Position at) {}

    /** Tells this database from every other, so that what was made from one is never used with another. */
    public String mark() {
        return store.mark();
    }

    /** How many units there are, closed ones among them. */
    public long count() {
        return store.count();
    }

    /** Every unit, streamed; in a transaction, so that it is one moment's tree. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void all(Consumer<Row> rows) {
        store.all(rows);
    }

    /** Every unit with its superiors, streamed likewise. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void superiors(Units.SuperiorHandler handler) {
        units.superiors(handler);
    }

    /** Some units. */
    public List<Row> rows(Collection<Integer> ids) {
        return store.rows(ids);
    }

    /** What anybody may know of the tree without an account: which units there are. */
    public Scope open() {
        Unit root = units.byCode(ROOT).orElseThrow(() -> new NotFound("unit", 0));
        Grant reading = new Grant(Role.READER, root.id(), Line.TERRITORIAL, root.territorial());
        return new Scope(Actor.SYSTEM, List.of(reading), units.treeVersion());
    }

    /** Some units as far as the scope sees them, in no order. */
    public List<Unit> seen(Collection<Integer> ids, Scope scope) {
        return units.all(ids).stream().filter(u -> scope.sees(u.at())).toList();
    }

    /** The numbers of all units below one on either line, itself among them. */
    public List<Integer> below(int id) {
        return units.find(id).stream()
                .flatMap(unit -> Stream.of(Line.values())
                        .filter(line -> unit.interval(line) != null)
                        .flatMap(line -> units.idsIn(unit.interval(line), line).stream()))
                .map(UnitId::value)
                .distinct()
                .toList();
    }

    /** Units whose code or name begins with a word, as far as the scope sees them. */
    public List<Unit> beginningWith(String word, Scope scope, int limit) {
        return store.beginningWith(word, scope, limit);
    }

    /** The numbers of the superiors of some units on a line, the units themselves among them. */
    public Map<Integer, List<Integer>> superiors(Collection<Integer> ids, Line line) {
        return store.superiors(ids, line);
    }

    /** The superiors of some units on the territorial line, root first, without the units themselves. */
    public Map<UnitId, List<Above>> paths(Collection<Integer> ids) {
        return store.paths(ids);
    }
}
