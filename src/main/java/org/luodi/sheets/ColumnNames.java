package org.luodi.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.luodi.matters.Stage;
import org.luodi.platform.exchange.Headings;

/** How columns and stages are called in ledger sheets: the first name is Chinese, the second English, both are read. */
final class ColumnNames {

    private static final Properties FILE = file();
    private static final Map<SheetColumn, List<String>> COLUMNS = columns();
    private static final Map<String, Stage> STAGES = stages();

    private ColumnNames() {}

    static Map<SheetColumn, List<String>> all() {
        return COLUMNS;
    }

    static Collection<String> known() {
        return COLUMNS.values().stream().flatMap(List::stream).toList();
    }

    static String heading(SheetColumn column, String language) {
        return in(COLUMNS.get(column), language);
    }

    /** The heading of the column that refused rows come back with. */
    static String reason(String language) {
        return in(names("column.reason"), language);
    }

    static String stage(Stage stage, String language) {
        return in(names("stage." + stage.word()), language);
    }

    static Optional<Stage> stage(String text) {
        return Optional.ofNullable(STAGES.get(Headings.normalise(text)));
    }

    private static String in(List<String> names, String language) {
        return names.get("en".equals(language) ? 1 : 0);
    }

    private static Map<SheetColumn, List<String>> columns() {
        Map<SheetColumn, List<String>> columns = new EnumMap<>(SheetColumn.class);
        for (SheetColumn column : SheetColumn.values()) {
            columns.put(column, names("column." + column.word()));
        }
        return columns;
    }

    private static Map<String, Stage> stages() {
        Map<String, Stage> stages = new HashMap<>();
        for (Stage stage : Stage.values()) {
            stages.put(stage.word(), stage);
            names("stage." + stage.word()).forEach(name -> stages.put(Headings.normalise(name), stage));
        }
        return stages;
    }

    private static List<String> names(String key) {
        return Arrays.asList(FILE.getProperty(key).split("\\|"));
    }

    private static Properties file() {
        Properties file = new Properties();
        try (InputStream in = ColumnNames.class.getResourceAsStream("/data/sheet-columns.properties")) {
            file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return file;
    }
}
