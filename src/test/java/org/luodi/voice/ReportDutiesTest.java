package org.luodi.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.matters.Command;
import org.luodi.matters.DayRow;
import org.luodi.matters.Detail;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.NewMatter;
import org.luodi.matters.Telling;
import org.luodi.organisation.Line;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.Units;
import org.luodi.platform.ledger.Entry;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Subject;
import org.luodi.world.OnTheTree;
import org.luodi.world.Place;
import org.luodi.world.Today;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** What reports put on a unit's desk, and that none is left where a unit ends. */
@OnTheTree
class ReportDutiesTest {

    @Autowired
    Voices voices;

    @Autowired
    Reports reports;

    @Autowired
    ReportObligations obligations;

    @Autowired
    ReportDay day;

    @Autowired
    ReportTelling telling;

    @Autowired
    Matters matters;

    @Autowired
    Units units;

    @Autowired
    Place place;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    Clock clock;

    private Scope village;
    private Scope county;

    @BeforeEach
    void goToACounty() {
        village = place.scope(place.account(Role.SECRETARY, place.village));
        county = place.scope(place.account(Role.CLERK, place.county));
    }

    @Test
    void aUnitThatEndsLeavesNothingBehind() {
        Receipt open = voices.receive(report().reachedAt("13812340000", true));
        Receipt taken = voices.receive(report());
        reports.answer(id(taken), take(), village);
        Receipt echo = voices.meToo(open.code(), NewReport.of(null, null));
        long standing = obligations.openAt(place.village.id());
        assertThat(standing).isPositive();
        assertThat(obligations.openIn(place.county.territorial(), Line.TERRITORIAL))
                .isGreaterThanOrEqualTo(standing);
        transaction.executeWithoutResult(
                status -> obligations.handOver(place.village.id(), place.town.id(), county, clock.instant()));
        assertThat(obligations.openAt(place.village.id())).isZero();
        for (Receipt receipt : List.of(open, taken, echo)) {
            Report now = voices.told(id(receipt)).report();
            assertThat(now.receiver()).isEqualTo(place.town.id());
            assertThat(now.asked()).isEqualTo(place.town.id());
            assertThat(now.place()).isEqualTo(place.village.id());
            assertThat(latest(receipt).verb()).isEqualTo("handed-over");
        }
        assertThat(telling.of(latest(open))).hasSize(1);
        assertThat(telling.of(latest(taken))).isEmpty();
    }

    @Test
    void positionsFollowTheTree() {
        ReportId report = id(voices.receive(report()));
        long was = place.village.at().territorial();
        int[] moved = {place.village.id().value()};
        obligations.reposition(Line.TERRITORIAL, moved, new Long[] {was + 1});
        assertThat(voices.told(report).report().askedAt().territorial()).isEqualTo(was + 1);
        assertThat(voices.told(report).report().receiverAt().territorial()).isEqualTo(was + 1);
        obligations.reposition(Line.TERRITORIAL, moved, new Long[] {was});
    }

    @Test
    void theDayShowsWhatWaitsForTheUnitItselfWithWhatCanBeDone() {
        ReportId report = id(voices.receive(report()));
        DayRow row = day.rows(village, Today.day(), 50).stream()
                .filter(r -> r.href().endsWith("/" + report.value()))
                .findFirst()
                .orElseThrow();
        assertThat(row.ways()).extracting(DayRow.Way::href).contains(row.href() + "/takings");
        assertThat(row.due()).isEqualTo(voices.told(report).report().due());
        assertThat(day.rows(county, Today.day(), 50)).noneMatch(r -> r.href().equals(row.href()));
        assertThat(day.rows(place.scope(place.account(Role.CALLER, place.village)), Today.day(), 50))
                .isEmpty();
    }

    @Test
    void theUnitAskedIsToldAndNobodyElse() {
        Receipt receipt = voices.receive(report());
        assertThat(telling.of(latest(receipt))).extracting(Telling.Tiding::unit).containsExactly(place.village.id());
        ReportAnswer back = ReportAnswer.notOurs(1, Ground.OTHER_PLACE, "按界线图", place.neighbour.id());
        reports.answer(id(receipt), back, village);
        assertThat(telling.of(latest(receipt)))
                .extracting(Telling.Tiding::unit, Telling.Tiding::word)
                .containsExactly(tuple(place.neighbour.id(), "passed-on"));
        long number = id(receipt).value();
        assertThat(telling.named(List.of(number), village).get(number).href()).isEqualTo("/voice/desk/" + number);
        assertThat(telling.named(List.of(number), place.scope(place.account(Role.CLERK, below()))))
                .isEmpty();
    }

    @Test
    void aReportGoesWithItsMatterAndWhatIsAddedReachesWhoAnswers() {
        Receipt receipt = voices.receive(report());
        Receipt metoo = voices.meToo(receipt.code(), NewReport.of(null, null));
        MatterId matter = reports.answer(id(receipt), take(), village).matter();
        Scope other = place.scope(place.account(Role.CLERK, below()));
        assertThat(reports.sees(id(receipt), other)).isFalse();
        matters.move(
                matter, Command.of(org.luodi.matters.Verb.HAND_OVER, 1, "按界线图").unit(below().id()), county);
        for (Receipt each : List.of(receipt, metoo)) {
            assertThat(reports.visible(id(each), other).report().receiver()).isEqualTo(below().id());
            assertThat(latest(each).verb()).isEqualTo("handed-over");
            assertThat(telling.of(latest(each))).isEmpty();
        }
        voices.add(id(receipt), "还是不亮");
        assertThat(telling.of(latest(receipt)))
                .extracting(Telling.Tiding::unit, Telling.Tiding::word)
                .containsExactly(tuple(below().id(), "added-to"));
        assertThat(telling.named(List.of(id(receipt).value()), other)).hasSize(1);
        assertThat(reports.list(new Reports.Filter(false, null, true), other, new Reports.Slot(null, 50))
                        .rows())
                .extracting(r -> r.report().id())
                .contains(id(receipt), id(metoo));
    }

    @Test
    void aReportGoesWithItsMatterIntoThatOfAnotherUnit() {
        Receipt receipt = voices.receive(report());
        MatterId matter = reports.answer(id(receipt), take(), village).matter();
        NewMatter same =
                new NewMatter(null, below().id(), 1, 3, 2, null, Today.day().plusDays(60), Detail.titled("路灯不亮"));
        MatterId into = matters.raise(same, county);
        matters.move(matter, Command.of(org.luodi.matters.Verb.MERGE, 1, "同一件事").other(into), county);
        assertThat(voices.told(id(receipt)).report().receiver()).isEqualTo(below().id());
        assertThat(reports.sees(id(receipt), place.scope(place.account(Role.CLERK, below()))))
                .isTrue();
    }

    @Test
    void whatIsAboutAUnitDoesNotGoThereWithItsMatter() {
        Receipt receipt = voices.receive(report().aboutHandler(true));
        Scope town = place.scope(place.account(Role.CLERK, place.town));
        MatterId matter = reports.answer(id(receipt), take(), town).matter();
        matters.move(
                matter, Command.of(org.luodi.matters.Verb.HAND_OVER, 1, "由村里整改").unit(place.village.id()), county);
        voices.add(id(receipt), "还是不开票");
        assertThat(voices.told(id(receipt)).report().receiver()).isEqualTo(place.town.id());
        assertThat(reports.sees(id(receipt), village)).isFalse();
    }

    private Unit below() {
        return units.below(place.town, null, 5).rows().get(1);
    }

    private NewReport report() {
        return NewReport.of(place.village.id(), "村口路灯三个月不亮");
    }

    private static ReportAnswer take() {
        return ReportAnswer.take(1, new ReportAnswer.Draft("路灯不亮", null, 1, null));
    }

    private ReportId id(Receipt receipt) {
        return voices.authenticated(receipt.code(), receipt.secret()).orElseThrow();
    }

    private Entry latest(Receipt receipt) {
        return ledger.about(new Subject("report", id(receipt).value()), null, 1)
                .rows()
                .get(0);
    }
}
