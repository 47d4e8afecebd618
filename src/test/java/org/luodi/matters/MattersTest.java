package org.luodi.matters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.luodi.organisation.Line;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.luodi.platform.ledger.Entry;
import org.luodi.world.Meanwhile;
import org.luodi.world.OnTheTree;
import org.luodi.world.Place;
import org.luodi.world.Today;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@OnTheTree
class MattersTest {

    @Autowired
    Matters matters;

    @Autowired
    Corrections corrections;

    @Autowired
    Place place;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private final LocalDate today = Today.day();

    @Test
    void aMatterGoesFromRaiseToCloseAndComesBack() {
        Scope clerk = place.as(Role.CLERK, place.county);
        Scope secretary = place.as(Role.SECRETARY, place.village);
        MatterId id = raise(place.village, secretary);
        matters.move(id, at(id, Verb.PLACE, clerk).due(today.plusDays(30)), clerk);
        matters.move(id, at(id, Verb.ACT, clerk).measures("修好"), secretary);
        matters.addTask(id, version(id, clerk), Task.of("买材料", "李四", null), clerk);
        assertThat(refusal(() -> matters.move(id, settle(id, clerk), clerk))).isEqualTo("matters.refused.tasks");
        long task = matters.tasks(id, clerk).get(0).id();
        matters.finishTask(id, version(id, clerk), Task.done(task, "发票", "已买"), clerk);
        matters.move(id, settle(id, clerk).evidence("验收照片"), clerk);
        assertThat(refusal(() -> matters.move(id, at(id, Verb.CONFIRM, clerk), clerk)))
                .isEqualTo("matters.refused.who.lowest");
        matters.move(id, at(id, Verb.CONFIRM, clerk), secretary);
        assertThat(refusal(() -> matters.move(id, at(id, Verb.CLOSE, clerk), clerk)))
                .isEqualTo("matters.refused.need.accepted.city");
        new Closing(matters, place).ready(id);
        matters.move(id, at(id, Verb.CLOSE, clerk), clerk);
        assertThat(matters.visible(id, clerk).detail().closedOn()).isEqualTo(today);
        assertThat(matters.visible(id, clerk).matter().nextCheck()).isEqualTo(today.plusDays(30));
        Matter back = matters.move(id, Command.of(Verb.RELAPSE, version(id, clerk), "又坏了"), secretary);
        assertThat(back.stage()).isEqualTo(Stage.RELAPSED);
        assertThat(back.reopened()).isEqualTo(1);
        assertThat(matters.history(id, clerk, null, 50).rows())
                .extracting(Entry::verb)
                .containsExactly(
                        "relapsed",
                        "closed",
                        "judged",
                        "accepted",
                        "accepted",
                        "confirmed",
                        "settled",
                        "task-finished",
                        "task-added",
                        "acted",
                        "placed",
                        "raised");
        assertThat(matters.notes(id, clerk)).containsValue("又坏了");
    }

    @Test
    void theDayOfTheCloseStaysWhateverIsDoneAfterwards() {
        Scope clerk = place.as(Role.CLERK, place.county);
        LocalDate closed = today.minusDays(40);
        MatterId id = closed(clerk, Instant.now().minus(40, ChronoUnit.DAYS));
        matters.move(id, at(id, Verb.CHECK, clerk), clerk);
        assertThat(matters.visible(id, clerk).detail().closedOn()).isEqualTo(closed);
        assertThat(matters.visible(id, clerk).matter().nextCheck()).isEqualTo(closed.plusDays(90));

        Matters.Told told = matters.visible(id, clerk);
        Amendment other =
                new Amendment(16, 1, told.matter().raisedOn(), told.matter().due(), told.detail());
        corrections.propose(id, Command.of(Verb.PROPOSE_CORRECTION, version(id, clerk), "记错了类别"), other, clerk);
        assertThat(matters.visible(id, clerk).detail().closedOn()).isEqualTo(closed);
        matters.move(id, Command.of(Verb.DROP_CORRECTION, version(id, clerk), "没有记错"), clerk);
        assertThat(matters.visible(id, clerk).detail().closedOn()).isEqualTo(closed);

        matters.move(id, at(id, Verb.CHECK, clerk), clerk, Instant.now().plus(60, ChronoUnit.DAYS));
        matters.move(id, at(id, Verb.CHECK, clerk), clerk, Instant.now().plus(150, ChronoUnit.DAYS));
        assertThat(matters.visible(id, clerk).matter().nextCheck())
                .as("looks come to an end")
                .isNull();
        matters.move(id, Command.of(Verb.RELAPSE, version(id, clerk), "又坏了"), clerk);
        assertThat(matters.visible(id, clerk).detail().closedOn()).isNull();
    }

    /** A matter of the village, closed at a moment. */
    private MatterId closed(Scope clerk, Instant at) {
        Scope secretary = place.as(Role.SECRETARY, place.village);
        NewMatter old =
                new NewMatter(null, place.village.id(), 12, 1, 2, today.minusDays(60), today, Detail.titled("村口桥面破损"));
        MatterId id = matters.raise(old, secretary);
        matters.move(id, at(id, Verb.PLACE, clerk).due(today), clerk);
        matters.move(id, at(id, Verb.ACT, clerk).measures("修好"), secretary);
        matters.move(id, settle(id, clerk).evidence("验收照片"), clerk);
        matters.move(id, at(id, Verb.CONFIRM, clerk), secretary);
        new Closing(matters, place).ready(id);
        matters.move(id, at(id, Verb.CLOSE, clerk), clerk, at);
        return id;
    }

    @Test
    void whatIsAcceptedAndJudgedIsNotClosedWithoutEvidence() {
        Scope clerk = place.as(Role.CLERK, place.county);
        Scope secretary = place.as(Role.SECRETARY, place.village);
        MatterId id = raise(place.village, secretary);
        matters.move(id, at(id, Verb.PLACE, clerk).due(today.plusDays(30)), clerk);
        matters.move(id, at(id, Verb.ACT, clerk).measures("修好"), secretary);
        matters.move(id, settle(id, clerk), clerk);
        matters.move(id, at(id, Verb.CONFIRM, clerk), secretary);
        new Closing(matters, place).ready(id);
        assertThat(refusal(() -> matters.move(id, at(id, Verb.CLOSE, clerk), clerk)))
                .isEqualTo("matters.refused.need.evidence");
        assertThat(matters.visible(id, clerk).matter().stage()).isEqualTo(Stage.CONFIRMED);
    }

    @Test
    void anEntrySaysWhatTheTalliesNeedAndNothingThatWasTyped() {
        Scope clerk = place.as(Role.CLERK, place.county);
        MatterId id = raise(place.village, clerk);
        matters.move(id, at(id, Verb.PLACE, clerk).due(today.plusDays(30)), clerk);
        Entry placed = matters.history(id, clerk, null, 1).rows().get(0);
        assertThat(placed.body().get("from").asString()).isEqualTo("raised");
        assertThat(placed.body().get("to").asString()).isEqualTo("placed");
        assertThat(placed.body().get("due").asString())
                .isEqualTo(today.plusDays(30).toString());
        assertThat(placed.body().get("was").toString()).isEqualTo("{\"due\":null}");
        assertThat(placed.body().toString()).doesNotContain("桥");
        assertThat(placed.reach().territorial())
                .hasSize(6)
                .endsWith(place.village.id().value());
    }

    @Test
    void whoeverIsSlowerIsToldWhoWasFasterAndWhen() {
        Scope clerk = place.as(Role.CLERK, place.county);
        Scope other = place.as(Role.LEADER, place.county);
        MatterId id = raise(place.village, clerk);
        Command stale = at(id, Verb.PLACE, clerk).due(today.plusDays(9));
        matters.move(id, stale, other);
        Matter moved = matters.visible(id, clerk).matter();
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> matters.move(id, stale, clerk));
        assertThat(refusal.isConflict()).isTrue();
        assertThat(refusal.args()).containsExactly(other.actor().name(), moved.changedAt());
    }

    @Test
    void anotherCountysMatterDoesNotExist() {
        Scope clerk = place.as(Role.CLERK, place.county);
        Scope stranger = place.as(Role.CLERK, place.neighbour);
        MatterId id = raise(place.village, clerk);
        assertThatThrownBy(() -> matters.visible(id, stranger)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> matters.move(id, Command.of(Verb.PLACE, 1, null), stranger))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> raise(place.village, stranger)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> matters.visible(new MatterId(999_999_999), clerk))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void nothingNewEntersABatchThatHasEndedButWhatIsInItGoesOn() {
        Scope clerk = place.as(Role.CLERK, place.county);
        assertThat(refusal(() -> matters.raise(draft(place.village, 1, null), clerk)))
                .isEqualTo("programme.refused.batch.closed");
        MatterId id = raise(place.village, clerk);
        jdbc.sql("update matters.matter set batch = 1 where id = :id")
                .param("id", id.value())
                .update();
        matters.move(id, at(id, Verb.PLACE, clerk).due(today.plusDays(9)), clerk);
        assertThat(matters.visible(id, clerk).matter().stage()).isEqualTo(Stage.PLACED);
    }

    @Test
    void aNumberStandsForOneMatter() {
        Scope clerk = place.as(Role.CLERK, place.county);
        matters.raise(draft(place.village, 2, "台账-1"), clerk);
        assertThat(refusal(() -> matters.raise(draft(place.village, 2, "台账-1"), clerk)))
                .isEqualTo("matters.refused.number");
        assertThat(refusal(() -> matters.raise(
                        List.of(draft(place.village, 2, "台账-2"), draft(place.village, 2, "台账-2")), clerk)))
                .isEqualTo("matters.refused.number");
    }

    @Test
    void aMatterHandedOverCountsAtItsNewUnit() {
        Scope clerk = place.as(Role.CLERK, place.county);
        MatterId id = raise(place.village, clerk);
        Command move = Command.of(Verb.HAND_OVER, 1, "归镇里管").unit(place.town.id());
        assertThat(matters.move(id, move, clerk).unit()).isEqualTo(place.town.id());
        Entry entry = matters.history(id, clerk, null, 1).rows().get(0);
        assertThat(entry.body().get("was").get("unit").asInt())
                .isEqualTo(place.village.id().value());
        assertThat(entry.reach().territorial()).endsWith(place.town.id().value());
        assertThatThrownBy(() ->
                        matters.move(id, Command.of(Verb.HAND_OVER, 2, "推给邻县").unit(place.neighbour.id()), clerk))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aListPagesThroughEveryMatterOnceMostUrgentFirst() {
        Unit unit = place.village;
        Scope clerk = place.as(Role.CLERK, place.county);
        for (int i = 0; i < 7; i++) {
            MatterId id = raise(unit, clerk);
            matters.move(id, at(id, Verb.PRIORITISE, clerk).number(9 - i), clerk);
            if (i % 2 == 0) {
                matters.move(id, at(id, Verb.PLACE, clerk).due(today.plusDays(40 - i)), clerk);
            }
            if (i == 6) {
                matters.move(
                        id,
                        Command.of(Verb.PROPOSE_EXCLUSION, version(id, clerk), "不归我们管")
                                .basis("条例"),
                        clerk);
                Scope second = place.as(Role.LEADER, place.county);
                matters.move(id, at(id, Verb.EXCLUDE, second), second);
            }
        }
        for (String sort : List.of("due", "newest", "importance")) {
            MatterFilter filter = MatterFilter.read(Map.of("sort", sort), unit.id());
            List<Long> whole = ids(filter, clerk, 1000);
            assertThat(whole).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(6);
            assertThat(ids(filter, clerk, 2)).isEqualTo(whole);
        }
        List<Matters.Told> urgent = matters.list(MatterFilter.of(unit.id(), Line.TERRITORIAL), clerk, null, 1000)
                .rows();
        assertThat(urgent.stream().map(t -> !t.matter().stage().isOpen())).isSorted();
    }

    @Test
    void aFilterShowsWhatItSays() {
        Scope clerk = place.as(Role.CLERK, place.county);
        MatterId late = raise(place.village, clerk);
        matters.move(late, at(late, Verb.PLACE, clerk).due(today), clerk);
        jdbc.sql("update matters.matter set raised_on = :then, due = :day where id = :id")
                .param("then", today.minusDays(100))
                .param("day", today.minusDays(1))
                .param("id", late.value())
                .update();
        assertThat(ids(filter("due", "overdue"), clerk, 1000)).contains(late.value());
        assertThat(ids(filter("age", "90-180"), clerk, 1000)).contains(late.value());
        assertThat(ids(filter("age", "0-30"), clerk, 1000)).doesNotContain(late.value());
        assertThat(ids(filter("due", "week"), clerk, 1000)).doesNotContain(late.value());
        assertThat(ids(filter("stage", "placed"), clerk, 1000)).contains(late.value());
        assertThat(ids(filter("q", "栏杆"), clerk, 1000)).contains(late.value());
        assertThat(ids(filter("q", "50%"), clerk, 1000)).isEmpty();
        assertThat(ids(filter("source", "7"), clerk, 1000)).isEmpty();
    }

    private MatterFilter filter(String name, String value) {
        return MatterFilter.read(Map.of(name, value), place.county.id());
    }

    private List<Long> ids(MatterFilter filter, Scope scope, int limit) {
        List<Long> ids = new java.util.ArrayList<>();
        String cursor = null;
        do {
            var slice = matters.list(filter, scope, cursor, limit);
            slice.rows().forEach(t -> ids.add(t.matter().id().value()));
            cursor = slice.next();
        } while (cursor != null);
        return ids;
    }

    private MatterId raise(Unit unit, Scope scope) {
        return matters.raise(draft(unit, 2, null), scope);
    }

    @Test
    void aNumberStaysWithItsMatterWhoeverWritesToTheTable() {
        Scope clerk = place.as(Role.CLERK, place.county);
        MatterId id = raise(place.village, clerk);
        String number = matters.visible(id, clerk).matter().number();
        assertThat(matters.byNumber(number, clerk))
                .hasValueSatisfying(told -> assertThat(told.matter().id()).isEqualTo(id));
        assertThatThrownBy(() -> jdbc.sql("update matters.matter set number = 'X-1' where id = :id")
                        .param("id", id.value())
                        .update())
                .hasMessageContaining("never changes");
        assertThatThrownBy(() -> jdbc.sql("insert into matters.number values (:number, 1)")
                        .param("number", number)
                        .update())
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void noDayThatIsToComeIsWrittenAsTheDayItWasFound() {
        Scope clerk = place.as(Role.CLERK, place.county);
        MatterId id = raise(place.village, clerk);
        Detail detail = matters.visible(id, clerk).detail();
        assertThat(refusal(() -> matters.amend(id, 1, new Amendment(12, 1, today.plusDays(1), null, detail), clerk)))
                .isEqualTo("matters.refused.raised.later");
        matters.amend(id, 1, new Amendment(12, 1, today, null, detail), clerk);
    }

    @Test
    void aNumberThatIsTakenIsNotGivenASecondTime() {
        Scope clerk = place.as(Role.CLERK, place.county);
        String prefix = "LD" + today.getYear() + "-";
        long next = raise(place.village, clerk).value() + 1;
        for (int i = 10; i < 13; i++) {
            matters.raise(draft(place.village, 2, prefix + (next + i)), clerk);
        }
        List<MatterId> many = matters.raise(Collections.nCopies(15, draft(place.village, 2, null)), clerk);
        for (MatterId id : many) {
            assertThat(matters.visible(id, clerk).matter().number()).isEqualTo(prefix + id.value());
        }
    }

    @Test
    void twoWhoGiveTheSameNumberAtOnce() throws Exception {
        Scope clerk = place.as(Role.CLERK, place.county);
        NewMatter draft =
                draft(place.village, 2, "同号-" + raise(place.village, clerk).value());
        String second = new Meanwhile(transaction, jdbc)
                .waits(
                        "matters.matter",
                        () -> matters.raise(draft, clerk),
                        () -> refusal(() -> matters.raise(draft, clerk)));
        assertThat(second).isEqualTo("matters.refused.number");
    }

    private static NewMatter draft(Unit unit, int batch, String number) {
        return new NewMatter(number, unit.id(), 12, 1, batch, null, null, Detail.titled("村口的桥栏杆坏了"));
    }

    private Command settle(MatterId id, Scope scope) {
        return at(id, Verb.SETTLE, scope).solution("已修好", "每月巡查");
    }

    private Command at(MatterId id, Verb verb, Scope scope) {
        return Command.of(verb, version(id, scope), null);
    }

    private int version(MatterId id, Scope scope) {
        return matters.visible(id, scope).matter().version();
    }

    private static String refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(Refusal.class, call).key();
    }
}
