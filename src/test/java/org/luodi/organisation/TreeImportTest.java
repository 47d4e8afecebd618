package org.luodi.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luodi.platform.Refusal;
import org.luodi.platform.exchange.Cell;
import org.luodi.platform.exchange.SheetLimits;
import org.luodi.platform.exchange.Sheets;
import org.luodi.platform.files.Upload;

class TreeImportTest {

    private static final String HEAD = "编码,名称,上级编码,级别,类别,主管单位编码\n";

    @TempDir
    Path folder;

    private final TestTree tree = new TestTree();

    @AfterEach
    void end() {
        tree.close();
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        String file = HEAD
                + "v8,八村,t8,村级,,\nt8,新镇,c2,乡级,,\nv1,大村,t1,村级,,\nv2,二村,t8,村级,,\n"
                + "edu,教育局,c2,其他,机关,edu\nsch,小学,v8,其他,学校,edu\n";

        TreeImport.Summary first = imported(file);
        assertThat(List.of(first.created(), first.renamed(), first.moved(), first.refused()))
                .containsExactly(4, 1, 1, 0);
        assertThat(tree.unit("v2").superior()).isEqualTo(tree.id("t8"));
        assertThat(tree.unit("sch").industrySuperior()).isEqualTo(tree.id("edu"));
        Nesting.assertExact(tree);

        long entries = entries();
        TreeImport.Summary second = imported(file);
        assertThat(second.changes()).isFalse();
        assertThat(second.unchanged()).isEqualTo(6);
        assertThat(entries()).isEqualTo(entries);
    }

    @Test
    void aSmallFileReadsWhatItNamesAndWhatStandsAbove() {
        List<Set<String>> asked = new ArrayList<>();
        List<String> known = new ArrayList<>();
        ImportStore store = tree.bean(ImportStore.class);
        ImportRows rows = new ImportRows(new ImportPlan(at -> true), codes -> {
            asked.add(codes);
            List<ImportPlan.Known> found = store.known(codes);
            found.forEach(k -> known.add(k.code()));
            return found;
        });
        rows.accept(UnitRow.of(2, "v8", "八村", "t1", "village"));
        rows.finish();
        rows.accept(UnitRow.of(3, "t1", "东镇", "c1", "town"));
        rows.finish();

        assertThat(asked).containsExactly(Set.of("v8", "t1"));
        assertThat(known).containsExactlyInAnyOrder("t1", "c1", "p", "0");
    }

    @Test
    void aFileOfSeveralPortionsIsOnePlan() {
        String many = IntStream.range(0, ImportRows.PORTION + 1)
                .mapToObj(i -> "v1,一村,t1,村级,,\n")
                .collect(Collectors.joining());

        TreeImport.Summary summary = imported(HEAD + "n1,新村,n2,村级,,\n" + many + "n2,新镇,c1,乡级,,\n");

        assertThat(summary.created()).isEqualTo(2);
        assertThat(tree.unit("n1").superior()).isEqualTo(tree.id("n2"));
    }

    @Test
    void unitsThatChangePlacesAreMovedWithoutACircleOnTheWay() {
        imported(HEAD + "c1,甲县,t3,县级,,\nt3,南镇,p,乡级,,\nc2,乙县,t1,县级,,\n");

        assertThat(tree.unit("c2").superior()).isEqualTo(tree.id("t1"));
        Nesting.assertExact(tree);
    }

    @Test
    void aLargeFileIsLaidOutAnew() {
        String many = IntStream.range(0, ImportSteps.FEW + 10)
                .mapToObj(i -> "m" + i + ",村" + i + "," + (i % 3 == 0 ? "t1" : "m" + (i - 1)) + ",村级,,\n")
                .collect(Collectors.joining());
        tree.follow("v3");

        TreeImport.Summary done = imported(HEAD + "v3,改名村,t1,村级,,\n" + many);

        assertThat(done.created()).isEqualTo(ImportSteps.FEW + 10);
        assertThat(done.moved()).isEqualTo(1);
        assertThat(tree.unit("v3").name()).isEqualTo("改名村");
        Nesting.assertExact(tree);
        assertThat(imported(HEAD + many).changes()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "=cmd,村,t1,村级,,|changes.row.code",
                "v9,,t1,村级,,|changes.row.name",
                "v9,村,t1,仙境,,|changes.row.level",
                "v9,村,t1,村级,城堡,|changes.row.class",
                "v9,村,nowhere,村级,,|changes.row.superior",
                "v9,村,,村级,,|changes.row.root",
                "v9,村,t1,村级,,c1|changes.row.industry",
                "v9,村,gone,村级,,|changes.row.closed",
                "gone,别名,t1,村级,,|changes.row.ended",
                "c1,甲县,v1,县级,,|changes.row.cycle",
                "c1,甲县,c1,县级,,|changes.row.cycle",
                "v9,村,v9,村级,,|changes.row.cycle"
            })
    void aBadRowIsRefusedWithItsReason(String row, String key) {
        tree.add("gone", "t1");
        tree.make(new TreeChange.Close(tree.id("gone"), 1, null));

        TreeImport.Summary summary = imported(HEAD + row + "\nok,好村,t1,村级,,\n");

        assertThat(summary.refusals()).extracting(TreeImport.Refused::key).containsExactly(key);
        assertThat(summary.created()).isEqualTo(1);
        Nesting.assertExact(tree);
    }

    @Test
    void rowsThatGoRoundInACircleAreRefusedInWhateverOrder() {
        TreeImport.Summary summary =
                imported(HEAD + "x,甲,y,村级,,\nz,丙,x,村级,,\ny,乙,x,村级,,\nt1,东镇,t2,乡级,,\nt2,西镇,t1,乡级,,\n");

        assertThat(summary.refused()).isEqualTo(5);
        assertThat(summary.changes()).isFalse();
    }

    @Test
    void aDoubledCodeIsRefusedTheSecondTime() {
        TreeImport.Summary summary = imported(HEAD + "v9,村,t1,村级,,\nv9,别村,t2,村级,,\n");

        assertThat(summary.created()).isEqualTo(1);
        assertThat(summary.refusals())
                .containsExactly(new TreeImport.Refused(3, "changes.row.doubled", List.of("3", "v9")));
    }

    @Test
    void whatStoodBeforeAndWhatWillStandIsShown() {
        long id = offered(
                HEAD + "v8,八村,t8,村级,,\nt8,新镇,c2,乡级,,\nv1,大村,t2,村级,,\nedu,教育局,c2,其他,机关,edu\n", StandardCharsets.UTF_8);

        assertThat(tree.bean(TreeImport.class)
                        .report(id, tree.scope())
                        .summary()
                        .touched())
                .flatExtracting(TreeImport.Touched::differences)
                .containsExactly(
                        new TreeImport.Difference("superior", null, "t8 新镇"),
                        new TreeImport.Difference("superior", null, "c2 乙县"),
                        new TreeImport.Difference("name", "一村", "大村"),
                        new TreeImport.Difference("superior", "t1 东镇", "t2 西镇"),
                        new TreeImport.Difference("superior", null, "c2 乙县"),
                        new TreeImport.Difference("industry", null, "edu 教育局"));
    }

    @Test
    void refusedRowsComeBackAsAWorkbookWithTheReasonAndCanBeBroughtAgain() throws Exception {
        long id =
                offered("表一\n" + HEAD + "v9,村,nowhere,村级,,\nok,好村,t1,村级,,\nv1,=cmd,t1,仙境,,\n", StandardCharsets.UTF_8);
        var reasons = new TreeImport.Reasons("原因", r -> "因为 " + r.key() + " " + r.args()[1]);
        var book = new ByteArrayOutputStream();
        tree.bean(TreeImport.class).refused(id, tree.scope(), book, reasons);

        Path file = Files.write(folder.resolve("refused.xlsx"), book.toByteArray());
        List<List<String>> rows = new ArrayList<>();
        try (var reader = Sheets.open(file, "refused.xlsx", SheetLimits.standard());
                var all = reader.rows(0)) {
            all.forEachRemaining(
                    row -> rows.add(row.cells().stream().map(Cell::text).toList()));
        }
        assertThat(rows)
                .containsExactly(
                        List.of("编码", "名称", "上级编码", "级别", "类别", "主管单位编码", "原因"),
                        List.of("v9", "村", "nowhere", "村级", "", "", "因为 changes.row.superior nowhere"),
                        List.of("v1", "=cmd", "t1", "仙境", "", "", "因为 changes.row.level 仙境"));

        var again = new Upload("refused.xlsx", "", new ByteArrayInputStream(book.toByteArray()));
        long second = tree.bean(TreeImport.class).offer(again, tree.scope());
        assertThat(tree.bean(TreeImport.class)
                        .report(second, tree.scope())
                        .summary()
                        .refused())
                .isEqualTo(2);
    }

    @Test
    void aClerkImportsOnlyIntoHisOwnSubtree() {
        tree.jdbc.sql("delete from organisation.grant_").update();
        tree.grant("c1");

        TreeImport.Summary summary = imported(HEAD + "a,村,t1,村级,,\nb,村,t3,村级,,\nv3,改名,t3,村级,,\nv1,一村,t3,村级,,\n");

        assertThat(summary.created()).isEqualTo(1);
        assertThat(summary.refusals())
                .extracting(TreeImport.Refused::key)
                .containsExactly("changes.row.outside", "changes.row.outside", "changes.row.outside");
    }

    @Test
    void aFileWithoutTheColumnsIsRefused() {
        assertThatThrownBy(() -> offered("名称,级别\n村,村级\n", StandardCharsets.UTF_8))
                .isInstanceOf(Refusal.class)
                .hasMessage("changes.import.missing");
    }

    @Test
    void anImportInGb18030ReadsTheSame() {
        long id = offered(HEAD + "v9,镕村,t1,村级,,\n", Charset.forName("GB18030"));
        tree.bean(TreeImport.class).apply(id, tree.scope());

        assertThat(tree.unit("v9").name()).isEqualTo("镕村");
        assertThatThrownBy(() -> tree.bean(TreeImport.class).apply(id, tree.scope()))
                .hasMessage("changes.import.applied");
    }

    private TreeImport.Summary imported(String file) {
        long id = offered(file, StandardCharsets.UTF_8);
        TreeImport.Summary seen =
                tree.bean(TreeImport.class).report(id, tree.scope()).summary();
        TreeImport.Summary done =
                tree.bean(TreeImport.class).apply(id, tree.scope()).summary();
        assertThat(done).isEqualTo(seen);
        return done;
    }

    private long offered(String file, Charset charset) {
        var upload = new Upload("units.csv", "text/csv", new ByteArrayInputStream(file.getBytes(charset)));
        return tree.bean(TreeImport.class).offer(upload, tree.scope());
    }

    private long entries() {
        return tree.jdbc
                .sql("select count(*) from platform.entry where kind = 'tree' and verb = 'imported'")
                .query(Long.class)
                .single();
    }
}
