package org.luodi.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.claims.ClaimMoves.State;
import org.luodi.claims.ClaimMoves.Verb;
import org.luodi.matters.Command;
import org.luodi.matters.DayRow;
import org.luodi.matters.Detail;
import org.luodi.matters.Matter;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.NewMatter;
import org.luodi.matters.Roots;
import org.luodi.matters.Stage;
import org.luodi.matters.Telling;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.luodi.platform.ledger.Entry;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Subject;
import org.luodi.programme.WorkingDays;
import org.luodi.world.Meanwhile;
import org.luodi.world.OnTheTree;
import org.luodi.world.Place;
import org.luodi.world.Today;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@OnTheTree
class ClaimsTest {

    @Autowired
    Claims claims;

    @Autowired
    Matters matters;

    @Autowired
    Units units;

    @Autowired
    Place place;

    @Autowired
    Ledger ledger;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    ClaimRounds rounds;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Prospects prospects;

    @Autowired
    Roots roots;

    @Autowired
    Tying tying;

    @Autowired
    ClaimObligations obligations;

    @Autowired
    ClaimDay day;

    @Autowired
    ClaimTelling telling;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private final LocalDate today = Today.day();

    private Unit city;
    private Unit province;
    private Scope village;
    private Scope county;
    private Scope above;

    @BeforeEach
    void goToACounty() {
        city = units.find(place.county.superior()).orElseThrow();
        province = units.find(city.superior()).orElseThrow();
        village = place.scope(place.account(Role.SECRETARY, place.village));
        county = place.scope(place.account(Role.CLERK, place.county));
        above = place.scope(place.account(Role.LEADER, city));
    }

    @Test
    void aClaimIsAnsweredAndItsMatterHasARootThere() {
        MatterId symptom = raise(place.village);
        ClaimId id = send(place.county, symptom);
        Claim sent = claims.visible(id, village).claim();
        assertThat(sent.state()).isEqualTo(State.SENT);
        assertThat(sent.due()).isEqualTo(workingDays.after(today, 10));
        Claim claimed = claims.answer(id, claim(1, "统一药品目录"), county);
        assertThat(claimed.state()).isEqualTo(State.CLAIMED);
        Matter root = matters.visible(claimed.root(), county).matter();
        assertThat(root.unit()).isEqualTo(place.county.id());
        assertThat(root.category()).isEqualTo(sent.category());
        assertThat(root.due()).isEqualTo(today.plusDays(30));
        Matter tied = matters.visible(symptom, village).matter();
        assertThat(tied.root()).isEqualTo(root.id());
        assertThat(tied.waits()).isTrue();
        assertThat(claims.members(id, village, null, 10).rows())
                .containsExactly(new Member(symptom, place.village.id(), "tied"));
        assertThat(entries(id)).containsExactly("claimed", "sent");
    }

    @Test
    void anEntryHoldsCodesAndNothingThatWasTyped() {
        ClaimId id = send(place.county, raise(place.village));
        Entry entry =
                ledger.about(new Subject("claim", id.value()), null, 1).rows().get(0);
        assertThat(entry.body().get("lever").asString()).isEqualTo("rule");
        assertThat(entry.body().toString()).doesNotContain("目录");
        assertThat(entry.reach().territorial()).endsWith(place.county.id().value());
        assertThat(claims.visible(id, county).evidence()).contains("目录");
    }

    @Test
    void aPartIsTakenAndTheRestStaysBelow() {
        MatterId symptom = raise(place.village);
        ClaimId id = send(place.county, symptom);
        Claim part =
                claims.answer(id, claim(1, "配送").stays("村里登记缺药").root(new Answer.Root(null, "配送周期", today)), county);
        assertThat(part.state()).isEqualTo(State.CLAIMED);
        MatterId other = raise(place.village);
        ClaimId second = send(place.county, other);
        Answer answer =
                Answer.of(Verb.CLAIM_PART, 1, "县里改配送").stays("村里登记缺药").root(new Answer.Root(part.root(), null, null));
        assertThat(claims.answer(second, answer, county).root()).isEqualTo(part.root());
        Matter tied = matters.visible(other, village).matter();
        assertThat(tied.root()).isEqualTo(part.root());
        assertThat(tied.waits()).isFalse();
        assertThat(tied.due()).isNotNull();
    }

    @Test
    void aRefusalIsAppealedOnceAndTheWordAboveStands() {
        ClaimId id = send(place.county, raise(place.village));
        claims.answer(id, refusal(1), county);
        Claim appealed = claims.answer(id, Answer.of(Verb.APPEAL, 2, "文件就是县里发的"), village);
        assertThat(appealed.asked()).isEqualTo(city.id());
        assertThat(appealed.due()).isEqualTo(workingDays.after(today, 5));
        assertThat(appealed.hops()).isEqualTo(2);
        assertThat(key(() -> claims.answer(id, Answer.of(Verb.DISMISS, 3, "不"), county)))
                .isEqualTo("claims.refused.who.asked");
        claims.answer(id, Answer.of(Verb.DISMISS, 3, "县里说得对"), above);
        assertThat(key(() -> claims.answer(id, Answer.of(Verb.APPEAL, 4, "不服"), village)))
                .isEqualTo("claims.refused.need.first-appeal");
        assertThat(claims.visible(id, county).claim().state()).isEqualTo(State.DISMISSED);
    }

    @Test
    void whatIsUpheldLiesWithTheUnitThatRefused() {
        MatterId symptom = raise(place.village);
        ClaimId id = send(place.county, symptom);
        claims.answer(id, refusal(1), county);
        claims.answer(id, Answer.of(Verb.APPEAL, 2, "文件就是县里发的"), village);
        Answer uphold = Answer.of(Verb.UPHOLD, 3, "应由县里认领").root(new Answer.Root(null, "统一药品目录", today.plusDays(20)));
        Claim upheld = claims.answer(id, uphold, above);
        assertThat(upheld.holder()).isEqualTo(place.county.id());
        assertThat(matters.visible(upheld.root(), county).matter().unit()).isEqualTo(place.county.id());
        assertThat(matters.visible(symptom, village).matter().root()).isEqualTo(upheld.root());
        assertThat(entries(id)).containsExactly("upheld", "appealed", "refused", "sent");
    }

    @Test
    void silenceRisesAlongTheLineAndStaysOverdueAtTheTop() {
        ClaimId id = send(place.county, raise(place.village));
        LocalDate due = claims.visible(id, village).claim().due();
        rounds.rise(noon(due));
        assertThat(claims.visible(id, village).claim().asked()).isEqualTo(place.county.id());
        List<UnitId> desks = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            due = claims.visible(id, village).claim().due();
            rounds.rise(noon(due.plusDays(1)));
            desks.add(claims.visible(id, village).claim().asked());
        }
        UnitId nation = units.byCode("0").orElseThrow().id();
        assertThat(desks).containsExactly(city.id(), province.id(), nation, nation);
        Claim top = claims.visible(id, village).claim();
        assertThat(top.stuck()).isTrue();
        assertThat(top.hops()).isEqualTo(3);
        rounds.rise(noon(due.plusDays(30)));
        assertThat(entries(id)).containsExactly("waiting", "risen", "risen", "risen", "sent");
        assertThat(key(() -> claims.answer(id, refusal(top.version()), county))).isEqualTo("claims.refused.who.asked");
    }

    @Test
    void whoeverIsSlowerIsToldWhoWasFasterAndWhen() {
        ClaimId id = send(place.county, raise(place.village));
        Scope leader = place.scope(place.account(Role.LEADER, place.county));
        Claim done = claims.answer(id, refusal(1), leader);
        Refusal slower = catchThrowableOfType(Refusal.class, () -> claims.answer(id, refusal(1), county));
        assertThat(slower.isConflict()).isTrue();
        assertThat(slower.args())
                .containsExactly(
                        leader.actor().name(),
                        claims.visible(id, county).claim().changedAt());
        assertThat(done.version()).isEqualTo(2);
    }

    @Test
    void onlyAUnitAboveCanBeAsked() {
        MatterId symptom = raise(place.village);
        for (Unit wrong : List.of(place.village, place.neighbour, below(place.village))) {
            assertThat(key(() -> send(wrong, symptom))).isEqualTo("claims.refused.need.superior");
        }
        NewClaim down = new NewClaim(place.county.id(), place.town.id(), Lever.RULE, "目录", List.of(symptom));
        assertThat(key(() -> claims.send(down, county))).isEqualTo("claims.refused.need.superior");
    }

    private Unit below(Unit village) {
        return units.find(village.superior())
                .flatMap(t -> units.below(t, null, 2).rows().stream()
                        .filter(u -> !u.id().equals(village.id()))
                        .findFirst())
                .orElseThrow();
    }

    @Test
    void aClosedUnitIsNotAsked() {
        MatterId symptom = raise(place.village);
        UnitId closed = below(place.village).id();
        jdbc.sql("update organisation.unit set closed_on = :day where id = :id")
                .param("day", today)
                .param("id", closed.value())
                .update();
        try {
            assertThat(key(() -> claims.send(new NewClaim(null, closed, Lever.RULE, "目录", List.of(symptom)), village)))
                    .isEqualTo("claims.refused.closed");
        } finally {
            jdbc.sql("update organisation.unit set closed_on = null where id = :id")
                    .param("id", closed.value())
                    .update();
        }
    }

    @Test
    void aMatterIsInOneOpenClaimAndMustBeUnderWay() {
        MatterId symptom = raise(place.village);
        send(place.county, symptom);
        assertThat(key(() -> send(city, symptom))).isEqualTo("claims.refused.matter.taken");
        MatterId tied = raise(place.village);
        claims.answer(send(place.county, tied), claim(1, "统一目录"), county);
        assertThat(key(() -> send(city, tied))).isEqualTo("claims.refused.matter.tied");
        assertThat(key(() -> send(place.county, tied, symptom))).startsWith("claims.refused.matter.");
        assertThat(key(() -> send(place.county))).isEqualTo("claims.refused.need.matters");
    }

    @Test
    void whatIsMissingIsNamed() {
        MatterId symptom = raise(place.village);
        UnitId asked = place.county.id();
        assertThat(key(() -> claims.send(new NewClaim(null, asked, null, "目录", List.of(symptom)), village)))
                .isEqualTo("claims.refused.need.lever");
        assertThat(key(() -> claims.send(new NewClaim(null, asked, Lever.DATA, " ", List.of(symptom)), village)))
                .isEqualTo("claims.refused.need.evidence");
        assertThat(key(() -> claims.send(
                        new NewClaim(null, asked, Lever.DATA, "x".repeat(4001), List.of(symptom)), village)))
                .isEqualTo("claims.refused.long");
        assertThat(key(() -> claims.send(new NewClaim(null, null, Lever.DATA, "目录", List.of(symptom)), village)))
                .isEqualTo("claims.refused.need.asked");
    }

    @Test
    void onlyThoseWhoWorkThereSend() {
        MatterId symptom = raise(place.village);
        Scope reader = place.scope(place.account(Role.READER, place.village));
        NewClaim draft = new NewClaim(null, place.county.id(), Lever.RULE, "目录", List.of(symptom));
        assertThat(key(() -> claims.send(draft, reader))).isEqualTo("claims.refused.who.sender");
        NewClaim foreign = new NewClaim(place.village.id(), place.county.id(), Lever.RULE, "目录", List.of(symptom));
        assertThat(key(() -> claims.send(foreign, county))).isEqualTo("claims.refused.who.sender");
    }

    @Test
    void whatLiesOutsideTheScopeDoesNotExist() {
        Scope stranger = place.scope(place.account(Role.CLERK, place.neighbour));
        MatterId symptom = raise(place.village);
        ClaimId id = send(place.county, symptom);
        assertThatThrownBy(() -> claims.visible(id, stranger)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> claims.answer(id, refusal(1), stranger)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> claims.visible(new ClaimId(999_999_999), county))
                .isInstanceOf(NotFound.class);
        NewClaim foreign = new NewClaim(null, city.id(), Lever.RULE, "目录", List.of(symptom));
        assertThatThrownBy(() -> claims.send(foreign, stranger)).isInstanceOf(NotFound.class);
        NewClaim nowhere = new NewClaim(null, new UnitId(999_999_999), Lever.RULE, "目录", List.of(symptom));
        assertThatThrownBy(() -> claims.send(nowhere, village)).isInstanceOf(NotFound.class);
        NewClaim nothing = new NewClaim(null, city.id(), Lever.RULE, "目录", List.of(new MatterId(999_999_999)));
        assertThatThrownBy(() -> claims.send(nothing, village)).isInstanceOf(NotFound.class);
    }

    @Test
    void theRootLiesAtTheUnitThatHoldsIt() {
        ClaimId id = send(place.county, raise(place.village));
        MatterId elsewhere = raise(place.town);
        Answer wrong = Answer.of(Verb.CLAIM, 1, null).root(new Answer.Root(elsewhere, null, null));
        assertThat(key(() -> claims.answer(id, wrong, county))).isEqualTo("claims.refused.root.unit");
    }

    @Test
    void aMatterStaysWhereItIsWhileAnAnswerIsWaitedFor() {
        MatterId symptom = raise(place.village);
        ClaimId id = send(place.county, symptom);
        for (Command slipping : List.of(
                merge(symptom),
                Command.of(org.luodi.matters.Verb.HAND_OVER, version(symptom), "不归我们")
                        .unit(place.town.id()),
                Command.of(org.luodi.matters.Verb.PROPOSE_EXCLUSION, version(symptom), "不归我们")
                        .basis("条例第三条"))) {
            assertThat(key(() -> matters.move(symptom, slipping, county))).isEqualTo("claims.refused.hindrance");
        }
        matters.move(
                symptom,
                Command.of(org.luodi.matters.Verb.PLACE, version(symptom), null).due(today.plusDays(9)),
                county);
        claims.answer(id, Answer.of(Verb.WITHDRAW, 1, "村里自己能办"), village);
        assertThat(key(() -> matters.move(symptom, merge(symptom), county))).isNotEqualTo("claims.refused.hindrance");
    }

    @Test
    void aMoveMadeInTheSameInstantWaitsAndIsToldOfTheClaim() throws Exception {
        MatterId symptom = raise(place.village);
        Command away = Command.of(org.luodi.matters.Verb.HAND_OVER, version(symptom), "不归我们")
                .unit(place.town.id());
        String moved = new Meanwhile(transaction, jdbc)
                .waits(
                        "matters.matter",
                        () -> send(place.county, symptom),
                        () -> key(() -> matters.move(symptom, away, county)));
        assertThat(moved).isEqualTo("claims.refused.hindrance");
    }

    private Command merge(MatterId symptom) {
        return Command.of(org.luodi.matters.Verb.MERGE, version(symptom), "同一件事")
                .other(raise(place.village));
    }

    private int version(MatterId id) {
        return matters.visible(id, county).matter().version();
    }

    @Test
    void theCatalogueLearnsWhoDecides() {
        jdbc.sql("delete from claims.catalogue").update();
        claims.answer(send(place.county, raise(place.village)), refusal(1), county);
        claims.answer(send(city, raise(place.village)), claim(1, "统一目录"), above);
        Prospects.Outlook outlook = prospects.outlook(List.of(raise(place.village)), Lever.RULE, village);
        assertThat(outlook.likeliest().id()).isEqualTo(city.id());
        assertThat(outlook.candidates()).extracting(c -> c.unit().id()).startsWith(place.town.id(), place.county.id());
        assertThat(catalogue.rows(3, Lever.RULE))
                .extracting(Catalogue.Row::level, Catalogue.Row::claimed, Catalogue.Row::refused)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("city", 1, 0),
                        org.assertj.core.groups.Tuple.tuple("county", 0, 1));
        assertThat(prospects
                        .outlook(List.of(raise(place.village)), Lever.DATA, village)
                        .likeliest())
                .isNull();
    }

    @Test
    void aRefusalThatIsOverruledDoesNotStandInTheCatalogue() {
        jdbc.sql("delete from claims.catalogue").update();
        ClaimId id = send(place.county, raise(place.village));
        claims.answer(id, refusal(1), county);
        claims.answer(id, Answer.of(Verb.APPEAL, 2, "文件就是县里发的"), village);
        claims.answer(id, Answer.of(Verb.UPHOLD, 3, "应由县里认领").root(new Answer.Root(null, "目录", today)), above);
        assertThat(catalogue.rows(null, null))
                .extracting(Catalogue.Row::level, Catalogue.Row::claimed, Catalogue.Row::refused)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("county", 1, 0));
    }

    @Test
    void whatRisesTwiceIsAskedAllTheWayDownAndComesBackAllTheWayUp() {
        MatterId symptom = raise(place.village);
        MatterId middle = claims.answer(send(place.county, symptom), claim(1, "县目录"), county)
                .root();
        ClaimId second = claims.send(new NewClaim(null, city.id(), Lever.RULE, "市目录", List.of(middle)), county);
        MatterId top = claims.answer(second, claim(1, "统一目录"), above).root();
        matters.move(top, on(top, org.luodi.matters.Verb.PLACE).due(today.plusDays(9)), above);
        matters.move(top, on(top, org.luodi.matters.Verb.ACT).measures("改目录").due(today.plusDays(9)), above);
        matters.move(top, on(top, org.luodi.matters.Verb.SETTLE).solution("改了", "写入目录"), above);
        while (!roots.asking().isEmpty()) {
            roots.asking().forEach(root -> roots.askPortion(root, 500, clock.instant()));
        }
        assertThat(stage(middle)).isEqualTo(Stage.SETTLED);
        assertThat(stage(symptom)).isEqualTo(Stage.SETTLED);
        matters.move(symptom, Command.of(org.luodi.matters.Verb.RETURN, version(symptom), "还在"), village);
        assertThat(List.of(stage(symptom), stage(middle), stage(top))).containsOnly(Stage.RETURNED);
    }

    private Command on(MatterId id, org.luodi.matters.Verb verb) {
        return Command.of(verb, matters.visible(id, above).matter().version(), null);
    }

    private Stage stage(MatterId id) {
        return matters.visible(id, above).matter().stage();
    }

    @Test
    void manyMattersAreTiedInPortionsAndNoneTwice() {
        List<MatterId> many = new ArrayList<>();
        for (int i = 0; i < Tying.PORTION + 20; i++) {
            many.add(raise(place.village));
        }
        ClaimId id = claims.send(new NewClaim(null, place.county.id(), Lever.RULE, "目录", many), village);
        claims.answer(id, claim(1, "统一目录"), county);
        rounds.tie();
        rounds.tie();
        Claim done = claims.visible(id, county).claim();
        assertThat(done.done()).isEqualTo(many.size());
        assertThat(done.isTying()).isFalse();
        assertThat(matters.visible(many.get(many.size() - 1), county).matter().root())
                .isEqualTo(done.root());
    }

    @Test
    void whatIsBrokenOffIsDoneOnceAllTheSame() {
        List<MatterId> many = new ArrayList<>();
        for (int i = 0; i < Tying.PORTION + 5; i++) {
            many.add(raise(place.village));
        }
        ClaimId id = claims.send(new NewClaim(null, place.county.id(), Lever.RULE, "目录", many), village);
        claims.answer(id, claim(1, "统一目录"), county);
        transaction.executeWithoutResult(status -> {
            tying.portion(id);
            status.setRollbackOnly();
        });
        rounds.tie();
        rounds.tie();
        assertThat(claims.visible(id, county).claim().done()).isEqualTo(many.size());
        for (MatterId matter : List.of(many.get(0), many.get(Tying.PORTION), many.get(many.size() - 1))) {
            assertThat(matters.history(matter, county, null, 50).rows())
                    .extracting(Entry::verb)
                    .containsExactly("tied", "raised");
        }
    }

    @Test
    void aRootStaysWhileMattersAreTiedToItAndTakesNoneOnceItIsGone() {
        NewMatter draft = new NewMatter(null, place.village.id(), 12, 1, 2, null, null, Detail.titled("目录"));
        List<MatterId> many = matters.raise(Collections.nCopies(Tying.PORTION + 1, draft), village);
        ClaimId id = claims.send(new NewClaim(null, place.county.id(), Lever.RULE, "目录", many), village);
        MatterId other = raise(place.county);
        transaction.executeWithoutResult(status -> {
            MatterId root = claims.answer(id, claim(1, "统一目录"), county).root();
            Command excluded = Command.of(org.luodi.matters.Verb.PROPOSE_EXCLUSION, 1, "不归我们");
            for (Command command : List.of(joined(root, other), excluded.basis("条例"))) {
                assertThat(key(() -> matters.move(root, command, county))).isEqualTo("claims.refused.tying");
            }
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> {
            MatterId root = claims.answer(id, claim(1, "统一目录"), county).root();
            jdbc.sql("update matters.matter set stage = 'merged', merged_into = :other where id = :id")
                    .param("other", other.value())
                    .param("id", root.value())
                    .update();
        });
        rounds.tie();
        rounds.tie();
        assertThat(claims.visible(id, county).claim().isTying()).isFalse();
        assertThat(claims.visible(id, county).left()).isEqualTo(many.size());
    }

    @Test
    void aRootThatSlipsAwayMeanwhileIsNotClaimed() throws Exception {
        ClaimId id = send(place.county, raise(place.village));
        MatterId root = raise(place.county);
        MatterId other = raise(place.county);
        String refused = new Meanwhile(transaction, jdbc)
                .waits(
                        "matters.matter",
                        () -> matters.move(root, joined(root, other), county),
                        () -> key(() -> claims.answer(
                                id, Answer.of(Verb.CLAIM, 1, "归我们").root(new Answer.Root(root, null, null)), county)));
        assertThat(refused).isEqualTo("claims.refused.root.stage");
        assertThat(claims.visible(id, county).claim().state()).isEqualTo(State.SENT);
    }

    private Command joined(MatterId id, MatterId into) {
        return Command.of(org.luodi.matters.Verb.MERGE, version(id), "同一件事").other(into);
    }

    @Test
    void whatIsNoLongerUnderWayIsLeftOutAndSaidSo() {
        MatterId kept = raise(place.village);
        MatterId excluded = raise(place.village);
        ClaimId id = send(place.county, kept, excluded);
        jdbc.sql("update matters.matter set stage = 'excluded' where id = :id")
                .param("id", excluded.value())
                .update();
        claims.answer(id, claim(1, "统一目录"), county);
        assertThat(claims.visible(id, county).left()).isEqualTo(1);
        assertThat(claims.members(id, county, null, 10).rows())
                .extracting(Member::outcome)
                .containsExactly("tied", "left");
    }

    @Test
    void ofTwoAtTheSameMomentOneWins() throws Exception {
        ClaimId id = send(place.county, raise(place.village));
        Scope leader = place.scope(place.account(Role.LEADER, place.county));
        ExecutorService two = Executors.newFixedThreadPool(2);
        CyclicBarrier together = new CyclicBarrier(2);
        try {
            List<Future<String>> said = List.of(county, leader).stream()
                    .map(scope -> two.submit(() -> {
                        together.await();
                        return key(() -> claims.answer(id, refusal(1), scope));
                    }))
                    .toList();
            assertThat(List.of(
                            String.valueOf(said.get(0).get()),
                            String.valueOf(said.get(1).get())))
                    .containsExactlyInAnyOrder("null", "claims.refused.stale");
        } finally {
            two.shutdownNow();
        }
        assertThat(entries(id)).containsExactly("refused", "sent");
    }

    @Test
    void noOpenClaimStaysWithAUnitThatEnds() {
        ClaimId id = send(place.county, raise(place.village));
        assertThat(obligations.openAt(place.county.id())).isPositive();
        transaction.executeWithoutResult(
                status -> obligations.handOver(place.county.id(), place.neighbour.id(), county, clock.instant()));
        Claim now = claims.visible(id, village).claim();
        assertThat(now.asked()).isEqualTo(place.neighbour.id());
        assertThat(now.askedAt()).isEqualTo(place.neighbour.at());
        assertThat(now.state()).isEqualTo(State.SENT);
        assertThat(entries(id)).containsExactly("handed-over", "sent");
    }

    @Test
    void theDayOfAnOfficeHoldsWhatItIsAsked() {
        ClaimId id = send(place.county, raise(place.village));
        String href = "/claims/" + id.value();
        assertThat(day.rows(county, today, 500)).extracting(DayRow::href).contains(href);
        assertThat(day.rows(village, today, 500)).isEmpty();
        assertThat(day.rows(above, today, 500)).extracting(DayRow::href).doesNotContain(href);
    }

    @Test
    void unitsAreToldWhatTheyAreAskedAndHowItEnded() {
        ClaimId id = send(place.county, raise(place.village));
        claims.answer(id, refusal(1), county);
        List<Entry> entries =
                ledger.about(new Subject("claim", id.value()), null, 5).rows();
        assertThat(telling.of(entries.get(1))).extracting(Telling.Tiding::unit).containsExactly(place.county.id());
        assertThat(telling.of(entries.get(0))).extracting(Telling.Tiding::unit).containsExactly(place.village.id());
        assertThat(telling.named(List.of(id.value()), village).get(id.value()).href())
                .isEqualTo("/claims/" + id.value());
    }

    @Test
    void listsShowWhatWaitsWhatWasSentAndWhatWasDecided() {
        ClaimId waiting = send(place.county, raise(place.village));
        ClaimId decided = send(place.county, raise(place.village));
        claims.answer(decided, refusal(1), county);
        assertThat(ids(Claims.Box.ANSWER, county)).contains(waiting).doesNotContain(decided);
        assertThat(ids(Claims.Box.ANSWER, village)).doesNotContain(waiting);
        assertThat(ids(Claims.Box.SENT, village)).startsWith(decided, waiting);
        assertThat(ids(Claims.Box.DECIDED, village)).contains(decided).doesNotContain(waiting);
        Scope stranger = place.scope(place.account(Role.CLERK, place.neighbour));
        assertThat(ids(Claims.Box.SENT, stranger)).isEmpty();
        String next = claims.list(Claims.Box.SENT, true, village, new Claims.Slot(null, 1))
                .next();
        assertThat(claims.list(Claims.Box.SENT, true, village, new Claims.Slot(next, 1))
                        .rows())
                .extracting(Claim::id)
                .containsExactly(waiting);
    }

    private List<ClaimId> ids(Claims.Box box, Scope scope) {
        return claims.list(box, true, scope, new Claims.Slot(null, 200)).rows().stream()
                .map(Claim::id)
                .toList();
    }

    private MatterId raise(Unit unit) {
        int batch = 2;
        return matters.raise(
                new NewMatter(null, unit.id(), 3, 1, batch, null, today.plusDays(60), Detail.titled("村卫生室常用药品缺货")),
                county);
    }

    private ClaimId send(Unit asked, MatterId... about) {
        return claims.send(new NewClaim(null, asked.id(), Lever.RULE, "药品目录由上级统一确定", List.of(about)), village);
    }

    private Answer claim(int version, String title) {
        return Answer.of(Verb.CLAIM, version, null).root(new Answer.Root(null, title, today.plusDays(30)));
    }

    private static Answer refusal(int version) {
        return Answer.of(Verb.REFUSE, version, "目录由省里定").ground(Ground.NOT_OUR_POWER);
    }

    private List<String> entries(ClaimId id) {
        return ledger.about(new Subject("claim", id.value()), null, 50).rows().stream()
                .map(Entry::verb)
                .toList();
    }

    private Instant noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(clock.getZone()).toInstant();
    }

    private static String key(Callable<?> call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call::call);
        return refusal == null ? null : refusal.key();
    }
}
