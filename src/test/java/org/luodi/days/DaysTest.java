package org.luodi.days;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.matters.DayRow;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.Task;
import org.luodi.matters.Verb;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.platform.NotFound;
import org.luodi.world.Emptied;
import org.luodi.world.OnTheTree;
import org.luodi.world.Place;
import org.luodi.world.Today;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What waits for whom, and for nobody else. */
@OnTheTree
class DaysTest {

    @Autowired
    Days days;

    @Autowired
    Matters matters;

    @Autowired
    Grants grants;

    @Autowired
    Place place;

    @Autowired
    JdbcClient jdbc;

    private final LocalDate today = Today.day();
    private Desk desk;

    @BeforeEach
    void beginWithAnEmptyDesk() {
        Emptied.matters(jdbc);
        desk = new Desk(matters, place);
    }

    @Test
    void theLongestOverdueComesFirstAndLeadsStraightToItsForm() {
        MatterId late = desk.placed(place.village, today.minusDays(3));
        MatterId later = desk.placed(place.village, today.minusDays(20));
        Days.Part part = part("overdue", as(Role.SECRETARY, place.village));
        assertThat(part.rows()).extracting(DayRow::href).containsExactly(href(later), href(late));
        assertThat(part.rows().get(0).ways().get(0).href()).isEqualTo(href(later) + "/actions");
        assertThat(names(as(Role.SECRETARY, place.village))).containsExactly("overdue");
    }

    @Test
    void whatIsDueTodayAndThisWeekStandsApart() {
        MatterId now = desk.placed(place.village, today);
        MatterId soon = desk.placed(place.village, today.plusDays(7));
        desk.placed(place.village, today.plusDays(8));
        Scope secretary = as(Role.SECRETARY, place.village);
        assertThat(names(secretary)).containsExactly("today", "week");
        assertThat(hrefs("today", secretary)).containsExactly(href(now));
        assertThat(hrefs("week", secretary)).containsExactly(href(soon));
    }

    @Test
    void whatCameBackMoreOftenComesFirst() {
        MatterId once = desk.returned(place.village, today.minusDays(30));
        MatterId twice = desk.returned(place.village, today.plusDays(30));
        Scope clerk = desk.clerk();
        LocalDate due = today.plusDays(30);
        desk.move(twice, desk.of(twice, Verb.ACT).measures("换").due(due), clerk);
        desk.move(twice, desk.of(twice, Verb.SETTLE).solution("换好了", "每月看"), clerk);
        desk.move(twice, desk.of(twice, Verb.RETURN), clerk);
        assertThat(hrefs("back", as(Role.SECRETARY, place.village))).containsExactly(href(once));
        assertThat(hrefs("back", as(Role.SECRETARY, place.town))).containsExactly(href(twice));
        assertThat(hrefs("below-back", clerk)).containsExactly(href(twice), href(once));
        assertThat(hrefs("seen-back", as(Role.READER, place.county))).containsExactly(href(twice), href(once));
    }

    @Test
    void theUnitItselfIsAskedWhetherItIsGone() {
        MatterId id = desk.settled(place.village, today.plusDays(3));
        Scope secretary = as(Role.SECRETARY, place.village);
        DayRow row = part("confirm", secretary).rows().get(0);
        assertThat(row.ways()).extracting(DayRow.Way::key).containsExactly("days.answer.gone", "days.answer.there");
        assertThat(names(desk.clerk())).doesNotContain("confirm");
        desk.move(id, desk.of(id, Verb.CONFIRM), secretary);
        assertThat(hrefs("close", desk.clerk())).containsExactly(href(id));
        assertThat(names(secretary)).isEmpty();
    }

    @Test
    void anOfficeReadsWhatAClosingStillLacksAndIsLedToItsOwnPart() {
        MatterId id = desk.settled(place.village, today.plusDays(3));
        desk.move(id, desk.of(id, Verb.CONFIRM), as(Role.SECRETARY, place.village));
        DayRow row = part("close", desk.clerk()).rows().get(0);
        assertThat(row.note().tone()).isEqualTo("warn");
        assertThat(row.note().key()).startsWith("matters.refused.need.");
        assertThat(row.ways()).extracting(DayRow.Way::href).containsExactly(href(id) + "/acceptances");
    }

    @Test
    void anOfficePlacesWhatWasRaisedBelowIt() {
        MatterId id = desk.raised(place.village, null);
        assertThat(part("place", desk.clerk()).rows().get(0).ways())
                .extracting(DayRow.Way::href)
                .containsExactly(href(id) + "/placements");
        assertThat(names(as(Role.SECRETARY, place.village))).isEmpty();
    }

    @Test
    void aUnitIsAskedAboutWhatWasMovedAwayFromItToo() {
        MatterId id = desk.settled(place.town, today.plusDays(3));
        jdbc.sql("update matters.matter set symptom = :village where id = :id")
                .param("village", place.village.id().value())
                .param("id", id.value())
                .update();
        assertThat(hrefs("confirm", as(Role.SECRETARY, place.village))).containsExactly(href(id));
        assertThat(part("confirm", as(Role.SECRETARY, place.town)).rows()).isEmpty();
        assertThat(part("confirm", as(Role.SECRETARY, place.neighbour)).rows()).isEmpty();
    }

    @Test
    void aHelperSeesItsTaskAndLeadsToItsForm() {
        MatterId id = desk.placed(place.village, today.plusDays(20));
        Scope clerk = desk.clerk();
        int version = matters.visible(id, clerk).matter().version();
        matters.addTask(id, version, Task.of("派一台挖机", null, today.plusDays(2)).by(place.town.id()), clerk);
        DayRow row = part("tasks", as(Role.SECRETARY, place.town)).rows().get(0);
        assertThat(row.title()).isEqualTo("派一台挖机");
        assertThat(row.due()).isEqualTo(today.plusDays(2));
        assertThat(row.ways().get(0).href()).startsWith(href(id) + "/completions?task=");
        assertThat(part("tasks", as(Role.SECRETARY, place.village)).rows()).isEmpty();
    }

    @Test
    void onlyTheLeaderIsAskedToSignAndOnlyOnce() {
        MatterId id = desk.settled(place.village, today.plusDays(3));
        Scope secretary = as(Role.SECRETARY, place.village);
        desk.move(id, desk.of(id, Verb.CONFIRM), secretary);
        assertThat(part("sign", as(Role.LEADER, place.village)).rows()).isEmpty();
        desk.move(id, desk.of(id, Verb.MARK), desk.clerk());
        Scope leader = as(Role.LEADER, place.village);
        assertThat(part("sign", leader).rows().get(0).ways().get(0).href()).isEqualTo(href(id) + "/signatures");
        assertThat(part("sign", secretary).rows()).isEmpty();
        desk.move(id, desk.of(id, Verb.SIGN), leader);
        assertThat(part("sign", leader).rows()).isEmpty();
    }

    @Test
    void whatIsToBeLookedAtAgainComesDueByItself() {
        MatterId late = desk.placed(place.village, today);
        MatterId later = desk.placed(place.village, today);
        MatterId notYet = desk.placed(place.village, today);
        close(late, today.minusDays(1));
        close(later, today.minusDays(9));
        close(notYet, today.plusDays(1));
        assertThat(hrefs("check", as(Role.SECRETARY, place.village))).containsExactly(href(later), href(late));
        DayRow row = part("check", desk.clerk()).rows().get(0);
        assertThat(row.due()).isEqualTo(today.minusDays(9));
        assertThat(row.ways())
                .extracting(DayRow.Way::href)
                .containsExactly(href(later) + "/checks", href(later) + "/relapses");
        assertThat(part("check", as(Role.CLERK, place.neighbour)).rows()).isEmpty();
    }

    private void close(MatterId id, LocalDate check) {
        jdbc.sql("update matters.matter set stage = 'closed', next_check = :day where id = :id")
                .param("day", check)
                .param("id", id.value())
                .update();
    }

    @Test
    void anotherCountySeesNothing() {
        desk.placed(place.village, today.minusDays(3));
        desk.returned(place.village, today.minusDays(3));
        desk.settled(place.village, today.minusDays(3));
        for (Role role : Role.values()) {
            assertThat(names(as(role, place.neighbour))).isEmpty();
        }
    }

    @Test
    void aReaderIsOfferedNothingToDoAndAnAdministratorNothingAtAll() {
        desk.placed(place.village, today.minusDays(3));
        Scope reader = as(Role.READER, place.county);
        assertThat(names(reader)).containsExactly("seen-overdue");
        assertThat(part("seen-overdue", reader).rows().get(0).ways()).isEmpty();
        assertThat(names(as(Role.SYSTEM_ADMIN, place.county))).isEmpty();
    }

    @Test
    void noPartShowsMoreThanWasAskedForAndSaysThatThereIsMore() {
        for (int i = 0; i < 4; i++) {
            desk.placed(place.village, today.minusDays(i + 1));
        }
        Days.Part part = days.parts(as(Role.LEADER, place.village), 3).get(0);
        assertThat(part.rows()).hasSize(3);
        assertThat(part.more()).isTrue();
        assertThat(part.all()).isEqualTo("/matters?unit=" + place.village.id().value() + "&open=true&due=overdue");
    }

    @Test
    void aPartThatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> part("ranking", desk.clerk())).isInstanceOf(NotFound.class);
    }

    @Test
    void twoRolesOnOnePlaceShowItOnce() {
        MatterId id = desk.placed(place.village, today.minusDays(3));
        var account = place.account(Role.CLERK, place.county);
        grants.grantBySystem(new Grants.NewGrant(
                account.id(), Role.LEADER, place.town.id(), org.luodi.organisation.Line.TERRITORIAL));
        grants.grantBySystem(new Grants.NewGrant(
                account.id(), Role.SECRETARY, place.village.id(), org.luodi.organisation.Line.TERRITORIAL));
        Scope scope = place.scope(account);
        assertThat(hrefs("overdue", scope)).containsExactly(href(id));
        assertThat(hrefs("below-overdue", scope)).containsExactly(href(id));
    }

    private Scope as(Role role, Unit unit) {
        return place.scope(place.account(role, unit));
    }

    private Days.Part part(String name, Scope scope) {
        return days.part(name, scope, 8);
    }

    private List<String> names(Scope scope) {
        return days.parts(scope, 8).stream().map(Days.Part::name).toList();
    }

    private List<String> hrefs(String name, Scope scope) {
        return part(name, scope).rows().stream().map(DayRow::href).toList();
    }

    private static String href(MatterId id) {
        return "/matters/" + id.value();
    }
}
