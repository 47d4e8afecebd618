package org.luodi.organisation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.springframework.core.io.ClassPathResource;

/** The administrative units of 2023 that ship with the product: one nation and 665,276 units below it. */
final class NationalTree implements AutoCloseable {

    static final int SIZE = 665_277;
    static final String ROOT = "0";
    private static final int HEADING = 1;

    private final CsvReader<CsvRecord> reader;

    NationalTree() {
        try {
            var file = new GZIPInputStream(
                    new BufferedInputStream(new ClassPathResource("data/divisions_2023.csv.gz").getInputStream()),
                    1 << 16);
            reader = CsvReader.builder().ofCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The root first, superiors before their subordinates. */
    Stream<UnitRow> rows() {
        Stream<UnitRow> units = reader.stream().skip(HEADING).map(NationalTree::row);
        return Stream.concat(Stream.of(root()), units);
    }

    static UnitRow root() {
        return UnitRow.of(1, ROOT, "全国", "", "nation");
    }

    /** The columns are code, name, parent_code, level. */
    private static UnitRow row(CsvRecord record) {
        String superior = record.getField(2);
        return UnitRow.of(
                (int) record.getStartingLineNumber(),
                record.getField(0),
                record.getField(1),
                superior.isEmpty() ? ROOT : superior,
                record.getField(3));
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
