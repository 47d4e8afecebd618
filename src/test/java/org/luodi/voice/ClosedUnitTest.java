package org.luodi.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.matters.Command;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
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
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Subject;
import org.luodi.world.WholeApplication;
import org.springframework.beans.factory.annotation.Autowired;

/** A unit ends with nothing open: those who reported to it are heard all the same, by the unit that answers for what it left. */
@WholeApplication
class ClosedUnitTest {

    private static int times;

    @Autowired
    Voices voices;

    @Autowired
    Reports reports;

    @Autowired
    Matters matters;

    @Autowired
    TreeChanges changes;

    @Autowired
    Units units;

    @Autowired
    Ledger ledger;

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    private Account all;
    private Account clerk;
    private Account leader;
    private UnitId town;
    private UnitId unit;

    @BeforeEach
    void aUnitThatWillEnd() {
        times++;
        UnitId root = units.byCode("0").orElseThrow().id();
        all = account(Role.CLERK, root);
        town = add("town", root);
        unit = add("village", town);
        clerk = account(Role.CLERK, town);
        leader = account(Role.LEADER, town);
    }

    private UnitId add(String level, UnitId superior) {
        String code = "ending-" + level + times;
        return changes.make(
                new TreeChange.Add(new TreeChange.NewUnit(code, code, level, level, superior, null, false)), as(all));
    }

    private Account account(Role role, UnitId at) {
        String login = "ending-" + role.name().toLowerCase(Locale.ROOT) + at.value() + "-" + times;
        Account account = accounts.create(login, login, "a long password", Actor.SYSTEM);
        grants.grantBySystem(new Grants.NewGrant(account.id(), role, at, Line.TERRITORIAL));
        return account;
    }

    @Test
    void whatWasSetAsideIsObjectedTo() {
        ReportId id = open(voices.receive(NewReport.of(unit, "路灯不亮").proven(false)));
        reports.answer(id, ReportAnswer.of(Verb.SUSPECT, 1), as(clerk));
        reports.answer(id, ReportAnswer.of(Verb.SET_ASIDE, 2), as(leader));
        end();
        voices.object(id, "真的有这回事");
        Report now = voices.told(id).report();
        assertThat(now.stage()).isEqualTo(Stage.CHECKING);
        assertThat(now.asked()).isEqualTo(town);
        assertThat(now.place()).isEqualTo(unit);
        assertThat(reports.answer(id, ReportAnswer.of(Verb.RELEASE, 4), as(clerk))
                        .stage())
                .isEqualTo(Stage.RECEIVED);
    }

    @Test
    void whatWasTakenIsAddedToAndWithdrawn() {
        ReportId id = open(voices.receive(NewReport.of(unit, "路灯不亮")));
        MatterId matter = reports.answer(
                        id, ReportAnswer.take(1, new ReportAnswer.Draft("路灯不亮", null, 1, null)), as(clerk))
                .matter();
        move(matter, org.luodi.matters.Verb.PROPOSE_EXCLUSION, as(clerk));
        move(matter, org.luodi.matters.Verb.EXCLUDE, as(leader));
        end();
        voices.add(id, "还是不亮");
        assertThat(ledger.about(new Subject("report", id.value()), null, 1)
                        .rows()
                        .get(0)
                        .body()
                        .path("unit")
                        .asInt())
                .isEqualTo(town.value());
        voices.withdraw(id);
        assertThat(voices.told(id).report().stage()).isEqualTo(Stage.WITHDRAWN);
    }

    private void move(MatterId id, org.luodi.matters.Verb verb, Scope by) {
        int version = matters.visible(id, by).matter().version();
        matters.move(id, Command.of(verb, version, "不是这里的事").basis("核查记录"), by);
    }

    private void end() {
        int version = units.find(unit).orElseThrow().version();
        changes.make(new TreeChange.Close(unit, version, null), as(all));
    }

    private Scope as(Account account) {
        return grants.scopeOf(account.actor());
    }

    private ReportId open(Receipt receipt) {
        return voices.authenticated(receipt.code(), receipt.secret()).orElseThrow();
    }
}
