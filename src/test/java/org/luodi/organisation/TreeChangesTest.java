package org.luodi.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;

class TreeChangesTest {

    private final TestTree tree = new TestTree();

    @AfterEach
    void end() {
        tree.close();
    }

    @Test
    void aMergeTakesChildrenAndOpenMattersAlong() {
        tree.jdbc.sql("insert into duty (unit) values (4)").update();
        var merge = new TreeChange.Merge(tree.id("t1"), 1, tree.id("t2"));

        assertThat(tree.preview(merge)).isEqualTo(new TreeChange.Impact(3, 0, 1, 1, 2));
        assertThat(tree.unit("t1").isClosed()).isFalse();
        tree.make(merge);

        assertThat(tree.unit("t1").isClosed()).isTrue();
        assertThat(tree.unit("v1").superior()).isEqualTo(tree.id("t2"));
        assertThat(tree.jdbc.sql("select unit from duty").query(Integer.class).single())
                .isEqualTo(7);
        assertThat(tree.jdbc
                        .sql("select verb || ' ' || (body -> 'superiors' ->> 'territorial') from platform.entry"
                                + " where kind = 'unit' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("moved 7", "moved 7", "merged 3");
    }

    @Test
    void aSplitGivesChosenChildrenToTheNewUnits() {
        tree.make(new TreeChange.Split(
                tree.id("t1"), 1, List.of(new TreeChange.Part("t9", "新镇", List.of(tree.id("v2"))))));

        assertThat(tree.unit("t9").superior()).isEqualTo(tree.id("c1"));
        assertThat(tree.unit("t9").level()).isEqualTo("town");
        assertThat(tree.unit("v2").superior()).isEqualTo(tree.id("t9"));
        assertThat(tree.unit("v1").superior()).isEqualTo(tree.id("t1"));
        Nesting.assertExact(tree);
    }

    @Test
    void theLedgerTellsTheHeadOfALineFromAUnitOffTheLine() {
        UnitId head = add("e0", null, true);
        UnitId member = add("s1", head, false);
        add("s2", null, false);
        tree.make(new TreeChange.Move(member, tree.unit("s1").version(), Line.INDUSTRY, null));

        assertThat(tree.jdbc
                        .sql(
                                "select subject || ' ' || verb || ' ' || coalesce(body -> 'superiors' ->> 'industry', 'off')"
                                        + " from platform.entry where kind = 'unit' order by id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        head.value() + " added 0",
                        member.value() + " added " + head.value(),
                        tree.id("s2").value() + " added off",
                        member.value() + " moved off");
    }

    @Test
    void aUnitDoesNotHeadALineAndStandBelowItsHead() {
        UnitId head = add("e0", null, true);

        assertThatThrownBy(() -> add("e1", head, true)).hasMessage("changes.refused.head");
    }

    @Test
    void partsOfTheHeadOfALineStandBelowItOnThatLine() {
        UnitId head = add("e0", null, true);
        UnitId member = add("s1", head, false);
        tree.make(new TreeChange.Split(head, 1, List.of(new TreeChange.Part("e1", "新局", List.of()))));

        assertThat(tree.unit("e1").superior()).isEqualTo(tree.id("0"));
        assertThat(tree.unit("e1").industrySuperior()).isEqualTo(head);
        assertThat(tree.unit("e0").industry().holds(tree.unit("e1").at().industry()))
                .isTrue();
        assertThat(tree.unit("e0").headsLine()).isTrue();
        assertThat(tree.unit("s1").industrySuperior()).isEqualTo(head);
        tree.make(new TreeChange.Split(member, 1, List.of(new TreeChange.Part("s2", "新校", List.of()))));
        assertThat(tree.unit("s2").industrySuperior()).isEqualTo(head);
        Nesting.assertExact(tree);
    }

    private UnitId add(String code, UnitId industry, boolean heads) {
        return tree.make(new TreeChange.Add(
                new TreeChange.NewUnit(code, "单位" + code, "organ", "other", tree.id("0"), industry, heads)));
    }

    @Test
    void aUnitJoinsAnIndustryLineAndLeavesIt() {
        var school = new TreeChange.NewUnit("s1", "小学", "school", "other", tree.id("t1"), null, false);
        tree.make(new TreeChange.Add(new TreeChange.NewUnit("e0", "教育系统", "organ", "other", tree.id("0"), null, true)));
        tree.make(new TreeChange.Add(school));
        assertThat(tree.unit("s1").gaps()).isEqualTo(Gaps.NO_INDUSTRY_SUPERIOR | Gaps.NO_POST);

        tree.make(new TreeChange.Move(tree.id("s1"), 1, Line.INDUSTRY, tree.id("e0")));
        assertThat(tree.unit("s1").gaps()).isEqualTo(Gaps.NO_POST);
        assertThat(tree.unit("e0").industry().holds(tree.unit("s1").at().industry()))
                .isTrue();

        tree.make(new TreeChange.Move(tree.id("s1"), 2, Line.INDUSTRY, null));
        assertThat(tree.unit("s1").industry()).isNull();
    }

    @Test
    void aUnitClosesOnlyWhenNothingIsLeftWithIt() {
        tree.jdbc.sql("insert into duty (unit) values (5)").update();
        refused(new TreeChange.Close(tree.id("v1"), 1, null), "changes.refused.matters");

        tree.make(new TreeChange.Close(tree.id("v1"), 1, tree.id("v2")));

        assertThat(tree.unit("v1").isClosed()).isTrue();
        assertThatThrownBy(() -> tree.add("v8", "v1")).hasMessage("changes.refused.closed");
    }

    @Test
    void aStaleVersionIsAConflict() {
        tree.make(new TreeChange.Rename(tree.id("v1"), 1, "大村"));

        assertThatThrownBy(() -> tree.make(new TreeChange.Rename(tree.id("v1"), 1, "小村")))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.isConflict()).isTrue());
    }

    @Test
    void whatLiesOutsideTheScopeDoesNotExist() {
        tree.jdbc.sql("delete from organisation.grant_").update();
        tree.grant("c1");

        for (TreeChange change : List.<TreeChange>of(
                new TreeChange.Rename(tree.id("v3"), 1, "村"),
                new TreeChange.Move(tree.id("v1"), 1, Line.TERRITORIAL, tree.id("t3")),
                new TreeChange.Merge(tree.id("t1"), 1, tree.id("t3")))) {
            assertThatThrownBy(() -> tree.make(change)).isInstanceOf(NotFound.class);
        }
    }

    static Stream<TreeChange> badInput() {
        UnitId one = new UnitId(4);
        UnitId village = new UnitId(5);
        return Stream.of(
                new TreeChange.Move(one, 1, Line.TERRITORIAL, village),
                new TreeChange.Move(one, 1, Line.TERRITORIAL, one),
                new TreeChange.Move(one, 1, Line.TERRITORIAL, new UnitId(3)),
                new TreeChange.Move(one, 1, Line.INDUSTRY, new UnitId(3)),
                new TreeChange.Move(one, 1, Line.INDUSTRY, null),
                new TreeChange.Merge(one, 1, one),
                new TreeChange.Merge(one, 1, village),
                new TreeChange.Close(one, 1, null),
                new TreeChange.Rename(one, 1, " "),
                new TreeChange.Rename(one, 1, "a\nb"),
                new TreeChange.Split(one, 1, List.of()),
                new TreeChange.Split(one, 1, List.of(new TreeChange.Part("t2", "镇", List.of()))),
                new TreeChange.Split(one, 1, List.of(new TreeChange.Part("t9", "镇", List.of(new UnitId(10))))),
                new TreeChange.Add(new TreeChange.NewUnit("v1", "村", "", "village", one, null, false)),
                new TreeChange.Add(new TreeChange.NewUnit("=1", "村", "", "village", one, null, false)),
                new TreeChange.Add(new TreeChange.NewUnit("v9", "村", "", "hamlet", one, null, false)),
                new TreeChange.Add(new TreeChange.NewUnit("v9", "村", "castle", "village", one, null, false)),
                new TreeChange.Add(new TreeChange.NewUnit("v9", "村", "", "village", null, null, false)));
    }

    @ParameterizedTest
    @MethodSource
    void badInput(TreeChange change) {
        refused(change, "changes.refused.");
        assertThat(tree.jdbc
                        .sql("select count(*) from organisation.change")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void refused(TreeChange change, String key) {
        assertThatThrownBy(() -> tree.preview(change))
                .isInstanceOf(Refusal.class)
                .message()
                .startsWith(key);
        assertThatThrownBy(() -> tree.make(change)).isInstanceOf(Refusal.class);
    }
}
