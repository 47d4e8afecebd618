package org.luodi.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
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
import org.luodi.world.OnTheTree;
import org.springframework.beans.factory.annotation.Autowired;

/** A large ledger goes in, can be stopped on its way, and comes out again whole. */
@OnTheTree
class LargeLedgerTest {

    /** The hundred thousand are measured by SheetBench. */
    private static final int ROWS = 6_000;

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
        Sheet read = read(clerk, file);
        assertThat(imports.counts(read).of(Outcome.CREATE)).isEqualTo(ROWS);

        imports.apply(read);
        imports.cancel(imports.visible(read.id(), clerk.scope()));
        Sheet stopped = clerk.settled(read);
        assertThat(imports.counts(stopped).left() + imports.counts(stopped).appliedOf(Outcome.CREATE))
                .isEqualTo(ROWS);
        Sheet done = stopped.state() == State.CANCELLED ? clerk.apply(stopped) : stopped;
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(imports.counts(done).appliedOf(Outcome.CREATE)).isEqualTo(ROWS);

        Path out = folder.resolve("out.xlsx");
        try (OutputStream stream = Files.newOutputStream(out)) {
            MatterFilter filter =
                    MatterFilter.of(units.byCode("1404").orElseThrow().id(), Line.TERRITORIAL);
            assertThat(exports.write(filter, clerk.scope().actor(), new SheetExports.Form("xlsx", "zh"), stream))
                    .isEqualTo(ROWS);
        }
        for (Path again : List.of(file, out)) {
            Sheet.Counts standing = imports.counts(read(clerk, again));
            assertThat(standing.of(Outcome.SAME)).as(again.toString()).isEqualTo(ROWS);
            assertThat(standing.total()).isEqualTo(ROWS);
        }
    }

    private static Sheet read(SheetDesk clerk, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return clerk.read(new Upload(file.getFileName().toString(), null, in));
        }
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
