package org.luodi.sheets.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.luodi.platform.Slice;
import org.luodi.platform.web.Ui;
import org.luodi.sheets.Sheet;
import org.luodi.sheets.Sheet.Line;
import org.luodi.sheets.Sheet.Outcome;
import org.luodi.sheets.Sheet.State;
import org.luodi.sheets.SheetColumn;

/**
 * What the page of one sheet shows.
 *
 * @param outcome the only outcome shown, or null for all
 */
public record SheetPage(Sheet sheet, Sheet.Counts counts, Slice<Line> lines, Outcome outcome, boolean paged) {

    public String url() {
        return "/sheets/" + sheet.id();
    }

    public String first() {
        return paged ? only(outcome) : null;
    }

    public String next() {
        String more = outcome == null ? "?" : "&";
        return lines.next() == null ? null : only(outcome) + more + "cursor=" + lines.next();
    }

    /** The same page with rows of one outcome. */
    public String only(Outcome one) {
        return one == null ? url() : url() + "?outcome=" + one.word();
    }

    public boolean canApply() {
        return counts.left() > 0 && (sheet.state() == State.READY || sheet.state() == State.CANCELLED);
    }

    /** Whether columns can be taken for something else and the sheet read again. */
    public boolean canMap() {
        return !sheet.headings().isEmpty() && (sheet.state() == State.READY || sheet.state() == State.REFUSED);
    }

    public int applied() {
        return counts.appliedOf(Outcome.CREATE) + counts.appliedOf(Outcome.UPDATE);
    }

    /** The cell of a column in a row, cut to what a table can show. */
    public String cell(Line line, SheetColumn column) {
        for (int i = 0; i < sheet.headings().size(); i++) {
            String text = i < line.payload().size() ? line.payload().get(i) : null;
            if (column.word().equals(sheet.headings().get(i).field()) && text != null) {
                return text.length() > 120 ? text.substring(0, 120) + "…" : text;
            }
        }
        return "";
    }

    /** Why a row is refused, or which columns it changes. */
    public static String says(Ui ui, Line line) {
        if (line.reason() != null) {
            return ui.text(line.reason(), line.args().toArray());
        }
        String columns = String.join(
                ui.text("sheets.changed.join"),
                line.changed().stream()
                        .map(word -> ui.text("sheets.column." + word))
                        .toList());
        return columns.isEmpty() ? "" : ui.text("sheets.changed", columns);
    }

    public static String tone(Outcome outcome) {
        return switch (outcome) {
            case CREATE -> "good";
            case UPDATE -> "info";
            case REFUSED -> "bad";
            case SAME -> "";
        };
    }

    /** All columns a heading may be taken for. */
    public static Map<String, String> columns(Ui ui) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (SheetColumn column : SheetColumn.values()) {
            columns.put(column.word(), ui.text(column.key()));
        }
        return columns;
    }
}
