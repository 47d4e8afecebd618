package org.luodi.days;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.matters.Command;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.Task;
import org.luodi.matters.Verb;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.luodi.platform.Slice;
import org.luodi.world.Emptied;
import org.luodi.world.OnTheTree;
import org.luodi.world.Place;
import org.luodi.world.Today;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each unit is told of what concerns it, once; nobody else is. */
@OnTheTree
class NoticesTest {

    @Autowired
    Notices notices;

    @Autowired
    Noticing noticing;

    @Autowired
    Sweeping sweeping;

    @Autowired
    NoticeStore store;

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
    private Scope secretary;

    @BeforeEach
    void beginWithAnEmptyDesk() {
        desk = new Desk(matters, place);
        secretary = as(Role.SECRETARY, place.village);
        awaitLedger();
        jdbc.sql("truncate days.notice cascade").update();
        Emptied.matters(jdbc);
    }

    @Test
    void theUnitIsToldOfWhatIsPlacedWithItAndAskedWhetherItIsGone() {
        MatterId id = desk.settled(place.village, today.plusDays(20));
        assertThat(words(secretary)).containsExactly("settled", "placed");
        assertThat(list(secretary).get(0).about().href()).isEqualTo("/matters/" + id.value());
        assertThat(list(secretary).get(1).due()).isEqualTo(today.plusDays(20));
    }

    @Test
    void onlyWhoeverWorksAtExactlyThatUnitIsTold() {
        desk.returned(place.village, today.plusDays(20));
        assertThat(words(secretary)).containsExactly("returned", "settled", "placed");
        assertThat(words(as(Role.CLERK, place.county))).isEmpty();
        assertThat(words(as(Role.READER, place.village))).isEmpty();
        assertThat(words(as(Role.SYSTEM_ADMIN, place.village))).isEmpty();
        assertThat(words(as(Role.SECRETARY, place.neighbour))).isEmpty();
    }

    @Test
    void aHelperIsToldOfItsTask() {
        MatterId id = desk.placed(place.village, today.plusDays(20));
        Scope clerk = desk.clerk();
        int version = matters.visible(id, clerk).matter().version();
        matters.addTask(id, version, Task.of("派一台挖机", null, null).by(place.town.id()), clerk);
        Notice told = list(as(Role.SECRETARY, place.town)).get(0);
        assertThat(told.word()).isEqualTo("task-added");
        assertThat(told.about().href()).isEqualTo("/matters/" + id.value());
        assertThat(words(secretary)).containsExactly("placed");
    }

    @Test
    void nobodyIsToldOfWhatHeDidHimself() {
        MatterId id = desk.placed(place.village, today.plusDays(20));
        desk.move(id, desk.of(id, Verb.ACT).measures("修").due(today.plusDays(20)), secretary);
        desk.move(id, desk.of(id, Verb.SETTLE).solution("修好了", "每年检查"), secretary);
        assertThat(words(secretary)).containsExactly("placed");
        assertThat(words(as(Role.LEADER, place.village))).containsExactly("settled", "placed");
    }

    @Test
    void whatHasLeftOnesScopeIsNoLongerNamed() {
        MatterId id = desk.placed(place.village, today.plusDays(20));
        Command away = desk.of(id, Verb.HAND_OVER).unit(place.county.id());
        desk.move(id, away, desk.clerk());
        Notice old = list(secretary).get(0);
        assertThat(old.word()).isEqualTo("placed");
        assertThat(old.about()).isNull();
        assertThat(words(as(Role.LEADER, place.county))).containsExactly("handed-over");
    }

    @Test
    void readIsReadForOneAccountOnly() {
        desk.settled(place.village, today.plusDays(20));
        Scope other = as(Role.LEADER, place.village);
        assertThat(list(secretary)).hasSize(2);
        assertThat(notices.fresh(secretary)).isEqualTo(2);
        notices.read(list(secretary).get(1).id(), secretary);
        assertThat(list(secretary)).extracting(Notice::read).containsExactly(false, true);
        notices.readUpTo(list(secretary).get(0).id(), secretary);
        assertThat(notices.fresh(secretary)).isZero();
        assertThat(list(secretary)).allMatch(Notice::read);
        assertThat(notices.fresh(other)).isEqualTo(2);
    }

    @Test
    void aNoticeOfAnotherUnitCannotBeMarked() {
        desk.placed(place.village, today.plusDays(20));
        long notice = list(secretary).get(0).id();
        Scope stranger = as(Role.CLERK, place.neighbour);
        assertThatThrownBy(() -> notices.read(notice, stranger)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> notices.list(stranger, "garbage", 5)).isInstanceOf(Refusal.class);
    }

    @Test
    void pagesGoOnByKeyOverSeveralUnits() {
        var account = place.account(Role.SECRETARY, place.village);
        grants.grantBySystem(new Grants.NewGrant(
                account.id(), Role.CLERK, place.town.id(), org.luodi.organisation.Line.TERRITORIAL));
        Scope both = place.scope(account);
        for (int i = 0; i < 3; i++) {
            desk.placed(place.village, today.plusDays(20));
            desk.placed(place.town, today.plusDays(20));
        }
        awaitLedger();
        List<Long> seen = new ArrayList<>();
        String cursor = null;
        do {
            Slice<Notice> slice = notices.list(both, cursor, 4);
            slice.rows().forEach(n -> seen.add(n.id()));
            cursor = slice.next();
        } while (cursor != null);
        assertThat(seen).hasSize(6).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void theDayThatDrawsNearIsToldOnce() {
        desk.placed(place.village, today.plusDays(7));
        desk.placed(place.village, today.minusDays(1));
        desk.placed(place.village, today.plusDays(8));
        desk.settled(place.village, today.minusDays(1));
        awaitLedger();
        jdbc.sql("truncate days.notice cascade").update();
        for (int i = 0; i < 2; i++) {
            jdbc.sql("update days.progress set swept = null").update();
            sweeping.sweep(() -> false);
        }
        assertThat(words(secretary)).containsExactlyInAnyOrder("due", "overdue");
        assertThat(store.swept()).contains(today);
    }

    @Test
    void daysOnWhichTheServerStoodStillAreMadeUpFor() {
        desk.placed(place.village, today.plusDays(5));
        awaitLedger();
        jdbc.sql("truncate days.notice cascade").update();
        jdbc.sql("update days.progress set swept = :day")
                .param("day", today.minusDays(3))
                .update();
        sweeping.sweep(() -> false);
        assertThat(words(secretary)).containsExactly("due");
    }

    @Test
    void whatIsHalfAYearOldIsForgotten() {
        insert(Instant.now().minus(Duration.ofDays(181)), 3);
        insert(Instant.now(), 1);
        jdbc.sql("update days.progress set swept = null").update();
        sweeping.sweep(() -> false);
        assertThat(list(secretary)).hasSize(1);
    }

    @Test
    void aFloodIsSaidInOneNotice() {
        List<NoticeStore.Row> many = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            many.add(row(Instant.now(), i));
        }
        assertThat(Noticing.gathered(many)).singleElement().satisfies(n -> {
            assertThat(n.more()).isEqualTo(299);
            assertThat(n.about()).isZero();
        });
        assertThat(Noticing.gathered(many.subList(0, 20))).hasSize(20);
    }

    @Test
    void whatWasReadOfTheLedgerIsNotReadAgain() {
        desk.placed(place.village, today.plusDays(20));
        assertThat(list(secretary)).hasSize(1);
        noticing.step();
        assertThat(list(secretary)).hasSize(1);
    }

    private void insert(Instant at, int count) {
        for (int i = 0; i < count; i++) {
            store.insert(List.of(row(at, i)));
        }
    }

    private NoticeStore.Row row(Instant at, long about) {
        return new NoticeStore.Row(0, place.village.id(), "matter", about, "placed", null, 0, 0, at, false);
    }

    private Scope as(Role role, Unit unit) {
        return place.scope(place.account(role, unit));
    }

    private List<String> words(Scope scope) {
        return list(scope).stream().map(Notice::word).toList();
    }

    private List<Notice> list(Scope scope) {
        awaitLedger();
        return notices.list(scope, null, 50).rows();
    }

    /** The loop beside us reads too; whoever comes first, all is told in the end. */
    private void awaitLedger() {
        long last = jdbc.sql("select coalesce(max(id), 0) from platform.entry")
                .query(Long.class)
                .single();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.sql("select id from days.progress")
                                .query(Long.class)
                                .single()
                        >= last);
    }
}
