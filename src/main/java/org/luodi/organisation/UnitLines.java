package org.luodi.organisation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.IntPredicate;
import org.luodi.platform.exchange.Ahead;

/** A whole tree in plain arrays, as it was read and checked, and the lines that a COPY takes: for millions of units. */
final class UnitLines {

    private static final int FIRST = 1 << 16;
    private static final int CHUNK = 1 << 15;

    private String[] codes = new String[FIRST];
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
        Map<String, Integer> index = new HashMap<>(1 << 20);
        Map<String, String> kinds = new HashMap<>();
        try (Ahead<UnitRow> rows = new Ahead<>(source)) {
            while (rows.hasNext()) {
                lines.add(rows.next(), index, kinds);
            }
        }
        return lines;
    }

    private void add(UnitRow row, Map<String, Integer> index, Map<String, String> known) {
        if (size == codes.length) {
            grow();
        }
        UnitChecks.check(row);
        UnitChecks.unique(row, index.put(row.code(), size));
        codes[size] = row.code();
        names[size] = row.name();
        kinds[size] = known.computeIfAbsent(kind(row), k -> k);
        superiors[size] = UnitChecks.superior(row, row.superior(), index);
        industry[size] = UnitChecks.superior(row, row.industrySuperior(), index);
        size++;
    }

    private void grow() {
        int more = size * 2;
        codes = Arrays.copyOf(codes, more);
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
        StringBuilder lines = new StringBuilder(CHUNK + 512);
        for (int place = 0; place < size; place++) {
            int i = territorial.node(place);
            append(lines, territorial, ids, i);
            sparse.append(lines, this, i);
            if (lines.length() >= CHUNK || place == size - 1) {
                out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
                lines.setLength(0);
            }
        }
    }

    private void append(StringBuilder line, Preorder territorial, int[] ids, int i) {
        int superior = superiors[i];
        line.append(ids[i]).append('\t').append(codes[i]).append('\t');
        line.append(names[i].replace("\\", "\\\\"))
                .append('\t')
                .append(kinds[i])
                .append('\t');
        if (superior == Preorder.NONE) {
            line.append("\\N");
        } else {
            line.append(ids[superior]);
        }
        line.append('\t')
                .append(territorial.from(i))
                .append('\t')
                .append(territorial.to(i))
                .append('\t');
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

        void append(StringBuilder line, UnitLines lines, int i) {
            int at = place[i];
            int post = lines.held.test(ids[i]) ? 0 : Gaps.NO_POST;
            if (at == Preorder.NONE) {
                line.append("\\N\t\\N\t\\N\t").append(post | lines.missing(i)).append('\n');
                return;
            }
            boolean head = lines.industry[i] == i;
            line.append(head ? "\\N" : Integer.toString(ids[lines.industry[i]])).append('\t');
            line.append(layout.from(at)).append('\t').append(layout.to(at)).append('\t');
            line.append(post).append('\n');
        }
    }

    /** What a unit off the industry line lacks, if its class belongs on one. */
    private int missing(int i) {
        String unitClass = kinds[i].substring(0, kinds[i].indexOf('\t'));
        return UnitClasses.WITH_INDUSTRY.contains(unitClass) ? Gaps.NO_INDUSTRY_SUPERIOR : 0;
    }
}
