package org.luodi.platform.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.luodi.platform.Refusal;

/** Opens a table that somebody uploaded. What it is, is read from its content; its name is only shown. */
public final class Sheets {

    private Sheets() {}

    public static SheetReader open(Path file, String givenName, SheetLimits limits) {
        try {
            return reader(file, givenName, limits);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static SheetReader reader(Path file, String givenName, SheetLimits limits) throws IOException {
        if (Files.size(file) > limits.fileBytes()) {
            throw Refusal.of("exchange.file.tooLarge", limits.fileBytes() >> 20);
        }
        FileKind kind = FileKind.of(file);
        return switch (kind) {
            case ZIP -> WorkbookReader.open(file, limits);
            case TEXT -> TextReader.open(file, givenName, limits);
            default -> throw Refusal.of(kind.refusal(), givenName);
        };
    }
}
