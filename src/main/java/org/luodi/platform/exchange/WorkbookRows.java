package org.luodi.platform.exchange;

import java.util.ArrayList;
import java.util.List;
import org.luodi.platform.Refusal;

/** The rows of one worksheet, pulled from its XML. */
final class WorkbookRows extends SheetRows {

    private static final int LAST_ROW = 1_048_576;
    private static final int LAST_COLUMN = 16_384;

    private final GuardedZip.Part part;
    private final XmlPart xml;
    private final CellValues values;
    private final Merges.Filling filling;
    private final int columns;
    private int row;

    WorkbookRows(GuardedZip.Part part, CellValues values, Merges.Filling filling) {
        super(values.limits().rows());
        this.part = part;
        this.xml = new XmlPart(part);
        this.values = values;
        this.filling = filling;
        this.columns = values.limits().columns();
    }

    @Override
    public int percent() {
        return part.percent();
    }

    @Override
    SheetRow advance() {
        while (xml.next() && !xml.ends("sheetData")) {
            if (xml.starts("row")) {
                List<Cell> cells = cells();
                filling.fill(row, cells);
                if (!cells.isEmpty()) {
                    return new SheetRow(row, List.copyOf(cells));
                }
            }
        }
        return null;
    }

    /** The cells of the current row, empty when none has content. */
    private List<Cell> cells() {
        row = number(xml.attribute("r"), row);
        List<Cell> cells = new ArrayList<>();
        int column = -1;
        while (xml.next() && !xml.ends("row")) {
            if (xml.starts("c")) {
                column = column(xml.attribute("r"), column);
                put(cells, column, values.read(xml));
            }
        }
        return cells;
    }

    private void put(List<Cell> cells, int column, Cell cell) {
        if (cell.isBlank()) {
            return;
        }
        if (column >= columns) {
            throw Refusal.of("exchange.columns.tooMany", columns);
        }
        while (cells.size() <= column) {
            cells.add(Cell.BLANK);
        }
        cells.set(column, cell);
    }

    private static int number(String written, int last) {
        if (written == null) {
            return last + 1;
        }
        int number = written.length() <= 7 && written.matches("\\d+") ? Integer.parseInt(written) : 0;
        if (number <= last || number > LAST_ROW) {
            throw Refusal.of("exchange.workbook.broken");
        }
        return number;
    }

    private static int column(String address, int last) {
        int column = address == null ? last + 1 : letters(address);
        if (column <= last || column >= LAST_COLUMN) {
            throw Refusal.of("exchange.workbook.broken");
        }
        return column;
    }

    /** The column of an address such as AB12, counted from nought; -1 where there is none. */
    static int letters(String address) {
        int column = 0;
        for (int i = 0; i < Math.min(4, address.length()); i++) {
            char c = address.charAt(i);
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = column * 26 + c - 'A' + 1;
        }
        return column - 1;
    }

    @Override
    public void close() {
        xml.close();
    }
}
