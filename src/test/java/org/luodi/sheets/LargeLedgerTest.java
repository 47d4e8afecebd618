package org.luodi.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luodi.matters.MatterFilter;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Line;
import org.luodi.organisation.Units;
import org.luodi.platform.exchange.SheetWriter;
import org.luodi.platform.files.Upload;
import org.luodi.sheets.Sheet.Outcome;
import org.luodi.sheets.Sheet.State;
import org.luodi.world.WholeApplication;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A large ledger goes in, can be stopped on its way, and comes out again whole. */
@WholeApplication
@TestPropertySource(properties = "luodi.tree=true")
class LargeLedgerTest {

    /** {@code -Dluodi.ledger.rows=100000} for the figures in docs/benchmarks.md. */
    private static final int ROWS = Integer.getInteger("luodi.ledger.rows", 6_000);

    @TempDir
    Path folder;

    @Autowired
    SheetImports imports;

    @Autowired
    SheetExports exports;

    @Autowired
    Grants grants;

    @Autowired
    Units units;

    @Test
    void aLargeLedgerGoesInAndOutWhole() throws Exception {
        SheetDesk clerk = SheetDesk.of(imports, grants, units, 8_100_000_001L, "1404");
        Path file = folder.resolve("large.xlsx");
        write(file, townCodes(clerk));
        long start = System.nanoTime();
        Sheet read;
        try (var in = Files.newInputStream(file)) {
            read = clerk.read(new Upload("large.xlsx", null, in));
        }
        long ready = System.nanoTime();
        assertThat(imports.counts(read).of(Outcome.CREATE)).isEqualTo(ROWS);

        imports.apply(read);
        imports.cancel(imports.visible(read.id(), clerk.scope()));
        Sheet stopped = clerk.settled(read);
        assertThat(imports.counts(stopped).left() + imports.counts(stopped).appliedOf(Outcome.CREATE))
                .isEqualTo(ROWS);
        Sheet done = stopped.state() == State.CANCELLED ? clerk.apply(stopped) : stopped;
        long applied = System.nanoTime();
        assertThat(imports.counts(done).appliedOf(Outcome.CREATE)).isEqualTo(ROWS);

        Path out = folder.resolve("out.xlsx");
        try (OutputStream stream = Files.newOutputStream(out)) {
            MatterFilter filter =
                    MatterFilter.of(units.byCode("1404").orElseThrow().id(), Line.TERRITORIAL);
            assertThat(exports.write(filter, clerk.scope(), new SheetExports.Form("xlsx", "zh"), stream))
                    .isEqualTo(ROWS);
        }
        System.out.printf(
                "ledger of %d rows: read %d ms, applied %d ms, exported %d ms%n",
                ROWS, ms(start, ready), ms(ready, applied), ms(applied, System.nanoTime()));
    }

    private static long ms(long from, long to) {
        return (to - from) / 1_000_000;
    }

    private List<String> townCodes(SheetDesk clerk) {
        List<String> codes = new ArrayList<>();
        for (var county : units.children(
                        units.byCode("1404").orElseThrow().id(), Line.TERRITORIAL, clerk.scope(), null, 50)
                .rows()) {
            units.children(county.id(), Line.TERRITORIAL, clerk.scope(), null, 50)
                    .rows()
                    .forEach(town -> codes.add(town.code()));
        }
        return codes;
    }

    private static void write(Path file, List<String> towns) throws Exception {
        List<SheetColumn> columns = SheetColumn.written();
        try (OutputStream out = Files.newOutputStream(file);
                SheetWriter writer = SheetWriter.workbook(
                        out,
                        "台账",
                        columns.stream()
                                .map(c -> new SheetWriter.Column(ColumnNames.heading(c, "zh"), 20))
                                .toList())) {
            for (int i = 0; i < ROWS; i++) {
                int row = i;
                writer.row(columns.stream().map(c -> cell(c, row, towns)).toList());
            }
        }
    }

    private static Object cell(SheetColumn column, int row, List<String> towns) {
        return switch (column) {
            case NUMBER -> "大-" + row;
            case SOURCE -> "信访";
            case CATEGORY -> "住房";
            case UNIT -> towns.get(row % towns.size());
            case STAGE -> row % 3 == 0 ? "已销号" : "整改中";
            case RAISED -> LocalDate.of(2026, 9, 1).plusDays(row % 60);
            case DUE -> LocalDate.of(2026, 12, 1).plusDays(row % 60);
            case COUNTY_ACCEPTED, CITY_ACCEPTED, INDUSTRY_ACCEPTED, CLOSED ->
                row % 3 == 0 ? LocalDate.of(2026, 11, 1) : "";
            default -> column.word() + " 第" + row + "条的说明，写得不长也不短，和真的台账差不多";
        };
    }
}
