package org.luodi.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.luodi.matters.MatterFilter;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Line;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.exchange.SheetWriter;
import org.luodi.platform.files.Upload;
import org.luodi.platform.identity.Actor;
import org.luodi.sheets.Sheet;
import org.luodi.sheets.SheetExports;
import org.luodi.sheets.SheetImports;
import org.luodi.world.Today;
import org.springframework.context.ApplicationContext;

/** Measures a large ledger sheet on its way in and out of a running application that has the tree of 2023. */
public final class SheetBench {

    private static final long ACCOUNT = 8_200_000_001L;
    private static final String CITY = "1404";
    private static final int BATCH = 2;
    private static final List<String> HEADINGS = List.of(
            "编号",
            "来源",
            "问题类别",
            "问题表述",
            "责任单位",
            "发现时间",
            "整改时限",
            "完成状态",
            "县级验收时间",
            "销号时间",
            "具体表现",
            "产生原因（本级）",
            "产生原因（上级）",
            "牵头单位",
            "协办单位",
            "责任领导",
            "责任人",
            "整改目标（标准）",
            "整改措施",
            "任务分工",
            "整改进展",
            "证明材料",
            "群众评价（解决/满意）",
            "长效机制",
            "备注");
    private static final String WORDS = "群众反映强烈的村内道路硬化问题长期没有解决，责任单位推诿扯皮，雨天积水难行，经核实属于部门之间职责不清，需要上级明确牵头单位";

    private final SheetImports imports;
    private final SheetExports exports;
    private final Units units;
    private final Scope scope;
    private final int rows;
    private final String mark;

    private SheetBench(ApplicationContext application, int rows) {
        this.imports = application.getBean(SheetImports.class);
        this.exports = application.getBean(SheetExports.class);
        this.units = application.getBean(Units.class);
        this.rows = rows;
        this.mark = Long.toString(System.currentTimeMillis(), 36) + "-";
        Grants grants = application.getBean(Grants.class);
        grants.grantBySystem(new Grants.NewGrant(ACCOUNT, Role.CLERK, city(), Line.TERRITORIAL));
        this.scope = grants.scopeOf(new Actor(ACCOUNT, "台账"));
    }

    /**
     * What was measured, in seconds.
     *
     * @param again reading the export, which must hold no difference
     */
    public record Figures(int rows, double preview, double apply, double export, double again) {}

    /** Imports a ledger of so many rows, exports it, and reads the export again; fails where a row goes astray. */
    public static Figures measure(ApplicationContext application, int rows, Path folder) throws IOException {
        return new SheetBench(application, rows).run(folder);
    }

    private Figures run(Path folder) throws IOException {
        Path in = folder.resolve(mark + "in.xlsx");
        Path out = folder.resolve(mark + "out.xlsx");
        write(in);
        long began = System.nanoTime();
        Sheet read = read(in);
        expect(rows, imports.counts(read).of(Sheet.Outcome.CREATE));
        long ready = System.nanoTime();
        imports.apply(read);
        Sheet done = settled(read);
        long applied = System.nanoTime();
        expect(rows, imports.counts(done).appliedOf(Sheet.Outcome.CREATE));
        long exporting = System.nanoTime();
        try (OutputStream file = Files.newOutputStream(out)) {
            exports.write(
                    MatterFilter.of(city(), Line.TERRITORIAL),
                    scope.actor(),
                    new SheetExports.Form("xlsx", "zh"),
                    file);
        }
        long exported = System.nanoTime();
        Sheet.Counts standing = imports.counts(read(out));
        // The city may have had matters of its own before.
        expect(Math.max(rows, standing.total()), standing.of(Sheet.Outcome.SAME));
        long again = System.nanoTime();
        return new Figures(
                rows,
                seconds(began, ready),
                seconds(ready, applied),
                seconds(exporting, exported),
                seconds(exported, again));
    }

    private Sheet read(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            Upload upload = new Upload(file.getFileName().toString(), null, content);
            return settled(imports.bring(upload, BATCH, scope));
        }
    }

    private Sheet settled(Sheet sheet) {
        Sheet now = imports.visible(sheet.id(), scope);
        while (now.state().isRunning()) {
            pause();
            now = imports.visible(sheet.id(), scope);
        }
        return now;
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private UnitId city() {
        return units.byCode(CITY).map(Unit::id).orElseThrow();
    }

    private void write(Path file) throws IOException {
        List<String> villages = villages();
        List<SheetWriter.Column> columns =
                HEADINGS.stream().map(h -> new SheetWriter.Column(h, 20)).toList();
        try (OutputStream out = Files.newOutputStream(file);
                SheetWriter writer = SheetWriter.workbook(out, "台账", columns)) {
            for (int row = 0; row < rows; row++) {
                writer.row(row(row, villages.get(row % villages.size())));
            }
        }
    }

    private List<String> villages() {
        List<String> codes = new ArrayList<>();
        for (Unit county : below(city())) {
            for (Unit town : below(county.id())) {
                below(town.id()).forEach(village -> codes.add(village.code()));
            }
        }
        return codes;
    }

    private List<Unit> below(UnitId unit) {
        return units.children(unit, Line.TERRITORIAL, scope, null, 200).rows();
    }

    private List<Object> row(int row, String unit) {
        LocalDate raised = Today.day().minusDays(60 + row % 60);
        boolean closed = row % 3 == 0;
        List<Object> cells = new ArrayList<>(List.of(mark + row, "信访", "住房", text(row, 0), unit));
        cells.add(raised);
        cells.add(raised.plusDays(90));
        cells.add(closed ? "已销号" : "整改中");
        cells.add(closed ? raised.plusDays(30) : null);
        cells.add(closed ? raised.plusDays(40) : null);
        while (cells.size() < HEADINGS.size()) {
            cells.add(text(row, cells.size()));
        }
        return cells;
    }

    private static String text(int row, int column) {
        return WORDS.substring((row + column) % 10, 15 + (row * 7 + column * 3) % 45) + row;
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }

    private static void expect(int wanted, int found) {
        if (wanted != found) {
            throw new IllegalStateException("wanted " + wanted + " rows, found " + found);
        }
    }
}
