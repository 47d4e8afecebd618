package org.luodi.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexOptions;
import org.luodi.organisation.Directory;
import org.luodi.organisation.Line;

/** Makes a unit's document; used by one thread at a time, for the pieces are used again for the next unit. */
final class UnitDocuments {

    static final String ID = "id";
    static final String WHOLE = "whole";
    static final String NAME = "name";
    static final String CODE = "code";
    static final String INITIALS = "initials";
    static final String SYLLABLES = "syllables";
    static final String ABOVE = "above";
    static final String RANK = "rank";

    /** Beginnings up to this length have a term of their own; longer ones are few enough to be looked through. */
    static final int SHORT = 3;

    private static final Map<String, Integer> RANKS =
            Map.of("nation", 0, "province", 1, "city", 2, "county", 3, "town", 4, "village", 6);
    private static final int OTHER = 5;

    private final Document document = new Document();
    private final Terms id = add(ID, false);
    private final Terms whole = add(WHOLE, false);
    private final Terms name = add(NAME, true);
    private final Terms code = add(CODE, false);
    private final Terms initials = add(INITIALS, false);
    private final Terms syllables = add(SYLLABLES, true);
    private final Terms above = add(ABOVE, false);
    private final NumericDocValuesField number = new NumericDocValuesField(ID, 0);
    private final NumericDocValuesField rank = new NumericDocValuesField(RANK, 0);

    UnitDocuments() {
        document.add(number);
        document.add(rank);
    }

    /** The document of a unit; {@code superiors} are {@link #above} terms. */
    Document of(Directory.Row row, List<String> superiors) {
        String plain = UnitWords.plain(row.name());
        List<String> read = Pinyin.syllables(plain);
        number.setLongValue(row.id());
        rank.setLongValue(RANKS.getOrDefault(row.level(), OTHER));
        id.set(List.of(Integer.toString(row.id())));
        String key = UnitWords.plain(row.code());
        whole.set(List.of(plain, key));
        characters(plain);
        code.set(beginnings(key));
        initials.set(beginnings(UnitWords.initials(read)));
        List<String> marked = new ArrayList<>(read.size() + 1);
        marked.add(Character.toString(UnitWords.START));
        marked.addAll(read);
        syllables.set(marked);
        above.set(superiors);
        return document;
    }

    static String above(Line line, int unit) {
        return (line == Line.TERRITORIAL ? "t" : "i") + unit;
    }

    /** Each character, and at the same place the pair that begins with it. */
    private void characters(String plain) {
        List<String> tokens = new ArrayList<>(2 * plain.length());
        List<Integer> steps = new ArrayList<>(2 * plain.length());
        tokens.add(UnitWords.START + plain.substring(0, 1));
        steps.add(1);
        for (int i = 0; i < plain.length(); i++) {
            tokens.add(plain.substring(i, i + 1));
            steps.add(1);
            if (i + 1 < plain.length()) {
                tokens.add(plain.substring(i, i + 2));
                steps.add(0);
            }
        }
        name.set(tokens, steps);
    }

    private static List<String> beginnings(String word) {
        List<String> beginnings = new ArrayList<>(SHORT + 1);
        for (int length = 1; length <= Math.min(SHORT, word.length()); length++) {
            beginnings.add(UnitWords.START + word.substring(0, length));
        }
        beginnings.add(word);
        return beginnings;
    }

    private Terms add(String field, boolean places) {
        FieldType type = new FieldType();
        type.setOmitNorms(true);
        type.setTokenized(true);
        type.setIndexOptions(places ? IndexOptions.DOCS_AND_FREQS_AND_POSITIONS : IndexOptions.DOCS);
        type.freeze();
        Terms terms = new Terms();
        document.add(new Field(field, terms, type));
        return terms;
    }

    /** Hands a list of ready terms to the index. */
    private static final class Terms extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
        private List<String> tokens = List.of();
        private List<Integer> steps;
        private int at;

        void set(List<String> ready) {
            set(ready, null);
        }

        void set(List<String> ready, List<Integer> places) {
            tokens = ready;
            steps = places;
        }

        @Override
        public void reset() {
            at = 0;
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            if (at == tokens.size()) {
                return false;
            }
            term.append(tokens.get(at));
            step.setPositionIncrement(steps == null ? 1 : steps.get(at));
            at++;
            return true;
        }
    }
}
