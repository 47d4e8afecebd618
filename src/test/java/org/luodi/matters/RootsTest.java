package org.luodi.matters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.organisation.Line;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.Units;
import org.luodi.platform.Refusal;
import org.luodi.platform.ledger.Entry;
import org.luodi.world.Meanwhile;
import org.luodi.world.OnTheTree;
import org.luodi.world.Place;
import org.luodi.world.Today;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What shows below and has its root above: the upper unit answers, those below say whether it is gone (mechanisms 23-26). */
@OnTheTree
class RootsTest {

    @Autowired
    Matters matters;

    @Autowired
    Roots roots;

    @Autowired
    Units units;

    @Autowired
    Place place;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private final LocalDate today = Today.day();
    private Scope county;
    private List<Unit> villages;
    private MatterId root;

    @BeforeEach
    void threeVillagesAndARootAtTheCounty() {
        county = place.as(Role.CLERK, place.county);
        villages = units.children(place.town.id(), Line.TERRITORIAL, county, null, 3)
                .rows();
        root = matters.raise(draft(place.county, "补贴标准没有更新"), county);
    }

    @Test
    void theRootsUnitAnswersAndTheClockOfTheVillageStandsStill() {
        MatterId symptom = tied(villages.get(0), true);

        Matter waiting = matters.visible(symptom, county).matter();
        assertThat(waiting.stage()).isEqualTo(Stage.ACTING);
        assertThat(waiting.waits()).isTrue();
        assertThat(waiting.due()).isNull();
        assertThat(waiting.unit()).isEqualTo(villages.get(0).id());
        Scope secretary = secretary(villages.get(0));
        for (Verb verb : List.of(Verb.SETTLE, Verb.POSTPONE, Verb.HAND_OVER, Verb.MERGE)) {
            assertThat(refusal(() -> move(symptom, of(symptom, verb), county))).isEqualTo("matters.refused.waits");
        }
        assertThat(refusal(() -> move(symptom, of(symptom, Verb.SETTLE), secretary)))
                .isEqualTo("matters.refused.waits");
    }

    @Test
    void oneUnitThatSaysStillThereKeepsTheRootOpen() {
        List<MatterId> symptoms = new ArrayList<>();
        villages.forEach(v -> symptoms.add(tied(v, true)));
        settleRoot();
        assertThat(roots.standing(root)).isEqualTo(new Roots.Standing(3, 3, 0, 0));
        move(symptoms.get(0), of(symptoms.get(0), Verb.CONFIRM), secretary(villages.get(0)));
        assertThat(refusal(() -> move(root, of(root, Verb.CONFIRM), county)))
                .isEqualTo("matters.refused.need.symptoms-gone");

        move(symptoms.get(1), note(symptoms.get(1), Verb.RETURN, "还没有收到"), secretary(villages.get(1)));

        Matter back = matters.visible(root, county).matter();
        assertThat(back.stage()).isEqualTo(Stage.RETURNED);
        assertThat(back.reopened()).isEqualTo(1);
        assertThat(matters.notes(root, county)).containsValue("还没有收到");
        move(root, of(root, Verb.ACT).measures("重发文件").due(today.plusDays(9)), county);
        settleRoot();
        assertThat(stage(symptoms.get(1))).isEqualTo(Stage.SETTLED);
        move(symptoms.get(1), of(symptoms.get(1), Verb.CONFIRM), secretary(villages.get(1)));
        move(symptoms.get(2), of(symptoms.get(2), Verb.CONFIRM), secretary(villages.get(2)));
        move(root, of(root, Verb.CONFIRM), county);
        assertThat(stage(root)).isEqualTo(Stage.CONFIRMED);
    }

    @Test
    void whatIsTiedWhileTheRootSaysDoneIsAsked() throws Exception {
        move(root, of(root, Verb.PLACE).due(today.plusDays(9)), county);
        move(root, of(root, Verb.ACT).measures("改标准"), county);
        Command settle = of(root, Verb.SETTLE).solution("改了", "新标准").evidence("文件");
        Matter settled = new Meanwhile(transaction, jdbc)
                .waits("matters.matter", () -> tied(villages.get(0), true), () -> matters.move(root, settle, county));
        assertThat(settled.stage()).isEqualTo(Stage.SETTLED);
        assertThat(roots.asking()).contains(root);
    }

    @Test
    void whatIsTiedToARootThatHasSaidDoneIsAsked() {
        settleRoot();
        assertThat(roots.asking()).doesNotContain(root);
        tied(villages.get(0), true);
        assertThat(roots.asking()).contains(root);
    }

    @Test
    void aRootStaysWhateverHasBecomeOfWhatHangsOnIt() {
        MatterId symptom = tied(villages.get(0), false);
        Scope secretary = secretary(villages.get(0));
        move(symptom, of(symptom, Verb.SETTLE).solution("本村的已改", "村规").evidence("照片"), secretary);
        move(symptom, of(symptom, Verb.CONFIRM), secretary);
        assertThat(refusal(() -> move(root, merged(), county))).isEqualTo("matters.refused.need.symptom-free");
        assertThat(refusal(() ->
                        move(root, note(root, Verb.PROPOSE_EXCLUSION, "不归我们").basis("条例"), county)))
                .isEqualTo("matters.refused.need.symptom-free");
    }

    @Test
    void whatIsTiedWhileTheRootIsJoinedToAnotherKeepsIt() throws Exception {
        Command merged = merged();
        String refused = new Meanwhile(transaction, jdbc)
                .waits(
                        "matters.matter",
                        () -> tied(villages.get(0), true),
                        () -> refusal(() -> move(root, merged, county)));
        assertThat(refused).isEqualTo("matters.refused.need.symptom-free");
        assertThat(stage(root)).isEqualTo(Stage.RAISED);
    }

    @Test
    void nothingIsTiedToARootThatIsGone() {
        MatterId id = matters.raise(draft(villages.get(0), "补贴没有到"), county);
        move(root, merged(), county);
        assertThat(transaction.<List<MatterId>>execute(status -> roots.tie(List.of(id), root, true, county)))
                .isEmpty();
        assertThat(stage(id)).isEqualTo(Stage.RAISED);
    }

    private Command merged() {
        return note(root, Verb.MERGE, "同一件事").other(matters.raise(draft(place.county, "补贴标准太旧"), county));
    }

    @Test
    void nobodyAboveSaysForAVillageThatItIsGone() {
        MatterId symptom = tied(villages.get(0), true);
        settleRoot();
        assertThat(refusal(() -> move(symptom, of(symptom, Verb.CONFIRM), county)))
                .isEqualTo("matters.refused.who.lowest");
    }

    @Test
    void whatWasClaimedInPartClosesAfterThatPart() {
        MatterId symptom = tied(villages.get(0), false);
        Scope secretary = secretary(villages.get(0));
        move(symptom, of(symptom, Verb.SETTLE).solution("本村的已改", "村规").evidence("照片"), secretary);
        move(symptom, of(symptom, Verb.CONFIRM), secretary);
        new Closing(matters, place).ready(symptom);
        assertThat(refusal(() -> move(symptom, of(symptom, Verb.CLOSE), county)))
                .isEqualTo("matters.refused.need.root-done");
        settleRoot();
        move(root, of(root, Verb.CONFIRM), county);
        move(symptom, of(symptom, Verb.CLOSE), county);
        assertThat(stage(symptom)).isEqualTo(Stage.CLOSED);
    }

    @Test
    void theHistoryOfBothTellsWhatHappened() {
        MatterId symptom = tied(villages.get(0), true);
        settleRoot();
        move(symptom, note(symptom, Verb.RETURN, "还在"), secretary(villages.get(0)));
        assertThat(matters.history(symptom, county, null, 10).rows())
                .extracting(Entry::verb)
                .containsExactly("returned", "asked", "tied", "raised");
        assertThat(matters.history(root, county, null, 10).rows())
                .extracting(Entry::verb)
                .containsExactly("returned", "settled", "acted", "placed", "raised");
    }

    @Test
    void aHelpingUnitSeesTheMatterAndDoesItsOwnTaskOnly() {
        MatterId id = matters.raise(draft(villages.get(0), "渠道淤塞"), county);
        Scope helper = place.as(Role.CLERK, place.neighbour);
        assertThat(catchThrowableOfType(RuntimeException.class, () -> matters.visible(id, helper)))
                .isNotNull();
        assertThat(refusal(
                        () -> matters.addTask(id, 1, Task.of("清淤", null, today).by(place.neighbour.id()), county)))
                .isEqualTo("matters.refused.task.helper");
        Scope city = place.as(Role.CLERK, place.city);
        matters.addTask(id, 1, Task.of("清淤", null, today).by(place.neighbour.id()), city);
        matters.addTask(id, 2, Task.of("验收", null, today), city);
        List<Task> tasks = matters.tasks(id, helper);
        assertThat(refusal(
                        () -> matters.finishTask(id, 3, Task.done(tasks.get(1).id(), null, null), helper)))
                .isEqualTo("matters.refused.task.done");
        matters.finishTask(id, 3, Task.done(tasks.get(0).id(), "照片", "已清"), helper);
        assertThat(matters.tasks(id, county).get(0).answer()).isEqualTo("已清");
        assertThat(refusal(() -> move(id, of(id, Verb.PLACE).due(today), helper)))
                .isEqualTo("matters.refused.who.office");
    }

    @Test
    void whatComesBackForTheSecondTimeRisesOneLevelAndIsStillSeenWhereItShows() {
        MatterId id = matters.raise(draft(villages.get(0), "路灯不亮"), county);
        Scope secretary = secretary(villages.get(0));
        move(id, of(id, Verb.PLACE).due(today.plusDays(3)), county);
        for (int round = 0; round < 2; round++) {
            move(id, of(id, Verb.ACT).measures("修").due(today.plusDays(3)), county);
            move(id, of(id, Verb.SETTLE).solution("修了", "巡查"), county);
            move(id, note(id, Verb.RETURN, "又不亮"), secretary);
        }
        Matter risen = matters.visible(id, secretary).matter();
        assertThat(risen.unit()).isEqualTo(place.town.id());
        assertThat(risen.symptom()).isEqualTo(villages.get(0).id());
        move(id, of(id, Verb.ACT).measures("换").due(today.plusDays(3)), county);
        move(id, of(id, Verb.SETTLE).solution("换了", "巡查"), county);
        move(id, of(id, Verb.CONFIRM), secretary);
        assertThat(stage(id)).isEqualTo(Stage.CONFIRMED);
    }

    @Test
    void aMarkedMatterClosesWithTheLeadersOwnSignatureOnly() {
        MatterId id = confirmed(villages.get(0));
        move(id, of(id, Verb.MARK), county);
        new Closing(matters, place).ready(id);
        assertThat(refusal(() -> move(id, of(id, Verb.CLOSE), county))).isEqualTo("matters.refused.need.signature");
        Scope above = place.as(Role.LEADER, place.county);
        assertThat(refusal(() -> move(id, of(id, Verb.SIGN), above))).isEqualTo("matters.refused.who.own-leader");
        Scope leader = place.as(Role.LEADER, villages.get(0));
        assertThat(refusal(() -> move(id, note(id, Verb.UNMARK, "不用"), leader))).isEqualTo("matters.refused.who.above");
        move(id, of(id, Verb.SIGN), leader);
        move(id, of(id, Verb.CLOSE), county);
        assertThat(stage(id)).isEqualTo(Stage.CLOSED);
        assertThat(refusal(() -> move(id, of(id, Verb.CHECK), county))).isEqualTo("matters.refused.need.check-due");
    }

    @Test
    void theUnitThatActedTakesDownNoVerdictAndAnUnsolvedOneBringsItBack() {
        MatterId id = confirmed(villages.get(0));
        Scope own = place.as(Role.CLERK, villages.get(0));
        assertThat(refusal(() -> move(id, of(id, Verb.JUDGE).verdict(Closing.verdict(true)), own)))
                .isEqualTo("matters.refused.who.above");
        move(id, note(id, Verb.REWORK, "没有修好").verdict(Closing.verdict(false)), county);
        assertThat(stage(id)).isEqualTo(Stage.RETURNED);
        assertThat(matters.visible(id, county).matter().reopened()).isEqualTo(1);
    }

    private MatterId confirmed(Unit unit) {
        MatterId id = matters.raise(draft(unit, "水管漏水"), county);
        move(id, of(id, Verb.PLACE).due(today.plusDays(3)), county);
        move(id, of(id, Verb.ACT).measures("修").due(today.plusDays(3)), county);
        move(id, of(id, Verb.SETTLE).solution("修了", "巡查").evidence("照片"), county);
        move(id, of(id, Verb.CONFIRM), secretary(unit));
        return id;
    }

    private MatterId tied(Unit unit, boolean whole) {
        MatterId id = matters.raise(draft(unit, "补贴没有到"), county);
        assertThat(transaction.<List<MatterId>>execute(status -> roots.tie(List.of(id), root, whole, county)))
                .containsExactly(id);
        return id;
    }

    private void settleRoot() {
        if (stage(root) == Stage.RAISED) {
            move(root, of(root, Verb.PLACE).due(today.plusDays(9)), county);
            move(root, of(root, Verb.ACT).measures("改标准"), county);
        }
        move(root, of(root, Verb.SETTLE).solution("改了", "新标准").evidence("文件"), county);
        if (roots.asking().contains(root)) {
            roots.askPortion(root, 500, java.time.Instant.now());
        }
    }

    private void move(MatterId id, Command command, Scope scope) {
        matters.move(id, command, scope);
    }

    private Stage stage(MatterId id) {
        return matters.visible(id, county).matter().stage();
    }

    private Command of(MatterId id, Verb verb) {
        return note(id, verb, null);
    }

    private Command note(MatterId id, Verb verb, String words) {
        return Command.of(verb, matters.visible(id, county).matter().version(), words);
    }

    private Scope secretary(Unit unit) {
        return place.as(Role.SECRETARY, unit);
    }

    private NewMatter draft(Unit unit, String title) {
        return new NewMatter(null, unit.id(), 12, 1, 2, null, null, Detail.titled(title));
    }

    private static String refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        assertThat(refusal).isNotNull();
        return refusal.key();
    }
}
