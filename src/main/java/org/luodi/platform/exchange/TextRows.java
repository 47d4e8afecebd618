package org.luodi.platform.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.luodi.platform.Refusal;

/** The rows of a text file. */
final class TextRows extends SheetRows {

    private static final int LONGEST_RECORD = 4 << 20;

    private final CountingStream in;
    private final long size;
    private final SheetLimits limits;
    private final CsvReader<CsvRecord> csv;
    private final Iterator<CsvRecord> records;
    private int row;

    TextRows(Path file, TextEncoding encoding, Delimiter delimiter, SheetLimits limits) throws IOException {
        super(limits.rows());
        this.limits = limits;
        this.size = Files.size(file);
        this.in = new CountingStream(Files.newInputStream(file));
        this.csv = CsvReader.builder()
                .fieldSeparator(delimiter.character())
                .skipEmptyLines(false)
                .maxBufferSize(LONGEST_RECORD)
                .ofCsvRecord(new EndMarked(encoding.reader(in)));
        this.records = csv.iterator();
        if (delimiter.named()) {
            records.next();
        }
    }

    @Override
    public int percent() {
        return size == 0 ? 100 : (int) (in.read * 100 / size);
    }

    @Override
    SheetRow advance() {
        for (CsvRecord record = record(); !EndMarked.isEnd(record); record = record()) {
            row++;
            List<Cell> cells = cells(record);
            if (!cells.isEmpty()) {
                return new SheetRow(row, List.copyOf(cells));
            }
        }
        return null;
    }

    /** The end mark always comes as a line of its own, unless an open quote has swallowed it. */
    private CsvRecord record() {
        try {
            CsvRecord record = records.next();
            if (!EndMarked.isEnd(record) && !records.hasNext()) {
                throw Refusal.of("exchange.text.openQuote", Integer.toString(row + 1));
            }
            return record;
        } catch (CsvParseException runaway) {
            throw Refusal.of("exchange.text.openQuote", Integer.toString(row + 1));
        }
    }

    private List<Cell> cells(CsvRecord record) {
        List<Cell> cells = new ArrayList<>();
        for (int column = 0; column < record.getFieldCount(); column++) {
            Cell cell = cell(record.getField(column));
            if (!cell.isBlank() && column >= limits.columns()) {
                throw Refusal.of("exchange.columns.tooMany", limits.columns());
            }
            while (!cell.isBlank() && cells.size() < column) {
                cells.add(Cell.BLANK);
            }
            if (!cell.isBlank()) {
                cells.add(cell);
            }
        }
        return cells;
    }

    private Cell cell(String field) {
        String text = CellText.clean(CellText.fromCsv(field));
        boolean tooLong = text.length() > limits.cellChars();
        return tooLong ? Cell.of(text.substring(0, limits.cellChars())).asTooLong() : Cell.of(text);
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static final class CountingStream extends FilterInputStream {

        private long read;

        private CountingStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            read += next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int got = super.read(into, from, length);
            read += Math.max(0, got);
            return got;
        }
    }

    /** Adds a last line to a text, by which an end within an open quote is told from a proper one. */
    private static final class EndMarked extends Reader {

        private static final String END = "\u001a\u001a\u001a";

        private final Reader text;
        private String rest = "\n" + END + "\n";

        private EndMarked(Reader text) {
            this.text = text;
        }

        static boolean isEnd(CsvRecord record) {
            return record.getFieldCount() == 1 && END.equals(record.getField(0));
        }

        @Override
        public int read(char[] into, int from, int length) throws IOException {
            int got = text.read(into, from, length);
            if (got >= 0 || rest.isEmpty()) {
                return got;
            }
            int given = Math.min(length, rest.length());
            rest.getChars(0, given, into, from);
            rest = rest.substring(given);
            return given;
        }

        @Override
        public void close() throws IOException {
            text.close();
        }
    }
}
