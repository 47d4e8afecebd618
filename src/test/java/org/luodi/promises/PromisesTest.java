package org.luodi.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luodi.matters.Command;
import org.luodi.matters.Detail;
import org.luodi.matters.Kind;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.NewMatter;
import org.luodi.matters.Verb;
import org.luodi.organisation.Line;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.Units;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.luodi.platform.Slice;
import org.luodi.world.Meanwhile;
import org.luodi.world.OnTheTree;
import org.luodi.world.Place;
import org.luodi.world.Today;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishing takes two people, a recall works at once, and what is shown follows the matter (mechanisms 48, 51, 52). */
@OnTheTree
class PromisesTest {

    @Autowired
    Promises promises;

    @Autowired
    OpenDoors doors;

    @Autowired
    Matters matters;

    @Autowired
    Units units;

    @Autowired
    Place place;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Scope first;
    private Scope second;

    @BeforeEach
    void twoPeopleOfACounty() {
        first = place.scope(place.account(Role.CLERK, place.county));
        second = place.scope(place.account(Role.LEADER, place.county));
    }

    @AfterEach
    void nothingIsPublished() {
        jdbc.sql("update promises.promise set state = 'recalled', recalled_by = 1, recalled_at = now(), reason = 'x'"
                        + " where state in ('proposed', 'published')")
                .update();
    }

    @Test
    void nothingIsPublicBeforeASecondPersonHasReleasedIt() {
        long id = proposed(raised(place.village, Kind.PROBLEM), "修桥");
        assertThatThrownBy(() -> doors.shown(id)).isInstanceOf(NotFound.class);

        assertThat(refusal(() -> promises.move(id, "publications", null, first)).key())
                .isEqualTo("promises.refused.second");
        promises.move(id, "publications", null, second);

        Shown shown = doors.shown(id);
        assertThat(shown.state()).isEqualTo(PublicState.UNDER_WAY);
        assertThat(shown.promise().publishedOn()).isEqualTo(Today.day());
        assertThat(titles(place.village)).containsExactly("修桥");
    }

    @Test
    void theDatabaseTooWantsTwoPeople() {
        long id = proposed(raised(place.village, Kind.PROBLEM), "修路");
        assertThatThrownBy(() ->
                        jdbc.sql("""
                                update promises.promise set state = 'published', decided_by = proposed_by, decided_at = now(),
                                    published_on = :day where id = :id
                                """).param("day", Today.day()).param("id", id).update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void aRecallTakesItFromThePublicAtOnceAndKeepsTheRecord() {
        long id = published(raised(place.village, Kind.PROBLEM), "修渠");
        assertThat(refusal(() -> promises.move(id, "recalls", " ", first)).key())
                .isEqualTo("promises.refused.reason");
        promises.move(id, "recalls", "写了不该写的", first);

        assertThatThrownBy(() -> doors.shown(id)).isInstanceOf(NotFound.class);
        assertThat(titles(place.village)).isEmpty();
        Promise kept = promises.visible(id, first);
        assertThat(kept.reason()).isEqualTo("写了不该写的");
        assertThat(kept.publishedOn()).isEqualTo(Today.day());
        Refusal late = refusal(() -> promises.move(id, "publications", null, second));
        assertThat(late.isConflict()).isTrue();
        assertThat(late.args()[0]).isEqualTo(first.actor().name());
    }

    @Test
    void aMatterIsPublishedOnceAtATimeAndAgainAfterARecall() {
        MatterId matter = raised(place.village, Kind.PROBLEM);
        long id = published(matter, "修桥");
        assertThat(refusal(() -> proposed(matter, "又一次")).key()).isEqualTo("promises.refused.stands");
        promises.move(id, "recalls", "重写", second);
        assertThat(doors.shown(published(matter, "重写的")).promise().title()).isEqualTo("重写的");
    }

    @Test
    void theStateFollowsTheMatterAndIsNeverStored() {
        MatterId matter = raised(place.village, Kind.PROBLEM);
        long id = published(matter, "修桥");
        jdbc.sql(
                        "update matters.matter set stage = 'returned', reopened = 2, raised_on = :day, due = :day where id = :id")
                .param("day", Today.day().minusDays(1))
                .param("id", matter.value())
                .update();
        Shown shown = doors.shown(id);
        assertThat(shown.state()).isEqualTo(PublicState.REWORK);
        assertThat(shown.rework()).isEqualTo(2);
        assertThat(shown.late(Today.day())).isTrue();
    }

    @Test
    void whoAnswersForTheMatterNowReleasesAndRecalls() {
        MatterId matter = raised(place.village, Kind.PROBLEM);
        long id = proposed(matter, "修桥");
        Unit other = units.children(place.town.id(), Line.TERRITORIAL, first, null, 3).rows().stream()
                .filter(u -> !u.id().equals(place.village.id()))
                .findFirst()
                .orElseThrow();
        int version = matters.visible(matter, first).matter().version();
        matters.move(matter, Command.of(Verb.HAND_OVER, version, "归他们").unit(other.id()), first);

        Scope before = place.scope(place.account(Role.SECRETARY, place.village));
        Scope now = place.scope(place.account(Role.SECRETARY, other));
        assertThatThrownBy(() -> promises.visible(id, before)).isInstanceOf(NotFound.class);
        assertThat(promises.waiting(before, null, 5).rows()).isEmpty();
        assertThat(promises.waiting(now, null, 5).rows())
                .extracting(Promise::id)
                .containsExactly(id);
        promises.move(id, "publications", null, now);
        assertThat(titles(other)).containsExactly("修桥");
        assertThat(titles(place.village)).isEmpty();
        promises.move(id, "recalls", "写错了", now);
    }

    @Test
    void whatOneHasPutUpOneselfHidesNothingInMyDay() {
        for (int i = 0; i < 3; i++) {
            proposed(raised(place.village, Kind.PROBLEM), "自己的");
        }
        Scope village = place.scope(place.account(Role.SECRETARY, place.village));
        long theirs = promises.propose(
                new NewPromise(raised(place.village, Kind.PROBLEM), "别人的", "年内修好", List.of()), village);
        assertThat(promises.toRelease(first, 1)).extracting(Promise::id).containsExactly(theirs);
        assertThat(promises.toRelease(place.scope(place.account(Role.READER, place.county)), 9))
                .isEmpty();
    }

    @Test
    void eachSupportIsWrittenWithItsOwnNumber() throws Exception {
        long id = published(raised(place.village, Kind.DEED), "修亭子");
        new Meanwhile(transaction, jdbc)
                .waits(
                        "promises.promise",
                        () -> doors.support(id, "a".repeat(20)),
                        () -> doors.support(id, "b".repeat(20)));
        assertThat(jdbc.sql("select (body ->> 'supports')::int from platform.entry where kind = 'promise'"
                                + " and subject = :id and verb = 'supported' order by 1")
                        .param("id", id)
                        .query(Integer.class)
                        .list())
                .containsExactly(1, 2);
    }

    @Test
    void aPageOfTheNationShowsTheNewestOfAllAndGoesOnByKey() {
        published(raised(place.village, Kind.PROBLEM), "一");
        published(raised(place.town, Kind.PROBLEM), "二");
        long old = published(raised(place.village, Kind.DEED), "旧");
        jdbc.sql("update promises.promise set published_on = :day where id = :id")
                .param("day", LocalDate.of(2023, 9, 5))
                .param("id", old)
                .update();
        Unit nation = units.byCode("0").orElseThrow();

        Slice<Shown> page = doors.of(nation, false, null, 2);
        assertThat(page.rows()).extracting(s -> s.promise().title()).containsExactlyInAnyOrder("一", "二");
        assertThat(doors.of(nation, false, page.next(), 2).rows())
                .extracting(s -> s.promise().title())
                .containsExactly("旧");
        assertThat(doors.of(nation, true, null, 2).rows())
                .extracting(s -> s.promise().title())
                .containsExactly("旧");
        assertThat(titles(place.neighbour)).isEmpty();
        assertThat(refusal(() -> doors.of(nation, false, "坏的", 2)).isParameter())
                .isTrue();
    }

    @Test
    void oneDeviceSupportsADeedOnceAndOnlyADeed() {
        long deed = published(raised(place.village, Kind.DEED), "建托育点");
        String device = "a-secret-of-a-device";
        assertThat(doors.support(deed, device)).isTrue();
        assertThat(doors.support(deed, device)).isFalse();
        assertThat(doors.support(deed, device + "2")).isTrue();
        assertThat(doors.shown(deed).promise().supports()).isEqualTo(2);

        long problem = published(raised(place.village, Kind.PROBLEM), "修桥");
        assertThat(refusal(() -> doors.support(problem, device)).key()).isEqualTo("promises.refused.deed");
        assertThat(jdbc.sql("select count(distinct supporter) from promises.support where promise = :id")
                        .param("id", deed)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void whatLiesOutsideTheScopeDoesNotExist() {
        long id = proposed(raised(place.village, Kind.PROBLEM), "修桥");
        Scope neighbour = place.scope(place.account(Role.CLERK, place.neighbour));
        assertThatThrownBy(() -> promises.visible(id, neighbour)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> promises.move(id, "publications", null, neighbour))
                .isInstanceOf(NotFound.class);
        assertThat(promises.waiting(neighbour, null, 10).rows()).isEmpty();
        assertThat(promises.waiting(second, null, 10).rows())
                .extracting(Promise::id)
                .containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"请打 13812345678 找老张", "身份证 11010519491231002X", "写信到 zhang@example.com", "１３８１２３４５６７８"})
    void nothingPersonalIsPutUp(String words) {
        MatterId matter = raised(place.village, Kind.PROBLEM);
        assertThat(refusal(() -> promises.propose(new NewPromise(matter, "修桥", words, List.of()), first))
                        .key())
                .isEqualTo("promises.refused.personal");
        assertThat(refusal(() -> promises.propose(new NewPromise(matter, words, "年底修好", List.of()), first))
                        .key())
                .isEqualTo("promises.refused.personal");
    }

    private List<String> titles(Unit unit) {
        return doors.of(unit, false, null, 50).rows().stream()
                .map(s -> s.promise().title())
                .toList();
    }

    private long published(MatterId matter, String title) {
        long id = proposed(matter, title);
        promises.move(id, "publications", null, second);
        return id;
    }

    private long proposed(MatterId matter, String title) {
        return promises.propose(new NewPromise(matter, title, "年底前办好，群众说了算。", List.of()), first);
    }

    private MatterId raised(Unit unit, Kind kind) {
        LocalDate due = Today.day().plusDays(30);
        Detail detail = Detail.titled("桥栏杆坏了").about(new Detail.Own(null, "全村", "走得放心", "照片"));
        NewMatter matter = new NewMatter(null, unit.id(), 11, 1, 2, Today.day(), due, detail);
        return matters.raise(matter.with(kind, false, null), first);
    }

    private static Refusal refusal(ThrowingCallable call) {
        return catchThrowableOfType(Refusal.class, call);
    }
}
