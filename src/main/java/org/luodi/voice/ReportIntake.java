package org.luodi.voice;

import java.time.Clock;
import java.time.LocalDate;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Placement;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.Refusal;
import org.luodi.platform.ledger.Ledger;
import org.luodi.programme.Programme;
import org.luodi.programme.Programmes;
import org.luodi.programme.WorkingDays;
import org.springframework.stereotype.Component;

/** Takes reports in: few statements, one transaction, and the same receipt for the same form. */
@Component
class ReportIntake {

    private final ReportStore store;
    private final ContactStore contacts;
    private final Receipts receipts;
    private final ContactSeal seal;
    private final Around around;
    private final Ledger ledger;
    private final Clock clock;

    ReportIntake(ReportStore store, ContactStore contacts, Secrets secrets, Around around, Ledger ledger, Clock clock) {
        this.store = store;
        this.contacts = contacts;
        this.receipts = secrets.receipts();
        this.seal = secrets.seal();
        this.around = around;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What needs a key. */
    @Component("reportSecrets")
    record Secrets(Receipts receipts, ContactSeal seal) {}

    /** The modules below that say where a report goes and by when. */
    @Component("reportAround")
    record Around(Units units, ReportPlaces places, Programmes programmes, WorkingDays workingDays) {}

    /** A report that came in, with its receipt; the id is that of the row. */
    record Arrived(ReportId id, Receipt receipt) {}

    Arrived receive(NewReport draft, ReportActing acting) {
        ReportRules.check(draft, around.programmes().current());
        Placement place = around.units().place(draft.place());
        Placement receiver = draft.aboutHandler() ? above(draft.place(), place) : place;
        boolean trusted = draft.proven() || !acting.isNobody();
        Programme.Voice days = around.programmes().current().voice();
        LocalDate today = acting.day(clock.getZone());
        LocalDate due = around.workingDays().after(today, trusted ? days.takeDays() : days.handBackDays());
        Stage stage = trusted ? Stage.RECEIVED : Stage.CHECKING;
        Coming coming = new Coming(draft, place, receiver, trusted ? Verb.RECEIVE : Verb.HOLD);
        return keep(coming, new Standing(stage, today, due, null, null), acting);
    }

    /** Another report says the same: this one goes beside it, or joins the matter it became; without proof it is looked at first. */
    Arrived echo(Report original, NewReport draft, ReportActing acting) {
        if (draft.text() != null && !draft.text().isBlank()) {
            ReportRules.text(draft.text());
        }
        Placement place = around.places().of(original.place());
        Placement receiver = around.places().receiver(original);
        boolean trusted = draft.proven() || !acting.isNobody();
        Coming coming = new Coming(
                draft.in(original.category())
                        .aboutHandler(original.aboutHandler())
                        .wished(original.deed()),
                place,
                receiver,
                trusted ? Verb.ECHO : Verb.HOLD);
        return keep(coming, trusted ? beside(original, acting) : held(original, acting), acting);
    }

    private Standing beside(Report original, ReportActing acting) {
        Stage stage = original.matter() == null ? Stage.ALONGSIDE : Stage.JOINED;
        return new Standing(stage, acting.day(clock.getZone()), null, original.id(), original.matter());
    }

    /** Until somebody has looked at it, it says nothing for the other one. */
    private Standing held(Report original, ReportActing acting) {
        LocalDate today = acting.day(clock.getZone());
        int days = around.programmes().current().voice().handBackDays();
        LocalDate due = around.workingDays().after(today, days);
        return new Standing(Stage.CHECKING, today, due, original.id(), null);
    }

    /** What comes in, where it is and who is asked. */
    private record Coming(NewReport draft, Placement place, Placement receiver, Verb verb) {}

    /** How it stands from the beginning. */
    private record Standing(Stage stage, LocalDate today, LocalDate due, ReportId echoOf, MatterId matter) {}

    private Placement above(UnitId unit, Placement itself) {
        return around.units()
                .find(unit)
                .map(Unit::superior)
                .map(around.units()::place)
                .orElse(itself);
    }

    private Arrived keep(Coming coming, Standing standing, ReportActing acting) {
        Address address = coming.draft().contact() == null
                ? null
                : Address.of(coming.draft().contact().given());
        Receipt receipt = receipts.of(coming.draft().once());
        byte[] digest = receipts.digest(receipt.code(), receipt.secret());
        Report report = report(coming, standing, receipt.code(), acting);
        String words = coming.draft().text();
        ReportId id = store.insert(report, digest, words == null || words.isBlank() ? null : words.strip())
                .orElse(null);
        if (id == null) {
            return again(receipt);
        }
        if (address != null) {
            boolean circle = coming.draft().contact().circle();
            byte[] sealed = seal.seal(address, receipt.code());
            contacts.insert(
                    new ContactStore.Sealed(id, address.kind(), sealed, seal.nameOf(address), circle), coming.place());
        }
        ledger.append(acting.entry(coming.verb(), report.numbered(id), coming.receiver()));
        return new Arrived(id, shown(receipt, false));
    }

    /** The same form was sent before: its receipt is shown again. */
    private Arrived again(Receipt receipt) {
        ReportStore.Lock lock = store.lock(receipt.code()).orElseThrow();
        if (!receipts.opens(receipt.code(), receipt.secret(), lock.secret())) {
            throw Refusal.conflict("voice.refused.again");
        }
        return new Arrived(lock.id(), shown(receipt, true));
    }

    private static Receipt shown(Receipt receipt, boolean again) {
        return new Receipt(receipt.code(), Receipts.grouped(receipt.secret()), again);
    }

    private Report report(Coming coming, Standing standing, String code, ReportActing acting) {
        NewReport draft = coming.draft();
        return new Report(
                new ReportId(0),
                code,
                standing.stage(),
                coming.place().unit(),
                coming.receiver().unit(),
                coming.receiver().at(),
                coming.receiver().unit(),
                coming.receiver().at(),
                draft.category(),
                null,
                draft.point(),
                draft.way(),
                acting.isNobody() ? null : acting.scope().actor().id(),
                draft.aboutHandler(),
                draft.deed(),
                standing.echoOf(),
                standing.matter(),
                0,
                false,
                null,
                standing.today(),
                standing.today(),
                standing.due(),
                1,
                acting.scope().actor().id(),
                acting.at());
    }
}
