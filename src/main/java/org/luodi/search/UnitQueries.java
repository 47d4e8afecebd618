package org.luodi.search;

import static org.apache.lucene.search.BooleanClause.Occur.FILTER;
import static org.apache.lucene.search.BooleanClause.Occur.SHOULD;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** What one typed word asks the index for, in the order in which the answers stand: exact, beginning, inside. */
final class UnitQueries {

    private UnitQueries() {}

    /** The ranks of a match, best first. */
    static List<Function<String, Query>> ranks() {
        return List.of(UnitQueries::exact, UnitQueries::beginning, UnitQueries::inside);
    }

    static Query exact(String word) {
        return new TermQuery(new Term(UnitDocuments.WHOLE, word));
    }

    static Query beginning(String word) {
        Query name = phrase(UnitWords.pairs(UnitWords.START + word));
        if (UnitWords.isChinese(word)) {
            return name;
        }
        List<Query> ways = new ArrayList<>(List.of(name, prefix(UnitDocuments.CODE, word)));
        String letters = UnitWords.letters(word);
        if (!letters.isEmpty()) {
            ways.add(prefix(UnitDocuments.INITIALS, letters));
            ways.add(spelt(letters, true));
        }
        return either(ways);
    }

    static Query inside(String word) {
        Query name = phrase(UnitWords.pairs(word));
        String letters = UnitWords.isChinese(word) ? "" : UnitWords.letters(word);
        return letters.isEmpty() ? name : either(List.of(name, spelt(letters, false)));
    }

    /** Only units below one of these on one of these lines, or these units themselves. */
    static Query below(Collection<String> superiors) {
        return new TermInSetQuery(
                UnitDocuments.ABOVE, superiors.stream().map(BytesRef::new).toList());
    }

    static Query both(List<Query> queries) {
        BooleanQuery.Builder both = new BooleanQuery.Builder();
        queries.forEach(query -> both.add(query, FILTER));
        return both.build();
    }

    static Query either(List<Query> queries) {
        BooleanQuery.Builder either = new BooleanQuery.Builder();
        queries.forEach(query -> either.add(query, SHOULD));
        return either.build();
    }

    private static Query phrase(List<String> pieces) {
        return pieces.size() == 1
                ? new TermQuery(new Term(UnitDocuments.NAME, pieces.get(0)))
                : new PhraseQuery(UnitDocuments.NAME, pieces.toArray(String[]::new));
    }

    private static Query prefix(String field, String word) {
        return word.length() <= UnitDocuments.SHORT
                ? new TermQuery(new Term(field, UnitWords.START + word))
                : new PrefixQuery(new Term(field, word));
    }

    /** Syllables in a row, the last of them perhaps unfinished, in each way in which the letters can be cut. */
    private static Query spelt(String letters, boolean fromStart) {
        List<Query> ways = PinyinCuts.of(letters).stream()
                .map(cut -> syllables(cut, fromStart))
                .toList();
        return ways.isEmpty() ? new MatchNoDocsQuery() : either(ways);
    }

    private static Query syllables(PinyinCuts.Cut cut, boolean fromStart) {
        MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
        if (fromStart) {
            phrase.add(syllable(Character.toString(UnitWords.START)));
        }
        cut.whole().forEach(whole -> phrase.add(syllable(whole)));
        phrase.add(cut.last().stream().map(UnitQueries::syllable).toArray(Term[]::new));
        return phrase.build();
    }

    private static Term syllable(String text) {
        return new Term(UnitDocuments.SYLLABLES, text);
    }
}
