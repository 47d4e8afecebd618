package org.luodi.platform.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;

/** Writes and reads a ledger of 100,000 rows and 26 columns in a process of its own, whose heap the caller bounds. */
final class LargeSheet {

    private static final int ROWS = 100_000;
    private static final int COLUMNS = 26;
    private static final String TEXT =
            "群众反映强烈的村内道路硬化问题长期没有解决，责任单位推诿扯皮，雨天积水难行，" + "经核实属于部门之间职责不清，需要上级明确牵头单位并列入今年实事清单，按月公开进展。";

    private LargeSheet() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Path workbook = folder.resolve("large.xlsx");
        Path csv = folder.resolve("large.csv");
        Path shared = folder.resolve("shared.xlsx");
        time("write xlsx", workbook, () -> write(workbook, true));
        time("read xlsx", workbook, () -> read(workbook));
        time("write csv", csv, () -> write(csv, false));
        time("read csv", csv, () -> read(csv));
        if (arguments.length > 1) {
            time("write shared", shared, () -> writeShared(shared));
            time("read shared", shared, () -> read(shared));
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void time(String what, Path file, Work work) throws IOException {
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.println(String.format(Locale.ROOT, "%s %.1f s, %d MB", what, seconds, Files.size(file) >> 20));
    }

    private static void write(Path file, boolean workbook) throws IOException {
        List<SheetWriter.Column> columns = new ArrayList<>();
        for (int i = 0; i < COLUMNS; i++) {
            columns.add(new SheetWriter.Column("列" + i, 20));
        }
        try (OutputStream out = Files.newOutputStream(file);
                SheetWriter writer =
                        workbook ? SheetWriter.workbook(out, "台账", columns) : SheetWriter.csv(out, columns)) {
            for (int row = 0; row < ROWS; row++) {
                writer.row(values(row));
            }
        }
    }

    private static List<Object> values(int row) {
        List<Object> values = new ArrayList<>(COLUMNS);
        for (int column = 0; column < COLUMNS; column++) {
            values.add(
                    switch (column % 5) {
                        case 0 -> "D" + row + "-" + column;
                        case 4 -> LocalDate.of(2023, 9, 1).plusDays(row % 400);
                        default -> text(row, column);
                    });
        }
        return values;
    }

    private static String text(int row, int column) {
        return TEXT.substring((row + column) % 10, 15 + (row * 7 + column * 3) % 60) + row;
    }

    private static void writeShared(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet("台账");
            for (int row = 0; row <= ROWS; row++) {
                for (int column = 0; column < COLUMNS; column++) {
                    sheet.value(row, column, text(row, column));
                }
            }
        }
    }

    private static void read(Path file) {
        try (SheetReader reader = Sheets.open(file, "台账", SheetLimits.standard());
                SheetRows rows = reader.rows(0)) {
            int count = 0;
            for (; rows.hasNext(); count++) {
                rows.next();
            }
            if (count != ROWS + 1) {
                throw new IllegalStateException("rows: " + count);
            }
        }
    }
}
