package org.luodi.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.matters.Command;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Line;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.luodi.platform.identity.Account;
import org.luodi.platform.ledger.Entry;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Subject;
import org.luodi.world.OnTheTree;
import org.luodi.world.Place;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A contact is shown to a caller for a reason, to nobody else, and is gone when it is erased. */
@OnTheTree
class ContactsTest {

    private static final String PHONE = "13812345678";

    @Autowired
    Voices voices;

    @Autowired
    Reports reports;

    @Autowired
    Contacts contacts;

    @Autowired
    Matters matters;

    @Autowired
    Grants grants;

    @Autowired
    Place place;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    private Scope caller;
    private ReportId id;

    @BeforeEach
    void receiveAReport() {
        caller = place.scope(place.account(Role.CALLER, place.county));
        Receipt receipt = voices.receive(
                NewReport.of(place.village.id(), "路灯坏了，打" + PHONE).reachedAt(PHONE, true));
        id = voices.authenticated(receipt.code(), receipt.secret()).orElseThrow();
    }

    @Test
    void aCallerSeesItForAReasonThatIsKept() {
        Contacts.Shown shown = contacts.look(id, " 回访是否修好 ", caller);
        assertThat(shown.contact()).isEqualTo(PHONE);
        assertThat(shown.words()).extracting(Written::text).containsExactly("路灯坏了，打" + PHONE);
        assertThat(contacts.looks(id, caller)).extracting(Contacts.Look::reason).containsExactly("回访是否修好");
        Entry entry =
                ledger.about(new Subject("report", id.value()), null, 1).rows().get(0);
        assertThat(entry.verb()).isEqualTo("contact-seen");
        assertThat(entry.actor()).isEqualTo(caller.actor().id());
        assertThat(entry.body().toString()).doesNotContain(PHONE, "回访");
    }

    @Test
    void withoutAReasonNothingIsShownAndNothingWritten() {
        assertThat(key(() -> contacts.look(id, " ", caller))).isEqualTo("voice.refused.look.reason");
        assertThat(key(() -> contacts.look(id, "打" + PHONE, caller))).isEqualTo("voice.refused.look.personal");
        assertThat(contacts.looks(id, caller)).isEmpty();
    }

    @Test
    void nobodyElseSeesItWhateverHeMay() {
        for (Role role : Role.values()) {
            if (role != Role.CALLER) {
                Scope other = place.scope(place.account(role, place.county));
                assertThat(key(() -> contacts.look(id, "回访", other))).isEqualTo("voice.refused.who.caller");
                assertThat(key(() -> contacts.erase(id, other))).isEqualTo("voice.refused.who.caller");
            }
        }
        Scope elsewhere = place.scope(place.account(Role.CALLER, place.neighbour));
        assertThatThrownBy(() -> contacts.look(id, "回访", elsewhere)).isInstanceOf(NotFound.class);
    }

    @Test
    void whoHandlesTheReportDoesNotSeeWhoMadeItEvenAsACaller() {
        Account both = place.account(Role.SECRETARY, place.village);
        grants.grantBySystem(new Grants.NewGrant(both.id(), Role.CALLER, place.county.id(), Line.TERRITORIAL));
        assertThat(key(() -> contacts.look(id, "回访", place.scope(both)))).isEqualTo("voice.refused.who.handler");
    }

    @Test
    void whoActsForAUnitAboveOrForTheMatterHandlesItToo() {
        Account above = caller(Role.CLERK, place.county);
        assertThat(key(() -> contacts.look(id, "回访", place.scope(above)))).isEqualTo("voice.refused.who.handler");
        assertThat(contacts.mayNot(id, place.scope(above))).isPresent();
        assertThat(contacts.mayNot(id, place.scope(caller(Role.CLERK, place.neighbour))))
                .isEmpty();
        Scope village = place.as(Role.SECRETARY, place.village);
        var draft = new ReportAnswer.Draft("路灯不亮", null, 1, null);
        MatterId matter =
                reports.answer(id, ReportAnswer.take(1, draft), village).matter();
        Command handOver =
                Command.of(org.luodi.matters.Verb.HAND_OVER, 1, "按界线图").unit(place.neighbour.id());
        matters.move(matter, handOver, place.as(Role.CLERK, place.city));
        Scope taker = place.scope(caller(Role.SECRETARY, place.neighbour));
        assertThat(key(() -> contacts.look(id, "回访", taker))).isEqualTo("voice.refused.who.handler");
    }

    @Test
    void whoHadItInHandHandlesItEvenWhenHeHasLeft() {
        Account former = place.account(Role.SECRETARY, place.village);
        var draft = new ReportAnswer.Draft("路灯不亮", null, 1, null);
        reports.answer(id, ReportAnswer.take(1, draft), place.scope(former));
        Scope now = new Scope(former.actor(), caller.grants(), caller.treeVersion());
        assertThat(key(() -> contacts.look(id, "回访", now))).isEqualTo("voice.refused.who.handler");
    }

    private Account caller(Role also, Unit unit) {
        Account both = place.account(also, unit);
        grants.grantBySystem(new Grants.NewGrant(both.id(), Role.CALLER, place.city.id(), Line.TERRITORIAL));
        return both;
    }

    @Test
    void whatIsErasedIsGoneAndTheReportStays() {
        contacts.erase(id, caller);
        assertThat(key(() -> contacts.look(id, "回访", caller))).isEqualTo("voice.refused.contact.none");
        assertThat(reports.visible(id, caller).contact()).isNull();
        assertThat(jdbc.sql("select cipher is null and key is null and not circle from voice.contact where report = ?")
                        .param(id.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(reports.visible(id, caller).report().stage()).isEqualTo(Stage.RECEIVED);
        assertThat(key(() -> contacts.erase(id))).isEqualTo("voice.refused.contact.none");
    }

    @Test
    void aLookIsWrittenOnce() {
        contacts.look(id, "回访", caller);
        assertThatThrownBy(() -> jdbc.sql("update voice.look set reason = 'x' where report = ?")
                        .param(id.value())
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from voice.look").update()).isInstanceOf(DataAccessException.class);
    }

    private static String key(ThrowingCallable work) {
        return catchThrowableOfType(Refusal.class, work).key();
    }
}
