package org.luodi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;

/** The rows of the result, as lines of a Markdown table that grows from part to part. */
final class Table {

    private final Path file;

    Table(Path file) {
        this.file = file;
    }

    /** One result; it is printed at once. */
    void row(String what, String bar, String seen, boolean held) {
        String line = "| %s | %s | %s | %s |".formatted(what, bar, seen, held ? "yes" : "**no**");
        write(line);
    }

    /** A figure without a bar. */
    void note(String what, String seen) {
        write("| %s | | %s | |".formatted(what, seen));
    }

    private void write(String line) {
        System.out.println(line);
        try {
            Files.writeString(
                    file, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }

    /** The value below which a share of the samples lies, in the unit of the samples. */
    static double quantile(double[] samples, double share) {
        double[] sorted = samples.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(Math.ceil(share * sorted.length)) - 1)];
    }
}
