package org.luodi.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.luodi.platform.ledger.Entry;
import org.luodi.platform.ledger.Place;
import org.luodi.platform.ledger.Reach;
import org.luodi.platform.ledger.Subject;
import tools.jackson.databind.json.JsonMapper;

class DeltasTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate DUE = LocalDate.of(2026, 3, 20);
    private static final Reach REACH = new Reach(List.of(1, 2, 9), List.of(5, 9));

    @Test
    void raisingAddsOneToTheUnitAndToEverySuperiorOnBothLines() {
        Deltas deltas =
                folded("{'unit':9,'to':'raised','category':3,'source':4,'raised':'2026-03-01','due':'2026-03-20'}");

        for (var cell : List.of(cell(2, 9), cell(0, 9), cell(0, 2), cell(0, 1), cell(1, 9), cell(1, 5))) {
            assertThat(deltas.tallies.get(cell)[Counts.column("raised")])
                    .as("%s", cell)
                    .isEqualTo(1);
        }
        assertThat(deltas.tallies).containsKey(new Deltas.Cell(0, 1, 1, 3)).containsKey(new Deltas.Cell(0, 1, 2, 4));
        assertThat(deltas.days.get(new Deltas.DayCell(0, 1, 1, 1, DUE))).containsExactly(1);
        assertThat(deltas.days.get(new Deltas.DayCell(0, 1, 1, 2, LocalDate.of(2026, 3, 1))))
                .containsExactly(1);
        assertThat(deltas.flows.get(new Deltas.FlowCell(0, 1, LocalDate.of(2026, 3, 2))))
                .containsExactly(1, 0, 0);
    }

    @Test
    void joiningADriveCountsThereAndLeavingTakesItAway() {
        String fact = "'category':3,'source':4,'raised':'2026-03-01','due':'2026-03-20'";
        Deltas joins = folded("{'unit':9,'from':'acting','to':'acting','drive':7,'was':{'drive':null}," + fact + "}");
        assertThat(joins.tallies.get(new Deltas.Cell(0, 1, 3, 7))[Counts.column("acting")])
                .isEqualTo(1);
        assertThat(joins.days.get(new Deltas.DayCell(0, 1, 1007, 1, DUE))).containsExactly(1);
        assertThat(joins.tallies).doesNotContainKey(cell(0, 1));

        Deltas leaves = folded("{'unit':9,'from':'acting','to':'acting','was':{'drive':7}," + fact + "}");
        assertThat(leaves.tallies.get(new Deltas.Cell(0, 1, 3, 7))[Counts.column("acting")])
                .isEqualTo(-1);
    }

    @Test
    void aMoveTakesFromOneStageAndGivesToTheOther() {
        Deltas deltas = folded(
                "{'unit':9,'from':'placed','to':'acting','category':3,'source':4,'raised':'2026-03-01','due':'2026-03-20'}");

        int[] sums = deltas.tallies.get(cell(0, 1));
        assertThat(sums[Counts.column("placed")]).isEqualTo(-1);
        assertThat(sums[Counts.column("acting")]).isEqualTo(1);
        assertThat(deltas.days).as("still open with the same days").isEmpty();
        assertThat(deltas.flows).isEmpty();
    }

    @Test
    void closingLeavesTheOpenDaysAndIsCountedOnTheDayItHappened() {
        Deltas deltas = folded(
                "{'unit':9,'from':'confirmed','to':'closed','category':3,'source':4,'raised':'2026-03-01','due':'2026-03-20'}");

        assertThat(deltas.days.get(new Deltas.DayCell(2, 9, 1, 1, DUE))).containsExactly(-1);
        assertThat(deltas.flows.get(new Deltas.FlowCell(1, 5, LocalDate.of(2026, 3, 2))))
                .containsExactly(0, 1, 0);
    }

    @Test
    void aRelapseLeavesClosedAtOnceAndCountsAsReopened() {
        Deltas deltas =
                folded("{'unit':9,'from':'closed','to':'relapsed','category':3,'source':4,'raised':'2026-03-01',"
                        + "'due':'2026-03-20','reopened':1,'was':{'reopened':0}}");

        int[] sums = deltas.tallies.get(cell(0, 1));
        assertThat(sums[Counts.column("closed")]).isEqualTo(-1);
        assertThat(sums[Counts.column("relapsed")]).isEqualTo(1);
        assertThat(sums[Counts.REOPENED]).isEqualTo(1);
        assertThat(deltas.flows.get(new Deltas.FlowCell(0, 2, LocalDate.of(2026, 3, 2))))
                .containsExactly(0, 0, 1);
    }

    @Test
    void aHandOverTakesFromTheOldUnitsSuperiorsAndGivesToTheNew() {
        Deltas deltas = new Deltas();
        deltas.add(step("{'unit':9,'from':'acting','to':'acting','category':3,'source':4,'raised':'2026-03-01',"
                + "'due':'2026-03-20','was':{'unit':8}}"));
        deltas.climb(Map.of(9, new Paths(List.of(9, 2, 1), List.of()), 8, new Paths(List.of(8, 3, 1), List.of())));

        int acting = Counts.column("acting");
        assertThat(deltas.tallies.get(cell(0, 3))[acting]).isEqualTo(-1);
        assertThat(deltas.tallies.get(cell(0, 2))[acting]).isEqualTo(1);
        assertThat(deltas.tallies).as("the common superior keeps its sum").doesNotContainKey(cell(0, 1));
    }

    @Test
    void aPostponementMovesTheDueDayAndNothingElse() {
        Deltas deltas = folded("{'unit':9,'from':'acting','to':'acting','category':3,'source':4,'raised':'2026-03-01',"
                + "'due':'2026-04-20','was':{'due':'2026-03-20'}}");

        assertThat(deltas.tallies).isEmpty();
        assertThat(deltas.days.get(new Deltas.DayCell(0, 1, 1, 1, DUE))).containsExactly(-1);
        assertThat(deltas.days.get(new Deltas.DayCell(0, 1, 1, 1, LocalDate.of(2026, 4, 20))))
                .containsExactly(1);
    }

    private static Deltas folded(String body) {
        Deltas deltas = new Deltas();
        deltas.add(step(body));
        deltas.climb(Map.of(9, new Paths(List.of(9, 2, 1), List.of(9, 5))));
        return deltas;
    }

    private static Step step(String body) {
        var json = JsonMapper.builder().build().readTree(body.replace('\'', '"'));
        Instant lateInTheEvening = Instant.parse("2026-03-01T16:30:00Z");
        return Step.of(
                new Entry(new Place(1, 1), lateInTheEvening, 7, 9, new Subject("matter", 1), "x", json, REACH), ZONE);
    }

    private static Deltas.Cell cell(int line, int unit) {
        return new Deltas.Cell(line, unit, 0, 0);
    }
}
