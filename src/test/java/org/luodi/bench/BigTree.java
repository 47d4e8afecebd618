package org.luodi.bench;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.luodi.organisation.UnitRow;

/**
 * A nation of 5.2 million units: the real tree, seven or eight enterprises, associations and branches below each village, an
 * education line down to a school in each town, and one unit with 8,000 below it.
 */
final class BigTree {

    static final int WIDTH = 8_000;
    static final String WIDE = "W";
    private static final String HEAD = "E0";
    private static final String[] CLASSES = {"two-new", "branch", "organ"};

    private int villages;

    /** All rows, superiors first. */
    static Stream<UnitRow> around(Stream<UnitRow> national) {
        BigTree tree = new BigTree();
        return Stream.concat(national.flatMap(tree::with), wide());
    }

    private Stream<UnitRow> with(UnitRow row) {
        return switch (row.level()) {
            case "nation" -> Stream.of(row, new UnitRow(0, HEAD, "教育系统", row.code(), "other", "organ", HEAD));
            case "county" ->
                Stream.of(
                        row, new UnitRow(0, "E" + row.code(), row.name() + "教育局", row.code(), "other", "organ", HEAD));
            case "town" ->
                Stream.of(
                        row,
                        new UnitRow(
                                0,
                                "E" + row.code(),
                                row.name() + "中心小学",
                                row.code(),
                                "other",
                                "school",
                                "E" + row.superior()));
            case "village" -> Stream.concat(Stream.of(row), below(row));
            default -> Stream.of(row);
        };
    }

    private Stream<UnitRow> below(UnitRow village) {
        int count = villages++ % 10 < 3 ? 8 : 7;
        return IntStream.range(0, count)
                .mapToObj(i -> new UnitRow(
                        0,
                        village.code() + "-" + i,
                        village.name() + "第" + (i + 1) + "组",
                        village.code(),
                        "other",
                        CLASSES[i % CLASSES.length],
                        ""));
    }

    private static Stream<UnitRow> wide() {
        return Stream.concat(
                Stream.of(new UnitRow(0, WIDE, "行业协会", "0", "other", "organ", "")),
                IntStream.range(0, WIDTH)
                        .mapToObj(i -> new UnitRow(0, WIDE + i, "第" + i + "协会", WIDE, "other", "two-new", "")));
    }
}
