package org.luodi.platform.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes a table row by row. Text stays text whatever it begins with, and reads back unchanged. */
public abstract sealed class SheetWriter implements Closeable permits WorkbookWriter, TextWriter {

    /** A column: its heading, and its width in characters. */
    public record Column(String heading, double width) {}

    private static final int LONGEST_TEXT = 32_767;

    private int shortened;

    SheetWriter() {}

    /** An .xlsx workbook with one sheet. Closing finishes the file and leaves the stream to its owner. */
    public static SheetWriter workbook(OutputStream out, String sheet, List<Column> columns) {
        return new Workbook(out).sheet(sheet, columns, true);
    }

    /** A CSV file as Excel opens it by a double click: UTF-8 with its mark, commas, RFC 4180 quotes. */
    public static SheetWriter csv(OutputStream out, List<Column> columns) {
        try {
            return new TextWriter(out, columns);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** One row: strings, numbers, booleans, days, moments without zone, or null for an empty cell. */
    public final void row(List<?> values) {
        try {
            write(values);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** How many texts were cut because a cell cannot hold them. */
    public final int shortened() {
        return shortened;
    }

    final String fitting(String text) {
        String clean = CellText.clean(text);
        if (clean.length() <= LONGEST_TEXT) {
            return clean;
        }
        shortened++;
        return CellText.clean(clean.substring(0, LONGEST_TEXT - 1)) + "…";
    }

    abstract void write(List<?> values) throws IOException;

    abstract void finish() throws IOException;

    @Override
    public final void close() {
        try {
            finish();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
