package org.luodi.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.luodi.sheets.SheetTables.row;
import static org.luodi.sheets.SheetTables.workbook;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.matters.Command;
import org.luodi.matters.MatterFilter;
import org.luodi.matters.Matters;
import org.luodi.matters.Stage;
import org.luodi.matters.Verb;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Line;
import org.luodi.organisation.Units;
import org.luodi.platform.NotFound;
import org.luodi.sheets.Sheet.Outcome;
import org.luodi.sheets.Sheet.State;
import org.luodi.world.OnTheTree;
import org.springframework.beans.factory.annotation.Autowired;

@OnTheTree
class SheetImportsTest {

    private static final String COUNTY = "130125";
    private static final String TOWN = "南桥镇";

    @Autowired
    SheetImports imports;

    @Autowired
    SheetExports exports;

    @Autowired
    Matters matters;

    @Autowired
    Grants grants;

    @Autowired
    Units units;

    private final String mark = UUID.randomUUID().toString().substring(0, 8) + "-";
    private SheetDesk clerk;

    @BeforeEach
    void aClerkOfACounty() {
        long account = 7_000_000_000L + (System.nanoTime() % 1_000_000_000L);
        clerk = SheetDesk.of(imports, grants, units, account, COUNTY);
    }

    @Test
    void rowsBecomeMattersAtTheStageTheyHadReached() {
        Sheet read = clerk.read(workbook(List.of(row(mark + 1, "漏雨", TOWN), row(mark + 2, "没水", "130125102"))));
        assertThat(read.state()).isEqualTo(State.READY);
        assertThat(imports.counts(read).of(Outcome.CREATE)).isEqualTo(2);
        assertThat(matters.byNumber(mark + 1, clerk.scope())).isEmpty();

        Sheet done = clerk.apply(read);
        assertThat(done.state()).isEqualTo(State.DONE);
        Matters.Told told = matters.byNumber(mark + 1, clerk.scope()).orElseThrow();
        assertThat(told.matter().stage()).isEqualTo(Stage.ACTING);
        assertThat(told.matter().due()).isEqualTo(LocalDate.of(2026, 12, 20));
        assertThat(told.detail().measures()).isEqualTo("修");
        var entry = matters.history(told.matter().id(), clerk.scope(), null, 10)
                .rows()
                .get(0);
        assertThat(entry.verb()).isEqualTo("raised");
        assertThat(entry.body().toString()).contains("acting").doesNotContain("from");
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        List<List<Object>> rows = List.of(row(mark + 1, "漏雨", TOWN), row(null, mark + "无编号", TOWN));
        clerk.bringAndApply(workbook(rows));
        Sheet again = clerk.read(workbook(rows));
        assertThat(imports.counts(again).of(Outcome.SAME)).isEqualTo(2);
        assertThat(imports.counts(again).total()).isEqualTo(2);
    }

    @Test
    void onlyWhatDiffersIsCorrected() {
        clerk.bringAndApply(workbook(List.of(row(mark + 1, "漏雨", TOWN))));
        List<Object> changed = row(mark + 1, "漏雨严重", TOWN);
        changed.set(7, null);
        Sheet read = clerk.read(workbook(List.of(changed)));
        assertThat(clerk.lines(read, Outcome.UPDATE).get(0).changed()).containsExactly("title");
        clerk.apply(read);
        Matters.Told told = matters.byNumber(mark + 1, clerk.scope()).orElseThrow();
        assertThat(told.detail().title()).isEqualTo("漏雨严重");
        assertThat(told.detail().measures()).isEqualTo("修");
        assertThat(told.matter().version()).isEqualTo(2);
    }

    @Test
    void whatCannotBeIsRefusedRowByRowWithItsReason() {
        clerk.bringAndApply(workbook(List.of(row(mark + 1, "漏雨", TOWN))));
        List<Object> moved = row(mark + 1, "漏雨", TOWN);
        moved.set(8, "已销号");
        List<Object> handedOver = row(mark + 1, "漏雨", "上碑镇");
        Sheet read = clerk.read(workbook(List.of(
                moved,
                with(row(mark + 2, "a", TOWN), 4, "去年秋天"),
                with(row(mark + 3, "b", TOWN), 2, "不存在的类别"),
                row(mark + 4, "c", "东城区"),
                row(mark + 5, "d", "110101"),
                with(row(mark + 6, "e", TOWN), 3, null),
                row(mark + 7, "f", TOWN),
                row(mark + 7, "g", TOWN),
                with(row(mark + 8, "h", TOWN), 8, "随便"),
                with(row(mark + 9, "i", TOWN), 4, "2027-01-01"),
                row(mark + 10, "j", "上碑镇（130125101）"))));
        assertThat(clerk.reasons(read))
                .containsExactly(
                        "sheets.refused.stage.moved",
                        "sheets.refused.day",
                        "sheets.refused.term",
                        "sheets.refused.unit.unknown",
                        "sheets.refused.unit.unknown",
                        "sheets.refused.blank",
                        "sheets.refused.twice",
                        "sheets.refused.stage",
                        "matters.refused.due.before",
                        "sheets.refused.unit.other");
        assertThat(clerk.reasons(clerk.read(workbook(List.of(handedOver)))))
                .containsExactly("sheets.refused.unit.moved");
    }

    @Test
    void anAmbiguousNameIsRefusedWithThePathsOfTheCandidates() {
        SheetDesk province =
                SheetDesk.of(imports, grants, units, clerk.scope().actor().id() + 1, "1301");
        Sheet read = province.read(workbook(List.of(row(mark + 1, "漏雨", "上庄村民委员会"))));
        assertThat(province.reasons(read)).containsExactly("sheets.refused.unit.ambiguous");
        assertThat(province.lines(read, Outcome.REFUSED).get(0).args().get(2).toString())
                .contains("河北省/");
    }

    @Test
    void refusedRowsComeBackWithTheReasonAndCanBeBroughtAgain() {
        Sheet read =
                clerk.read(workbook(List.of(row(mark + 1, "漏雨", TOWN), with(row(mark + 2, "没水", TOWN), 4, "九月十日"))));
        clerk.apply(read);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        imports.refused(read, out, "zh", Sheet.Line::reason);
        Sheet again = clerk.read(SheetTables.upload("退回.xlsx", out.toByteArray()));
        assertThat(again.headings()).extracting(Sheet.Heading::text).contains("不能导入的原因");
        assertThat(clerk.reasons(again)).containsExactly("sheets.refused.day");
    }

    @Test
    void aMissingColumnIsNamedAndCanBeMappedOnceForAll() {
        List<String> headings = List.of("编号", "来源", "领域", "问题表述", "发现时间", "责任单位", "整改时限", "整改措施", "完成状态");
        Sheet read = clerk.read(workbook(headings, List.of(row(mark + 1, "漏雨", TOWN))));
        assertThat(read.state()).isEqualTo(State.REFUSED);
        assertThat(read.reason()).isEqualTo("sheets.refused.columns");
        assertThat(read.args().get(0).toString()).contains("问题类别");

        imports.map(read, Map.of(2, Optional.of(SheetColumn.CATEGORY)));
        assertThat(clerk.settled(read).state()).isEqualTo(State.READY);
        assertThat(clerk.read(workbook(headings, List.of(row(mark + 2, "没水", TOWN))))
                        .state())
                .isEqualTo(State.READY);
    }

    @Test
    void whatSomebodyElseChangedSinceThePreviewIsNotOverwritten() {
        clerk.bringAndApply(workbook(List.of(row(mark + 1, "漏雨", TOWN))));
        Sheet read = clerk.read(workbook(List.of(row(mark + 1, "漏雨严重", TOWN), row(mark + 2, "没水", TOWN))));
        Matters.Told told = matters.byNumber(mark + 1, clerk.scope()).orElseThrow();
        matters.move(
                told.matter().id(), Command.of(Verb.POSTPONE, 1, "雨季").due(LocalDate.of(2027, 1, 20)), clerk.scope());
        SheetDesk other =
                SheetDesk.of(imports, grants, units, clerk.scope().actor().id() + 2, COUNTY);
        other.bringAndApply(workbook(List.of(row(mark + 2, "别人先写的", TOWN))));

        Sheet done = clerk.apply(read);
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(clerk.reasons(done)).containsOnly("sheets.refused.stale").hasSize(2);
        assertThat(matters.byNumber(mark + 1, clerk.scope())
                        .orElseThrow()
                        .detail()
                        .title())
                .isEqualTo("漏雨");
    }

    @Test
    void aClosedBatchTakesNoNewMatters() {
        Sheet read = clerk.settled(imports.bring(workbook(List.of(row(mark + 1, "漏雨", TOWN))), 1, clerk.scope()));
        assertThat(clerk.reasons(read)).containsExactly("programme.refused.batch.closed");
    }

    @Test
    void somebodyElsesSheetDoesNotExist() {
        Sheet read = clerk.read(workbook(List.of(row(mark + 1, "漏雨", TOWN))));
        SheetDesk other =
                SheetDesk.of(imports, grants, units, clerk.scope().actor().id() + 3, COUNTY);
        assertThatThrownBy(() -> imports.visible(read.id(), other.scope())).isInstanceOf(NotFound.class);
        assertThat(imports.list(other.scope(), null, 10).rows()).isEmpty();
    }

    @Test
    void whatWasExportedImportsWithoutADifference() {
        List<String> headings = Arrays.stream(SheetColumn.values())
                .filter(c -> c != SheetColumn.CAUSE)
                .map(c -> ColumnNames.heading(c, "en"))
                .toList();
        List<Object> nasty =
                new java.util.ArrayList<>(java.util.Collections.nCopies(headings.size(), "=cmd|' /C calc'!A0"));
        List<String> texts = List.of(" =1+1 ", "'@x", "a\r\nb\tc", "_x000D_", "😀,\";", "-5", "长".repeat(32_767));
        for (int i = 0; i < nasty.size(); i++) {
            nasty.set(i, texts.get(i % texts.size()));
        }
        fill(nasty);
        clerk.bringAndApply(workbook(headings, List.of(nasty)));
        Matters.Told before = matters.byNumber(mark + "=1", clerk.scope()).orElseThrow();
        for (SheetExports.Form form : List.of(
                new SheetExports.Form("xlsx", "zh"),
                new SheetExports.Form("csv", "en"),
                new SheetExports.Form("csv", "zh"))) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            MatterFilter filter =
                    MatterFilter.of(units.byCode("130125201").orElseThrow().id(), Line.TERRITORIAL);
            assertThat(exports.write(filter, clerk.scope().actor(), form, out)).isPositive();
            Sheet read = clerk.read(SheetTables.upload("again." + form.kind(), out.toByteArray()));
            assertThat(imports.counts(read).of(Outcome.SAME))
                    .as("%s %s", form, clerk.reasons(read))
                    .isEqualTo(imports.counts(read).total());
        }
        assertThat(matters.byNumber(mark + "=1", clerk.scope()).orElseThrow()).isEqualTo(before);
    }

    private void fill(List<Object> row) {
        List<SheetColumn> columns = SheetColumn.written();
        row.set(columns.indexOf(SheetColumn.NUMBER), mark + "=1");
        row.set(columns.indexOf(SheetColumn.SOURCE), "Petition");
        row.set(columns.indexOf(SheetColumn.CATEGORY), "住 房");
        row.set(columns.indexOf(SheetColumn.TITLE), "=SUM(A1)");
        row.set(columns.indexOf(SheetColumn.UNIT), "安香乡");
        row.set(columns.indexOf(SheetColumn.STAGE), "Relapsed");
        SheetColumn.DAYS.forEach(day -> row.set(columns.indexOf(day), LocalDate.of(2026, 10, 1)));
    }

    @Test
    void everyNameThatIsWrittenIsReadAgain() {
        for (String language : List.of("zh", "en")) {
            for (Stage stage : Stage.values()) {
                assertThat(ColumnNames.stage(ColumnNames.stage(stage, language)))
                        .contains(stage);
            }
        }
    }

    private static List<Object> with(List<Object> row, int column, Object value) {
        row.set(column, value);
        return row;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
