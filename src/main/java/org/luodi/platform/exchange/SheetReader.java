package org.luodi.platform.exchange;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;

/** An opened table: the names of its sheets, and their rows. A broken or hostile part is a Refusal, whenever it is met. */
public abstract sealed class SheetReader implements Closeable permits WorkbookReader, TextReader {

    SheetReader() {}

    /** The names of the visible sheets, in order; a text file has one, named after the file. */
    public abstract List<String> sheets();

    /** The rows of a sheet, from the top; may be asked for more than once. */
    public abstract SheetRows rows(int sheet);

    /** The first rows with content, enough to find the headings. */
    public final List<SheetRow> first(int sheet, int count) {
        try (SheetRows rows = rows(sheet)) {
            List<SheetRow> first = new ArrayList<>();
            while (first.size() < count && rows.hasNext()) {
                first.add(rows.next());
            }
            return first;
        }
    }

    @Override
    public abstract void close();
}
