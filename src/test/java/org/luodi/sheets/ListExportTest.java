package org.luodi.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luodi.sheets.SheetTables.row;
import static org.luodi.sheets.SheetTables.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luodi.matters.MatterFilter;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Units;
import org.luodi.platform.exchange.SheetLimits;
import org.luodi.platform.exchange.SheetReader;
import org.luodi.platform.exchange.SheetRows;
import org.luodi.platform.exchange.Sheets;
import org.luodi.platform.identity.Accounts;
import org.luodi.world.OnTheTree;
import org.luodi.world.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The button above a list of matters takes away that list, as it is filtered, and no more. */
@OnTheTree
class ListExportTest {

    private static final SheetExports.Form CSV = new SheetExports.Form("csv", "zh");

    @TempDir
    Path folder;

    @LocalServerPort
    int port;

    @Autowired
    SheetImports imports;

    @Autowired
    Grants grants;

    @Autowired
    Units units;

    @Autowired
    Accounts accounts;

    @Autowired
    SheetExports exports;

    @Autowired
    JdbcClient jdbc;

    private final String mark = "出-" + System.nanoTime() + "-";
    private SheetDesk clerk;
    private Visitor visitor;

    @BeforeEach
    void aCountyWithMoreThanAPageOfMatters() {
        clerk = SheetDesk.of(imports, grants, units, accounts, "130127");
        visitor = clerk.visitor(port);
        List<List<Object>> rows = new ArrayList<>();
        IntStream.range(0, 120).forEach(i -> {
            List<Object> row = row(mark + i, "第" + i + "条 & 其他", i % 2 == 0 ? "高邑镇" : "高邑县");
            row.set(8, i % 3 == 0 ? "已交办" : "整改中");
            rows.add(row);
        });
        Sheet done = clerk.bringAndApply(workbook(rows));
        assertThat(clerk.reasons(done)).isEmpty();
    }

    @Test
    void theFileHasExactlyTheRowsOfTheListInItsOrder() throws IOException {
        for (String filter : List.of(
                "",
                "stage=placed",
                "stage=acting&q=" + "%E5%85%B6%E4%BB%96",
                "sort=newest&open=true",
                "unit=" + units.byCode("130127100").orElseThrow().id().value() + "&stage=acting")) {
            List<String> listed = listed("/matters?" + filter);
            assertThat(listed).as(filter).isNotEmpty();
            String link = link(visitor.page("/matters?" + filter));
            assertThat(numbers(visitor.get(link))).as(filter).isEqualTo(listed);
        }
        assertThat(own(listed("/matters?stage=placed"))).hasSize(40);
    }

    /** Many pages are read while the file is written; what changes meanwhile neither shortens it nor shows in it. */
    @Test
    void theFileIsOfOneMoment() throws IOException {
        List<List<Object>> more = new ArrayList<>();
        IntStream.range(0, 450).forEach(i -> {
            List<Object> row = row(mark + "多" + i, "第" + i + "条", "高邑镇");
            row.set(8, "整改中");
            more.add(row);
        });
        clerk.bringAndApply(workbook(more));
        MatterFilter filter =
                MatterFilter.read(Map.of("stage", "acting"), clerk.scope().home());
        int all = exports.write(filter, clerk.scope().actor(), CSV, OutputStream.nullOutputStream());
        assertThat(all).isGreaterThan(450);

        OutputStream meanwhile = new OutputStream() {
            private boolean changed;

            @Override
            public void write(int one) {
                if (!changed) {
                    changed = true;
                    CompletableFuture.runAsync(ListExportTest.this::takeTheListAway)
                            .join();
                }
            }
        };
        assertThat(exports.write(filter, clerk.scope().actor(), CSV, meanwhile)).isEqualTo(all);
        assertThat(exports.write(filter, clerk.scope().actor(), CSV, OutputStream.nullOutputStream()))
                .isLessThan(all - 400);
    }

    private void takeTheListAway() {
        jdbc.sql("update matters.matter set stage = 'excluded' where number like ?")
                .param(mark + "%")
                .update();
    }

    @Test
    void anEmptyListOffersNothing() {
        Document page = visitor.page("/matters?stage=excluded");
        assertThat(page.select("tbody tr")).isEmpty();
        assertThat(link(page)).isNull();
    }

    @Test
    void whatLiesOutsideOnesUnitsIsNotExported() throws IOException {
        Visitor town =
                SheetDesk.of(imports, grants, units, accounts, "130127100").visitor(port);
        Document page = town.page("/matters");
        assertThat(own(numbers(town.get(link(page))))).hasSize(60);
        int county = units.byCode("130127").orElseThrow().id().value();
        assertThat(town.get("/matters/export.xlsx?unit=" + county).statusCode()).isEqualTo(404);
        assertThat(new Visitor(port)
                        .get("/matters/export.xlsx?unit=" + county)
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/sign-in");
    }

    @Test
    void bothLanguagesNameTheButton() {
        assertThat(visitor.page("/matters").select("a[href^=/matters/export]").text())
                .isEqualTo("导出本清单");
        assertThat(visitor.english("/matters")
                        .select("a[href^=/matters/export]")
                        .text())
                .isEqualTo("Export this list");
    }

    private List<String> own(List<String> numbers) {
        return numbers.stream().filter(n -> n.startsWith(mark)).toList();
    }

    private static String link(Document page) {
        Element link = page.selectFirst("main a[href^=/matters/export.xlsx]");
        return link == null ? null : link.attr("href");
    }

    /** The numbers of all pages of a list. */
    private List<String> listed(String path) {
        List<String> numbers = new ArrayList<>();
        String next = path;
        while (next != null) {
            Document page = visitor.page(next);
            numbers.addAll(page.select("tbody tr td:has(> a) small").eachText());
            Element more = page.selectFirst("a[rel=next]");
            next = more == null ? null : more.attr("href");
        }
        return numbers;
    }

    private List<String> numbers(HttpResponse<byte[]> file) throws IOException {
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("attachment", ".xlsx");
        Path kept = folder.resolve("export.xlsx");
        Files.write(kept, file.body());
        List<String> numbers = new ArrayList<>();
        try (SheetReader reader = Sheets.open(kept, "export.xlsx", SheetLimits.standard());
                SheetRows rows = reader.rows(0)) {
            rows.next();
            rows.forEachRemaining(row -> numbers.add(row.cell(0).text()));
        }
        return numbers;
    }
}
