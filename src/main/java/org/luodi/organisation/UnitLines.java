package org.luodi.organisation;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.IntPredicate;
import org.luodi.platform.exchange.Ahead;

/** A whole tree in plain arrays, as it was read and checked, and the lines that a COPY takes: for millions of units. */
final class UnitLines {

    private static final int FIRST = 1 << 16;

    private final CodeIndex codes = new CodeIndex();
    private String[] names = new String[FIRST];
    private String[] kinds = new String[FIRST];
    private int[] superiors = new int[FIRST];
    private int[] industry = new int[FIRST];
    private int size;
    private final IntPredicate held;

    private UnitLines(IntPredicate held) {
        this.held = held;
    }

    /** Reads rows whose superiors come before them; unknown superiors and doubled codes are refused. */
    static UnitLines read(Iterator<UnitRow> source, IntPredicate held) {
        UnitLines lines = new UnitLines(held);
        Map<String, String> kinds = new HashMap<>();
        try (Ahead<UnitRow> rows = new Ahead<>(source)) {
            while (rows.hasNext()) {
                lines.add(rows.next(), kinds);
            }
        }
        return lines;
    }

    private void add(UnitRow row, Map<String, String> known) {
        if (size == names.length) {
            grow();
        }
        UnitChecks.check(row);
        UnitChecks.unique(row, codes.add(row.code()));
        names[size] = row.name();
        kinds[size] = known.computeIfAbsent(kind(row), k -> k);
        superiors[size] = UnitChecks.superior(row, row.superior(), codes);
        industry[size] = UnitChecks.superior(row, row.industrySuperior(), codes);
        size++;
    }

    private void grow() {
        int more = size * 2;
        names = Arrays.copyOf(names, more);
        kinds = Arrays.copyOf(kinds, more);
        superiors = Arrays.copyOf(superiors, more);
        industry = Arrays.copyOf(industry, more);
    }

    private static String kind(UnitRow row) {
        String unitClass = row.unitClass().isEmpty() ? UnitClasses.ofLevel(row.level()) : row.unitClass();
        return unitClass + "\t" + row.level();
    }

    int size() {
        return size;
    }

    /** Writes every unit with its intervals on both lines, numbered as they stand in the tree: what lies together is written together. */
    void writeTo(OutputStream out) throws IOException {
        Preorder territorial = Preorder.of(Arrays.copyOf(superiors, size));
        int[] ids = new int[size];
        for (int place = 0; place < size; place++) {
            ids[territorial.node(place)] = place + 1;
        }
        Sparse sparse = Sparse.of(this, ids);
        CopyLines lines = new CopyLines(out);
        for (int place = 0; place < size; place++) {
            int i = territorial.node(place);
            append(lines, territorial, ids, i);
            sparse.append(lines, this, i);
            lines.end();
        }
        lines.flush();
    }

    private void append(CopyLines line, Preorder territorial, int[] ids, int i) {
        line.number(ids[i]).text(codes.code(i)).text(names[i]).text(kinds[i]);
        reference(line, ids, superiors[i]);
        line.number(territorial.from(i)).number(territorial.to(i));
    }

    private static void reference(CopyLines line, int[] ids, int superior) {
        if (superior == Preorder.NONE) {
            line.nothing();
        } else {
            line.number(ids[superior]);
        }
    }

    /** Positions on the industry line, which few units are on. */
    private record Sparse(int[] ids, int[] place, Preorder layout) {

        static Sparse of(UnitLines lines, int[] ids) {
            int[] place = new int[lines.size];
            int count = 0;
            for (int i = 0; i < lines.size; i++) {
                place[i] = lines.industry[i] == Preorder.NONE ? Preorder.NONE : count++;
            }
            int[] superiors = new int[count];
            for (int i = 0; i < lines.size; i++) {
                if (place[i] != Preorder.NONE) {
                    superiors[place[i]] = lines.industry[i] == i ? Preorder.NONE : place[lines.industry[i]];
                }
            }
            return new Sparse(ids, place, Preorder.of(superiors));
        }

        void append(CopyLines line, UnitLines lines, int i) {
            int at = place[i];
            int post = lines.held.test(ids[i]) ? 0 : Gaps.NO_POST;
            if (at == Preorder.NONE) {
                line.nothing().nothing().nothing().number(post | lines.missing(i));
                return;
            }
            boolean head = lines.industry[i] == i;
            reference(line, ids, head ? Preorder.NONE : lines.industry[i]);
            line.number(layout.from(at)).number(layout.to(at)).number(post);
        }
    }

    /** What a unit off the industry line lacks, if its class belongs on one. */
    private int missing(int i) {
        String unitClass = kinds[i].substring(0, kinds[i].indexOf('\t'));
        return UnitClasses.WITH_INDUSTRY.contains(unitClass) ? Gaps.NO_INDUSTRY_SUPERIOR : 0;
    }
}
