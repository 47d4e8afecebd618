package org.luodi.relays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.matters.Command;
import org.luodi.matters.Detail;
import org.luodi.matters.Matter;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.NewMatter;
import org.luodi.matters.Stage;
import org.luodi.matters.Verb;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.luodi.platform.Where;
import org.luodi.world.Meanwhile;
import org.luodi.world.OnTheTree;
import org.luodi.world.Place;
import org.luodi.world.Today;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Until an item is accepted, the giver answers; the end of a batch closes nothing (mechanisms 27, 28). */
@OnTheTree
class RelaysTest {

    @Autowired
    Relays relays;

    @Autowired
    BatchEnds ends;

    @Autowired
    StillRounds still;

    @Autowired
    RelayObligations obligations;

    @Autowired
    Clock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Matters matters;

    @Autowired
    Units units;

    @Autowired
    Place place;

    @Autowired
    JdbcClient jdbc;

    private Scope giving;
    private Scope receiving;
    private MatterId first;
    private MatterId second;

    @BeforeEach
    void twoMattersOfAVillage() {
        giving = place.scope(place.account(Role.CLERK, place.county));
        receiving = place.scope(place.account(Role.CLERK, place.neighbour));
        nothingIsOnItsWay();
        jdbc.sql("update matters.matter set stage = 'excluded' where unit = :unit and stage <> 'merged'")
                .param("unit", place.village.id().value())
                .update();
        first = raise("桥栏杆坏了");
        second = raise("水管漏水");
    }

    /** Other tests look at what waits for the same counties. */
    @AfterEach
    void nothingIsOnItsWay() {
        jdbc.sql("update relays.item set state = 'withdrawn', reason = 'x', by = 1, at = now() where state = 'offered'")
                .update();
        jdbc.sql("update relays.relay set ended_at = now() where ended_at is null")
                .update();
    }

    @Test
    void theGiverAnswersUntilAnItemIsAccepted() {
        long id = open(List.of());
        assertThat(unit(first)).isEqualTo(place.village.id());

        relays.accept(id, first, receiving);

        assertThat(unit(first)).isEqualTo(place.neighbour.id());
        assertThat(unit(second)).isEqualTo(place.village.id());
        relays.refuse(id, second, "不归我们管", receiving);
        assertThat(unit(second)).isEqualTo(place.village.id());
        Relay ended = relays.visible(id, giving);
        assertThat(ended.offered()).isZero();
        assertThat(ended.endedAt()).isNotNull();
        assertThat(relays.items(id, giving))
                .extracting(RelayItem::state)
                .containsExactlyInAnyOrder("accepted", "refused");
    }

    @Test
    void onlyTheReceiverDecidesAndOnlyOnce() {
        long id = open(List.of(first));
        assertThat(refusal(() -> relays.accept(id, first, giving)).key()).isEqualTo("relays.refused.receiver");
        relays.accept(id, first, receiving);
        Refusal late = refusal(() -> relays.refuse(id, first, "晚了", receiving));
        assertThat(late.isConflict()).isTrue();
        assertThat(late.args()[0]).isEqualTo(receiving.actor().name());
    }

    @Test
    void aMatterIsOnOneWayAtATime() {
        open(List.of(first));
        long other = open(List.of(first, second));
        assertThat(relays.items(other, giving))
                .extracting(i -> i.told().matter().id())
                .containsExactly(second);
        assertThat(refusal(() -> open(List.of(first, second))).key()).isEqualTo("relays.refused.nothing");
    }

    @Test
    void aMatterNamedTwiceGoesOnce() {
        assertThat(relays.items(open(List.of(first, first)), giving)).hasSize(1);
    }

    @Test
    void ofTwoWhoGiveTheSameMatterAtOnceOneIsTold() throws Exception {
        Refusal told = new Meanwhile(transaction, jdbc)
                .waits("relays.item", () -> open(List.of(first)), () -> refusal(() -> open(List.of(first))));
        assertThat(told.key()).isEqualTo("relays.refused.faster");
        assertThat(told.isConflict()).isTrue();
    }

    @Test
    void whatIsOnItsWayTakesNoPlaceInTheListOfWhatCouldGo() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            moreThanAPackageHolds();
            assertThat(relays.offerable(place.village)).hasSize(RelayRules.MOST).noneMatch(this::isFirst);
            open(List.of());
            assertThat(relays.offerable(place.village)).anyMatch(this::isFirst);
        });
    }

    @Test
    void aMatterMayBeNamedThoughManyAreMoreUrgent() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            moreThanAPackageHolds();
            assertThat(item(open(List.of(first)), first).isOffered()).isTrue();
        });
    }

    private boolean isFirst(Matters.Told told) {
        return told.matter().id().equals(first);
    }

    private void moreThanAPackageHolds() {
        jdbc.sql("""
                        insert into matters.matter (number, unit, position, stage, category, source, batch, raised_on, due, changed_by, changed_at)
                        select 'urgent' || n, :unit, :position, 'placed', 1, 1, 2, date '2020-01-01', date '2020-01-02', 1, now()
                        from generate_series(1, :most) n
                        """)
                .param("unit", place.village.id().value())
                .param("position", place.village.at().territorial())
                .param("most", RelayRules.MOST)
                .update();
    }

    @Test
    void badInputIsRefusedInPlainWords() {
        UnitId village = place.village.id();
        assertThat(refusal(() -> relays.open(draft(Relay.Kind.UNIT, village, village, List.of()), giving))
                        .key())
                .isEqualTo("relays.refused.same");
        MatterId foreign = matters.raise(draft(place.town, "别处的"), giving);
        assertThat(refusal(() -> open(List.of(foreign))).key()).isEqualTo("relays.refused.matters");
        Scope reader = place.scope(place.account(Role.READER, place.county));
        assertThat(refusal(() -> relays.open(draft(Relay.Kind.UNIT, village, place.neighbour.id(), List.of()), reader))
                        .key())
                .isEqualTo("relays.refused.giver");
        assertThatThrownBy(
                        () -> relays.open(draft(Relay.Kind.UNIT, village, place.neighbour.id(), List.of()), receiving))
                .isInstanceOf(NotFound.class);
        long id = open(List.of(first));
        assertThat(refusal(() -> relays.refuse(id, first, " ", receiving)).key())
                .isEqualTo("relays.refused.reason");
        Scope stranger = place.scope(place.account(Role.CLERK, place.neighbour));
        Unit elsewhere = units.children(
                        place.neighbour.id(), org.luodi.organisation.Line.TERRITORIAL, stranger, null, 1)
                .rows()
                .get(0);
        Scope outside = place.scope(place.account(Role.CLERK, elsewhere));
        assertThatThrownBy(() -> relays.visible(id, outside)).isInstanceOf(NotFound.class);
    }

    @Test
    void whatWasTakenBackStaysWithTheGiver() {
        long id = open(List.of(first));
        relays.withdraw(id, first, "搞错了", giving);
        assertThat(refusal(() -> relays.accept(id, first, receiving)).isConflict())
                .isTrue();
        assertThat(unit(first)).isEqualTo(place.village.id());
    }

    @Test
    void whatHasLeftTheGiverIsNotPulledAwayFromWhoeverAnswersNow() {
        long id = open(List.of(first, second));
        handOver(first, place.town);

        assertThat(relays.accept(id, first, receiving)).isFalse();

        assertThat(unit(first)).isEqualTo(place.town.id());
        RelayItem ended = item(id, first);
        assertThat(ended.state()).isEqualTo("withdrawn");
        assertThat(ended.isGone()).isTrue();
        assertThat(refusal(() -> relays.accept(id, first, receiving)).isConflict())
                .isTrue();
        assertThat(relays.accept(id, second, receiving)).isTrue();
        assertThat(relays.visible(id, giving).endedAt()).isNotNull();
    }

    @Test
    void oneMatterThatHasEndedDoesNotStopTheOthers() {
        long id = open(List.of(first, second));
        jdbc.sql("update matters.matter set stage = 'excluded' where id = :id")
                .param("id", first.value())
                .update();

        assertThat(relays.acceptAll(id, receiving)).isEqualTo(1);

        assertThat(unit(second)).isEqualTo(place.neighbour.id());
        assertThat(unit(first)).isEqualTo(place.village.id());
        assertThat(item(id, first).isGone()).isTrue();
        Relay ended = relays.visible(id, giving);
        assertThat(ended.gone()).isEqualTo(1);
        assertThat(ended.offered()).isZero();
        assertThat(ended.endedAt()).isNotNull();
    }

    @Test
    void aPackageOfWhoeverAnsweredBeforeDoesNotStandInTheWayOfTheNext() {
        long old = open(List.of(first));
        handOver(first, place.town);

        long next = relays.open(draft(Relay.Kind.UNIT, place.town.id(), place.neighbour.id(), List.of(first)), giving);

        assertThat(item(old, first).isGone()).isTrue();
        assertThat(relays.visible(old, giving).endedAt()).isNotNull();
        relays.accept(next, first, receiving);
        assertThat(unit(first)).isEqualTo(place.neighbour.id());
    }

    @Test
    void aPackageDoesNotWaitForAUnitThatEnds() {
        long given = open(List.of(first));
        assertThat(obligations.openAt(place.neighbour.id())).isEqualTo(1);

        handOver(place.neighbour, place.county);
        assertThat(relays.visible(given, giving).receiver().unit()).isEqualTo(place.county.id());
        assertThat(obligations.openAt(place.neighbour.id())).isZero();
        assertThatThrownBy(() -> relays.accept(given, first, receiving)).isInstanceOf(NotFound.class);

        handOver(place.village, place.town);
        Relay inherited = relays.visible(given, giving);
        assertThat(inherited.giver().unit()).isEqualTo(place.town.id());
        handOver(first, place.town);
        assertThat(relays.accept(given, first, giving)).isTrue();
        assertThat(unit(first)).isEqualTo(place.county.id());
    }

    @Test
    void aPackageWhoseEndsBecomeOneUnitIsOver() {
        long id = open(List.of(first, second));

        handOver(place.neighbour, place.village);

        Relay over = relays.visible(id, giving);
        assertThat(over.endedAt()).isNotNull();
        assertThat(over.gone()).isEqualTo(2);
        assertThat(unit(first)).isEqualTo(place.village.id());
    }

    @Test
    void theEndOfABatchClosesNothingAndOpensPackagesOnce() {
        jdbc.sql("delete from relays.batch_end").update();
        putIntoTheFirstBatch(first);
        ends.open(Today.day());
        ends.open(Today.day());

        assertThat(matters.visible(first, giving).matter().stage()).isEqualTo(Stage.RAISED);
        List<Relay> opened = ofTheBatch();
        assertThat(opened).hasSize(1);
        Scope secretary = place.scope(place.account(Role.SECRETARY, place.village));
        relays.acceptAll(opened.get(0).id(), secretary);
        Matter now = matters.visible(first, giving).matter();
        assertThat(now.batch()).isEqualTo(2);
        assertThat(now.stage()).isEqualTo(Stage.RAISED);
    }

    @Test
    void whatIsAcceptedAfterItsBatchEndedGoesIntoTheOneThatRuns() {
        long id = open(List.of(first));
        putIntoTheFirstBatch(first);

        relays.accept(id, first, receiving);

        assertThat(matters.visible(first, receiving).matter().batch()).isEqualTo(2);
    }

    @Test
    void whatComesBackAfterItsBatchEndedIsOfferedIntoTheOneThatRunsOnce() {
        long id = open(List.of(first, second));
        putIntoTheFirstBatch(first);
        putIntoTheFirstBatch(second);

        relays.refuse(id, first, "不归我们管", receiving);
        relays.withdraw(id, second, "搞错了", giving);

        assertThat(ofTheBatch()).hasSize(2).extracting(Relay::batch).containsOnly(2);
        Relay offered = ofTheBatch().get(0);
        MatterId stays =
                relays.items(offered.id(), giving).get(0).told().matter().id();
        relays.refuse(offered.id(), stays, "不转", giving);
        assertThat(ofTheBatch()).hasSize(1);
    }

    @Test
    void whatWasHandedOverWhileItsBatchEndedIsOfferedToWhoeverAnswersNow() {
        long id = open(List.of(first));
        handOver(first, place.town);
        putIntoTheFirstBatch(first);

        relays.accept(id, first, receiving);

        assertThat(relays.about(first, giving, 5))
                .filteredOn(r -> r.kind() == Relay.Kind.BATCH && r.offered() == 1)
                .extracting(r -> r.giver().unit())
                .containsExactly(place.town.id());
    }

    private List<Relay> ofTheBatch() {
        return relays.list(true, giving, null, 50).rows().stream()
                .filter(r -> r.kind() == Relay.Kind.BATCH && r.giver().unit().equals(place.village.id()))
                .toList();
    }

    private void putIntoTheFirstBatch(MatterId matter) {
        jdbc.sql("update matters.matter set batch = 1 where id = :id")
                .param("id", matter.value())
                .update();
    }

    @Test
    void whatLiesStillAfterItsBatchIsShownAboveUntilSomebodyMovesIt() {
        liesStill(first, 1);
        liesStill(second, 2);
        still.round();
        assertThat(quiet(giving)).contains(first).doesNotContain(second);
        assertThat(quiet(receiving)).doesNotContain(first);

        long id = open(List.of(first));
        relays.accept(id, first, receiving);

        assertThat(quiet(receiving)).doesNotContain(first);
        assertThat(marked(first)).isFalse();
    }

    @Test
    void theListOfWhatLiesStillReadsItsOwnIndexAndMovesOfOthersDoNotWriteIt() {
        liesStill(first, 1);
        still.round();
        still.round();
        assertThat(marked(first)).isTrue();
        assertThat(marked(second)).isFalse();
        assertThat(plan(giving)).contains("matter_still").doesNotContain("matter_newest");
    }

    /** What the database does for the list where thousands of others are alive. */
    private String plan(Scope scope) {
        Where where = scope.condition("position", "industry_position");
        return transaction.execute(status -> {
            status.setRollbackOnly();
            jdbc.sql("""
                            insert into matters.matter (number, unit, position, stage, category, source, batch, raised_on, changed_by, changed_at)
                            select 'alive' || n, :unit, :position, 'raised', 1, 1, 1, current_date - n % 300, 1, now()
                            from generate_series(1, 5000) n
                            """)
                    .param("unit", place.village.id().value())
                    .param("position", place.village.at().territorial())
                    .update();
            jdbc.sql("analyze matters.matter").update();
            return String.join(
                    "\n",
                    jdbc.sql("explain select id from matters.matter where still and open and batch = any('{1}') and "
                                    + where.sql() + " order by raised_on, position, id limit 20")
                            .params(where.params())
                            .query(String.class)
                            .list());
        });
    }

    private void liesStill(MatterId matter, int batch) {
        jdbc.sql("update matters.matter set batch = :batch, changed_at = now() - interval '40 days' where id = :id")
                .param("batch", batch)
                .param("id", matter.value())
                .update();
    }

    private List<MatterId> quiet(Scope scope) {
        return relays.quiet(scope, 20).stream().map(t -> t.matter().id()).toList();
    }

    private boolean marked(MatterId matter) {
        return jdbc.sql("select still from matters.matter where id = :id")
                .param("id", matter.value())
                .query(Boolean.class)
                .single();
    }

    /** What organisation asks of the module when a unit ends. */
    private void handOver(Unit from, Unit to) {
        transaction.executeWithoutResult(status -> obligations.handOver(from.id(), to.id(), giving, clock.instant()));
    }

    private void handOver(MatterId matter, Unit to) {
        int version = matters.visible(matter, giving).matter().version();
        matters.move(matter, Command.of(Verb.HAND_OVER, version, "归镇里管").unit(to.id()), giving);
    }

    private RelayItem item(long relay, MatterId matter) {
        return relays.items(relay, giving).stream()
                .filter(i -> i.told().matter().id().equals(matter))
                .findFirst()
                .orElseThrow();
    }

    private long open(List<MatterId> chosen) {
        return relays.open(draft(Relay.Kind.UNIT, place.village.id(), place.neighbour.id(), chosen), giving);
    }

    private static RelayDraft draft(Relay.Kind kind, UnitId giver, UnitId receiver, List<MatterId> chosen) {
        return new RelayDraft(kind, giver, receiver, chosen, "答应十月修好", "张三");
    }

    private UnitId unit(MatterId id) {
        return new UnitId(jdbc.sql("select unit from matters.matter where id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single());
    }

    private MatterId raise(String title) {
        return matters.raise(draft(place.village, title), giving);
    }

    private static NewMatter draft(Unit unit, String title) {
        return new NewMatter(null, unit.id(), 12, 1, 2, null, null, Detail.titled(title));
    }

    private static Refusal refusal(ThrowingCallable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        assertThat(refusal).isNotNull();
        return refusal;
    }
}
