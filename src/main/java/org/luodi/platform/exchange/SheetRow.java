package org.luodi.platform.exchange;

import java.util.List;

/** A row with content. The number is the one Excel shows at its left; cells stand at their column, A first. */
public record SheetRow(int number, List<Cell> cells) {

    /** The cell in this column counted from nought, blank where the row is shorter. */
    public Cell cell(int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : Cell.BLANK;
    }

    /** True when a cell holds more than a cell may: the row cannot be taken, the others can. */
    public boolean tooLong() {
        return cells.stream().anyMatch(Cell::tooLong);
    }
}
