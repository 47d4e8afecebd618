package org.luodi.organisation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
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

    private final CsvReader<NamedCsvRecord> reader;

    NationalTree() {
        try {
            var file = new GZIPInputStream(
                    new BufferedInputStream(new ClassPathResource("data/divisions_2023.csv.gz").getInputStream()),
                    1 << 16);
            reader = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The root first, superiors before their subordinates. */
    Stream<UnitRow> rows() {
        Stream<UnitRow> units = reader.stream().map(NationalTree::row);
        return Stream.concat(Stream.of(root()), units);
    }

    static UnitRow root() {
        return UnitRow.of(1, ROOT, "全国", "", "nation");
    }

    private static UnitRow row(NamedCsvRecord record) {
        String superior = record.getField("parent_code");
        return UnitRow.of(
                (int) record.getStartingLineNumber(),
                record.getField("code"),
                record.getField("name"),
                superior.isEmpty() ? ROOT : superior,
                record.getField("level"));
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
