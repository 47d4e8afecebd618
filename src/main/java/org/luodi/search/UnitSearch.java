package org.luodi.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.search.Query;
import org.luodi.organisation.Directory;
import org.luodi.organisation.Line;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds units by name, code, pinyin initials and full pinyin, within what somebody may see. */
@Component
public class UnitSearch {

    private static final int HITS = 50;

    /** So many superiors may one word of a query name; the highest levels are taken. */
    private static final int SUPERIORS = 500;

    private final ObjectProvider<UnitIndexing> indexing;
    private final Directory directory;

    UnitSearch(ObjectProvider<UnitIndexing> indexing, Directory directory) {
        this.indexing = indexing;
        this.directory = directory;
    }

    /** A unit with the names of those superiors that the scope shows, root first. */
    public record Hit(Unit unit, List<String> superiors) {}

    /**
     * What was found, best first.
     *
     * @param more whether there is more than is shown
     * @param percent how far the index is made, where this answer had to do without it; otherwise null
     */
    public record Found(List<Hit> hits, boolean more, Integer percent) {}

    /** At most fifty units. Several words narrow the search: one is the unit's, the others its superiors'. */
    @Transactional(readOnly = true)
    public Found find(String typed, Scope scope) {
        List<String> words = UnitWords.words(typed == null ? "" : typed);
        UnitIndexing maker = indexing.getIfAvailable();
        UnitIndex index = maker == null ? null : maker.complete();
        if (index == null) {
            List<Unit> found = words.isEmpty() ? List.of() : directory.beginningWith(words.get(0), scope, HITS + 1);
            return found(found, scope, maker == null ? 0 : maker.percent());
        }
        return found(words.isEmpty() || scope.grants().isEmpty() ? List.of() : ask(index, words, scope), scope, null);
    }

    /** The same among all units, for somebody without an account: which units there are is known to all. */
    @Transactional(readOnly = true)
    public Found find(String typed) {
        return find(typed, directory.open());
    }

    private Found found(List<Unit> rows, Scope scope, Integer percent) {
        List<Unit> shown = rows.subList(0, Math.min(HITS, rows.size()));
        Map<UnitId, List<Directory.Above>> paths =
                directory.paths(shown.stream().map(u -> u.id().value()).toList());
        List<Hit> hits = shown.stream()
                .map(unit -> new Hit(unit, names(paths.getOrDefault(unit.id(), List.of()), scope)))
                .toList();
        return new Found(hits, rows.size() > HITS, percent);
    }

    private static List<String> names(List<Directory.Above> path, Scope scope) {
        return path.stream()
                .filter(above -> scope.sees(above.at()))
                .map(Directory.Above::name)
                .toList();
    }

    /** Asks the index, then the database: what the index says of the scope may be a moment old, the database's word is not. */
    private List<Unit> ask(UnitIndex index, List<String> words, Scope scope) {
        try {
            List<Integer> ids = index.find(queries(index, words, scope), HITS + 1);
            Map<Integer, Unit> rows = new HashMap<>();
            directory.seen(ids, scope).forEach(u -> rows.put(u.id().value(), u));
            return ids.stream().map(rows::get).filter(Objects::nonNull).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Query> queries(UnitIndex index, List<String> words, Scope scope) throws IOException {
        Query inScope = UnitQueries.below(scope.grants().stream()
                .map(g -> UnitDocuments.above(g.line(), g.unit().value()))
                .toList());
        List<List<Query>> splits = new ArrayList<>();
        for (int own = words.size() - 1; own >= 0; own--) {
            List<String> others = new ArrayList<>(words);
            others.remove(own);
            List<Query> filters = new ArrayList<>(List.of(inScope));
            for (String other : others) {
                filters.add(belowOnesNamed(index, other));
            }
            splits.add(filters);
        }
        return combined(words, splits);
    }

    private static List<Query> combined(List<String> words, List<List<Query>> splits) {
        List<Query> queries = new ArrayList<>();
        UnitQueries.ranks().forEach(rank -> {
            List<Query> either = new ArrayList<>();
            for (int i = 0; i < splits.size(); i++) {
                List<Query> all = new ArrayList<>(splits.get(i));
                all.add(rank.apply(words.get(words.size() - 1 - i)));
                either.add(UnitQueries.both(all));
            }
            queries.add(either.size() == 1 ? either.get(0) : UnitQueries.either(either));
        });
        return queries;
    }

    private static Query belowOnesNamed(UnitIndex index, String word) throws IOException {
        List<Query> ranks =
                UnitQueries.ranks().stream().map(rank -> rank.apply(word)).toList();
        List<String> superiors = new ArrayList<>();
        for (int unit : index.find(ranks, SUPERIORS)) {
            superiors.add(UnitDocuments.above(Line.TERRITORIAL, unit));
            superiors.add(UnitDocuments.above(Line.INDUSTRY, unit));
        }
        return UnitQueries.below(superiors);
    }
}
