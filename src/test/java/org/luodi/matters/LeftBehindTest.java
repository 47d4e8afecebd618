package org.luodi.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Line;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.TreeChange;
import org.luodi.organisation.TreeChanges;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.identity.Account;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.identity.Actor;
import org.luodi.world.Today;
import org.luodi.world.WholeApplication;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a unit had closed before it ended itself can still be looked at, be corrected and come back. */
@WholeApplication
class LeftBehindTest {

    private static int times;

    @Autowired
    Units units;

    @Autowired
    TreeChanges changes;

    @Autowired
    Matters matters;

    @Autowired
    MatterBatches batches;

    @Autowired
    Corrections corrections;

    @Autowired
    Roots roots;

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Account clerk;
    private Account leader;
    private UnitId town;
    private UnitId village;
    private UnitId other;
    private MatterId closed;

    @BeforeEach
    void aVillageHasClosedAMatter() {
        times++;
        UnitId nation = units.byCode("0").orElseThrow().id();
        clerk = account("clerk", nation, Role.CLERK);
        leader = account("leader", nation, Role.LEADER);
        town = add("town", nation);
        village = add("village", town);
        other = add("other", town);
        closed = close(village);
    }

    @Test
    void whatAMergedUnitHadClosedIsLookedAtAndCorrected() {
        merge(village, other);
        jdbc.sql("update matters.matter set next_check = :today where id = :id")
                .param("today", Today.day())
                .param("id", closed.value())
                .update();
        matters.move(closed, of(closed, Verb.CHECK, null), scope(clerk));
        Matters.Told told = matters.visible(closed, scope(clerk));
        Amendment amendment =
                new Amendment(16, 1, told.matter().raisedOn(), told.matter().due(), told.detail());
        corrections.propose(closed, of(closed, Verb.PROPOSE_CORRECTION, "记错了类别"), amendment, scope(clerk));
        matters.move(closed, of(closed, Verb.CORRECT, null), scope(leader));
        Matter now = matters.visible(closed, scope(clerk)).matter();
        assertThat(now.category()).isEqualTo(16);
        assertThat(now.unit()).isEqualTo(village);
    }

    @Test
    void whatComesBackGoesToTheUnitItWasMergedInto() {
        merge(village, other);
        matters.move(closed, of(closed, Verb.RELAPSE, "又坏了"), scope(clerk));
        Matter back = matters.visible(closed, scope(account("there", other, Role.SECRETARY)))
                .matter();
        assertThat(back.stage()).isEqualTo(Stage.RELAPSED);
        assertThat(back.unit()).isEqualTo(other);
        assertThat(back.symptom()).isEqualTo(other);
        assertThat(back.at()).isEqualTo(units.find(other).orElseThrow().at());
    }

    @Test
    void whereItWasMergedIntoNoneItGoesToTheNextAboveThatStands() {
        UnitId next = add("next", units.byCode("0").orElseThrow().id());
        changes.make(new TreeChange.Close(village, version(village), null), scope(clerk));
        merge(town, next);
        matters.move(closed, of(closed, Verb.RELAPSE, "又坏了"), scope(clerk));
        assertThat(matters.visible(closed, scope(clerk)).matter().unit()).isEqualTo(next);
    }

    @Test
    void theUnitAtWhichItShowsNowSaysThatItIsGone() {
        MatterId risen = close(town);
        jdbc.sql("update matters.matter set symptom = :village where id = :id")
                .param("village", village.value())
                .param("id", risen.value())
                .update();
        merge(village, other);
        matters.move(risen, of(risen, Verb.RELAPSE, "又坏了"), scope(clerk));
        assertThat(matters.visible(risen, scope(clerk)).matter().symptom()).isEqualTo(other);
    }

    @Test
    void aRootThatAMergedUnitHadClosedComesBackWithWhatShowsBelow() {
        MatterId symptom = matters.raise(draft(other), scope(clerk));
        transaction.executeWithoutResult(status -> roots.tie(List.of(symptom), closed, true, scope(clerk)));
        roots.askPortion(closed, 500, Instant.now());
        merge(village, town);
        matters.move(symptom, of(symptom, Verb.RETURN, "还在"), scope(clerk));
        Matter root = matters.visible(closed, scope(clerk)).matter();
        assertThat(root.stage()).isEqualTo(Stage.RELAPSED);
        assertThat(root.unit()).isEqualTo(town);
    }

    private MatterId close(UnitId unit) {
        MatterBatches.Taken taken = new MatterBatches.Taken(draft(unit), Stage.CLOSED);
        return transaction
                .<List<MatterId>>execute(status -> batches.takeOver(List.of(taken), scope(clerk)))
                .get(0);
    }

    private void merge(UnitId unit, UnitId into) {
        changes.make(new TreeChange.Merge(unit, version(unit), into), scope(clerk));
    }

    private int version(UnitId unit) {
        return units.find(unit).orElseThrow().version();
    }

    private Command of(MatterId id, Verb verb, String note) {
        return Command.of(verb, matters.visible(id, scope(clerk)).matter().version(), note);
    }

    private Scope scope(Account account) {
        return grants.scopeOf(account.actor());
    }

    private Account account(String login, UnitId unit, Role role) {
        Account account = accounts.create("left-" + login + times, login, "a long password", Actor.SYSTEM);
        grants.grantBySystem(new Grants.NewGrant(account.id(), role, unit, Line.TERRITORIAL));
        return account;
    }

    private UnitId add(String name, UnitId superior) {
        return changes.make(
                new TreeChange.Add(
                        new TreeChange.NewUnit("left-" + name + times, name, "town", "town", superior, null, false)),
                scope(clerk));
    }

    private static NewMatter draft(UnitId unit) {
        return new NewMatter(null, unit, 1, 1, 2, null, null, Detail.titled("问题"));
    }
}
