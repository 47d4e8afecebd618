package org.luodi.platform.exchange;

import java.time.LocalDate;
import java.util.Optional;

/** One cell as a person sees it in the sheet: its text, and what has to be known about where the text comes from. */
public final class Cell {

    /** The empty cell. */
    public static final Cell BLANK = new Cell(Kind.BLANK, "", 0);

    enum Kind {
        BLANK,
        TEXT,
        NUMBER,
        DATE,
        BOOLEAN,
        ERROR
    }

    private static final int FORMULA = 1;
    private static final int MERGED = 2;
    private static final int TOO_LONG = 4;
    private static final int EPOCH_1904 = 8;

    private final Kind kind;
    private final String text;
    private final int marks;

    private Cell(Kind kind, String text, int marks) {
        this.kind = kind;
        this.text = text;
        this.marks = marks;
    }

    /** A cell holding this text. */
    public static Cell of(String text) {
        return of(Kind.TEXT, text);
    }

    static Cell of(Kind kind, String text) {
        return text == null || text.isBlank() ? BLANK : new Cell(kind, text, 0);
    }

    /** The text as Excel shows it; a number has no trailing zeros and no exponent, a date reads 2023-09-05. */
    public String text() {
        return text;
    }

    /** The day, from a real date, from a serial number, or from text such as 2023.9.5, 2023年9月5日 and 20230905. */
    public Optional<LocalDate> date() {
        return switch (kind) {
            case DATE, TEXT, NUMBER -> CellDates.read(text, has(EPOCH_1904));
            default -> Optional.empty();
        };
    }

    public boolean isBlank() {
        return kind == Kind.BLANK;
    }

    /** True when Excel computed the text from a formula; the text is the result saved with the file. */
    public boolean isFormula() {
        return has(FORMULA);
    }

    /** True for #N/A, #REF! and the like. */
    public boolean isError() {
        return kind == Kind.ERROR;
    }

    /** True when the text stands in another cell of the same merged range and is repeated here. */
    public boolean isMerged() {
        return has(MERGED);
    }

    /** True when the cell held more than a cell may; the text is only its beginning. */
    public boolean tooLong() {
        return has(TOO_LONG);
    }

    Cell asFormula() {
        return with(FORMULA);
    }

    Cell asMerged() {
        return with(MERGED);
    }

    Cell asTooLong() {
        return with(TOO_LONG);
    }

    Cell since1904() {
        return with(EPOCH_1904);
    }

    private Cell with(int mark) {
        return kind == Kind.BLANK ? this : new Cell(kind, text, marks | mark);
    }

    private boolean has(int mark) {
        return (marks & mark) != 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
