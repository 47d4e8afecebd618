package org.luodi.platform.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.luodi.platform.Refusal;

/** The merged ranges of a sheet. The file names them after the rows, so they are read in a pass of their own. */
final class Merges {

    private static final int MOST = 200_000;
    private static final Pattern RANGE = Pattern.compile("([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})");

    private record Merge(int top, int left, int bottom, int right) {}

    private final List<Merge> merges = new ArrayList<>();
    private final int columns;

    private Merges(int columns) {
        this.columns = columns;
    }

    static Merges read(XmlPart xml, SheetLimits limits) {
        Merges merges = new Merges(limits.columns());
        while (xml.next() && !xml.ends("mergeCells")) {
            if (xml.starts("mergeCell")) {
                merges.add(xml.attribute("ref"));
            }
        }
        merges.merges.sort(Comparator.comparingInt(Merge::top));
        return merges;
    }

    private void add(String range) {
        Matcher corners = RANGE.matcher(range == null ? "" : range);
        if (!corners.matches() || merges.size() >= MOST) {
            throw Refusal.of("exchange.workbook.broken");
        }
        int left = WorkbookRows.letters(corners.group(1));
        int right = Math.min(WorkbookRows.letters(corners.group(3)), columns - 1);
        if (left < columns) {
            merges.add(new Merge(Integer.parseInt(corners.group(2)), left, Integer.parseInt(corners.group(4)), right));
        }
    }

    Filling start() {
        return new Filling();
    }

    /** Repeats the text of a merged range in each of its cells, row after row. */
    final class Filling {

        private final int[] until = new int[columns];
        private final Cell[] texts = new Cell[columns];
        private int next;
        private int widest;

        /** Fills a row that has content of its own; a row without stays empty. */
        void fill(int row, List<Cell> cells) {
            while (next < merges.size() && merges.get(next).top() <= row) {
                start(merges.get(next++), row, cells);
            }
            if (cells.isEmpty()) {
                return;
            }
            for (int column = 0; column < widest; column++) {
                if (until[column] >= row) {
                    put(cells, column);
                }
            }
        }

        private void start(Merge merge, int row, List<Cell> cells) {
            boolean textHere = merge.top() == row && merge.left() < cells.size();
            Cell text = textHere ? cells.get(merge.left()) : Cell.BLANK;
            if (text.isBlank()) {
                return;
            }
            for (int column = merge.left(); column <= merge.right(); column++) {
                until[column] = merge.bottom();
                texts[column] = text.asMerged();
            }
            widest = Math.max(widest, merge.right() + 1);
        }

        private void put(List<Cell> cells, int column) {
            while (cells.size() <= column) {
                cells.add(Cell.BLANK);
            }
            if (cells.get(column).isBlank()) {
                cells.set(column, texts[column]);
            }
        }
    }
}
