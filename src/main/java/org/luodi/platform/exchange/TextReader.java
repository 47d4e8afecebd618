package org.luodi.platform.exchange;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.luodi.platform.Refusal;

/** A CSV file: comma, semicolon or tab between the cells, in UTF-8, UTF-16 or GB18030. */
final class TextReader extends SheetReader {

    private static final int SAMPLE = 1 << 16;

    private final Path file;
    private final String name;
    private final TextEncoding encoding;
    private final Delimiter delimiter;
    private final SheetLimits limits;

    private TextReader(Path file, String name, SheetLimits limits) throws IOException {
        this.file = file;
        this.name = name;
        this.limits = limits;
        this.encoding = TextEncoding.of(file);
        this.delimiter = Delimiter.of(sample());
    }

    static TextReader open(Path file, String givenName, SheetLimits limits) throws IOException {
        return new TextReader(file, givenName, limits);
    }

    private String sample() throws IOException {
        char[] sample = new char[SAMPLE];
        try (Reader reader = encoding.reader(Files.newInputStream(file))) {
            int filled = 0;
            for (int got = 0; got >= 0 && filled < SAMPLE; filled += Math.max(0, got)) {
                got = reader.read(sample, filled, SAMPLE - filled);
            }
            String text = new String(sample, 0, filled);
            if (text.isBlank() && filled < SAMPLE) {
                throw Refusal.of("exchange.file.empty", name);
            }
            return text;
        }
    }

    @Override
    public List<String> sheets() {
        return List.of(name);
    }

    @Override
    public SheetRows rows(int sheet) {
        try {
            return new TextRows(file, encoding, delimiter, limits);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        // Nothing is held open between readings.
    }
}
