package org.luodi.platform.exchange;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Writes a sheet of an .xlsx workbook straight to the stream; only the current row is in memory. */
final class WorkbookWriter extends SheetWriter {

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);
    private static final BigDecimal MOST_EXACT = BigDecimal.TEN.pow(15);

    private static final int HEADING = 1;
    private static final int TEXT = 2;
    private static final int NUMBER = 3;
    private static final int DAY = 4;
    private static final int MOMENT = 5;

    /** More rows than this no sheet can have. */
    private static final int ROWS = 1_048_576;

    private final Workbook book;
    private final Writer out;
    private final String name;
    private final List<Column> columns;
    private final boolean alone;
    private final String[] letters;
    private int sheets;
    private int row;

    /** Begins a sheet; one that stands alone ends its workbook as well. */
    WorkbookWriter(Workbook book, String name, List<Column> columns, boolean alone) throws IOException {
        this.book = book;
        this.out = book.part();
        this.name = name;
        this.columns = columns;
        this.alone = alone;
        this.letters = new String[columns.size()];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = WorkbookFrame.letters(i);
        }
        begin();
    }

    private void begin() throws IOException {
        sheets++;
        row = 0;
        WorkbookFrame.openSheet(out, columns, book.isEmpty());
        startRow();
        for (int i = 0; i < letters.length; i++) {
            text(letters[i], columns.get(i).heading(), HEADING);
        }
        out.write("</row>");
    }

    /** What does not fit goes on in a further sheet with the same headings. */
    private void turn() throws IOException {
        end();
        book.next();
        begin();
    }

    private void end() throws IOException {
        String lastColumn = letters[letters.length - 1];
        WorkbookFrame.closeSheet(out, lastColumn, row);
        String numbered = sheets == 1 ? name : name + " (" + sheets + ")";
        book.ended(new WorkbookFrame.Tab(WorkbookFrame.sheetName(numbered), lastColumn, row));
    }

    @Override
    void write(List<?> values) throws IOException {
        if (values.size() > letters.length) {
            throw new IllegalArgumentException("more values than columns");
        }
        if (row == ROWS) {
            turn();
        }
        startRow();
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) != null) {
                cell(letters[i], values.get(i));
            }
        }
        out.write("</row>");
    }

    private void startRow() throws IOException {
        row++;
        out.write("<row r=\"");
        out.write(Integer.toString(row));
        out.write("\">");
    }

    private void cell(String column, Object value) throws IOException {
        if (value instanceof Number number && isExact(number)) {
            number(column, new BigDecimal(number.toString()).toPlainString(), NUMBER);
        } else if (value instanceof LocalDate day && !day.isBefore(FIRST_DAY)) {
            number(column, Long.toString(CellDates.serial(day)), DAY);
        } else if (value instanceof LocalDateTime moment
                && !moment.toLocalDate().isBefore(FIRST_DAY)) {
            number(column, serial(moment), MOMENT);
        } else {
            text(column, value.toString(), TEXT);
        }
    }

    /** Excel keeps fifteen digits; a longer number is written as text, so that none is lost. */
    private static boolean isExact(Number number) {
        boolean finite =
                !(number instanceof Double || number instanceof Float) || Double.isFinite(number.doubleValue());
        return finite && new BigDecimal(number.toString()).abs().compareTo(MOST_EXACT) < 0;
    }

    private static String serial(LocalDateTime moment) {
        long seconds = ChronoUnit.SECONDS.between(moment.toLocalDate().atStartOfDay(), moment);
        return Double.toString(CellDates.serial(moment.toLocalDate()) + seconds / 86_400.0);
    }

    private void number(String column, String value, int style) throws IOException {
        start(column, style);
        out.write("\"><v>");
        out.write(value);
        out.write("</v></c>");
    }

    /** An inline string is text to Excel whatever it begins with: it is never run as a formula. */
    private void text(String column, String value, int style) throws IOException {
        if (value.isEmpty()) {
            return;
        }
        start(column, style);
        out.write("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        CellText.appendXml(out, fitting(value));
        out.write("</t></is></c>");
    }

    private void start(String column, int style) throws IOException {
        out.write("<c r=\"");
        out.write(column);
        out.write(Integer.toString(row));
        out.write("\" s=\"");
        out.write(Integer.toString(style));
    }

    @Override
    void finish() throws IOException {
        end();
        if (alone) {
            book.close();
        }
    }
}
