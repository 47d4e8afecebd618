package org.luodi.organisation;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.luodi.platform.Refusal;
import org.luodi.platform.exchange.HeadingMatch;
import org.luodi.platform.exchange.Headings;
import org.luodi.platform.exchange.SheetLimits;
import org.luodi.platform.exchange.SheetReader;
import org.luodi.platform.exchange.SheetRow;
import org.luodi.platform.exchange.SheetRows;
import org.luodi.platform.exchange.SheetWriter;
import org.luodi.platform.exchange.Sheets;

/** Reads a file of units, whatever it calls its columns. */
final class ImportFile {

    static final long MOST_BYTES = 200L << 20;
    private static final int MOST_ROWS = 2_000_000;
    private static final int LOOK = 20;

    private enum Field {
        CODE,
        NAME,
        SUPERIOR,
        LEVEL,
        CLASS,
        INDUSTRY
    }

    private static final Map<Field, List<String>> NAMES = new EnumMap<>(Map.of(
            Field.CODE, List.of("编码", "代码", "单位编码", "行政区划代码", "code"),
            Field.NAME, List.of("名称", "单位名称", "name"),
            Field.SUPERIOR, List.of("上级编码", "上级单位编码", "上级代码", "parent_code", "superior_code"),
            Field.LEVEL, List.of("级别", "层级", "level"),
            Field.CLASS, List.of("类别", "单位类别", "类型", "class"),
            Field.INDUSTRY, List.of("主管单位编码", "主管部门编码", "主管编码", "industry_parent_code")));

    /** Words of forms for what the tables call otherwise. */
    private static final Map<String, String> LEVELS = Map.ofEntries(
            Map.entry("国家", "nation"),
            Map.entry("全国", "nation"),
            Map.entry("省", "province"),
            Map.entry("省级", "province"),
            Map.entry("市", "city"),
            Map.entry("市级", "city"),
            Map.entry("地级", "city"),
            Map.entry("县", "county"),
            Map.entry("县级", "county"),
            Map.entry("乡级", "town"),
            Map.entry("镇级", "town"),
            Map.entry("乡镇", "town"),
            Map.entry("村", "village"),
            Map.entry("村级", "village"),
            Map.entry("其他", "other"));

    private static final Map<String, String> CLASSES = Map.of(
            "政府", "government",
            "乡镇", "town",
            "村", "village",
            "机关", "organ",
            "企业", "enterprise",
            "学校", "school",
            "医院", "hospital",
            "两新组织", "two-new",
            "支部", "branch");

    private ImportFile() {}

    /** Hands over every row with content; a row with a cell that is too long goes to {@code tooLong} by its number. */
    static void read(Path file, String name, Consumer<UnitRow> rows, Consumer<Integer> tooLong) {
        SheetLimits limits = SheetLimits.standard().withRows(MOST_ROWS).withFileBytes(MOST_BYTES);
        try (SheetReader reader = Sheets.open(file, name, limits)) {
            Headings headings = headings(reader);
            HeadingMatch<Field> match = headings.match(NAMES, Set.of(Field.CODE, Field.NAME), Map.of());
            complete(match);
            read(reader, headings.lastRow(), row -> {
                if (row.tooLong()) {
                    tooLong.accept(row.number());
                } else {
                    rows.accept(unit(row, match));
                }
            });
        }
    }

    /** The reasons of refused rows by their numbers, and how they are said. */
    record Refusals(Map<Integer, Refusal> rows, TreeImport.Reasons said) {}

    /** Writes the refused rows as they stand in the file, the reason in a column of its own behind them. */
    static void refused(Path file, String name, OutputStream out, Refusals refusals) {
        SheetLimits limits = SheetLimits.standard().withRows(MOST_ROWS).withFileBytes(MOST_BYTES);
        try (SheetReader reader = Sheets.open(file, name, limits)) {
            Headings headings = headings(reader);
            String[] names = new String
                    [1
                            + headings.columns().stream()
                                    .mapToInt(Headings.Column::index)
                                    .max()
                                    .orElse(0)];
            headings.columns().forEach(c -> names[c.index()] = c.heading());
            List<SheetWriter.Column> columns = new ArrayList<>();
            Stream.of(names).forEach(n -> columns.add(new SheetWriter.Column(n == null ? "" : n, 20)));
            columns.add(new SheetWriter.Column(refusals.said().heading(), 60));
            try (SheetWriter writer = SheetWriter.workbook(out, refusals.said().heading(), columns)) {
                read(reader, headings.lastRow(), row -> {
                    Refusal why = refusals.rows().get(row.number());
                    if (why != null) {
                        writer.row(
                                cells(row, names.length, refusals.said().text().apply(why)));
                    }
                });
            }
        }
    }

    private static List<String> cells(SheetRow row, int width, String reason) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            cells.add(row.cell(i).text());
        }
        cells.add(reason);
        return cells;
    }

    private static Headings headings(SheetReader reader) {
        return Headings.find(
                reader.first(0, LOOK),
                NAMES.values().stream().flatMap(List::stream).toList());
    }

    private static void read(SheetReader reader, int lastHeading, Consumer<SheetRow> row) {
        try (SheetRows rows = reader.rows(0)) {
            while (rows.hasNext()) {
                SheetRow next = rows.next();
                if (next.number() > lastHeading) {
                    row.accept(next);
                }
            }
        }
    }

    private static void complete(HeadingMatch<Field> match) {
        if (!match.missing().isEmpty()) {
            throw Refusal.of("changes.import.missing", shown(match.missing()));
        }
        if (!match.ambiguous().isEmpty()) {
            throw Refusal.of("changes.import.ambiguous", shown(match.ambiguous().keySet()));
        }
    }

    private static String shown(java.util.Collection<Field> fields) {
        return fields.stream().map(f -> NAMES.get(f).get(0)).collect(Collectors.joining(" "));
    }

    private static UnitRow unit(SheetRow row, HeadingMatch<Field> match) {
        String level = text(row, match, Field.LEVEL);
        String unitClass = text(row, match, Field.CLASS);
        return new UnitRow(
                row.number(),
                text(row, match, Field.CODE),
                text(row, match, Field.NAME),
                text(row, match, Field.SUPERIOR),
                level.isEmpty() ? "other" : LEVELS.getOrDefault(level, level),
                CLASSES.getOrDefault(unitClass, unitClass),
                text(row, match, Field.INDUSTRY));
    }

    private static String text(SheetRow row, HeadingMatch<Field> match, Field field) {
        return match.cell(row, field).text().strip();
    }
}
