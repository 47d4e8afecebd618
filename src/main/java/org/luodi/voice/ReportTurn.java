package org.luodi.voice;

import java.time.LocalDate;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Placement;
import org.luodi.organisation.Position;
import org.luodi.organisation.UnitId;

/** The next version of a report in the making: what a move does not name stays. */
final class ReportTurn {

    private final Report old;
    private Stage stage;
    private UnitId receiver;
    private Position receiverAt;
    private UnitId asked;
    private Position askedAt;
    private Integer category;
    private Integer doubted;
    private ReportId echoOf;
    private MatterId matter;
    private int handBacks;
    private boolean bound;
    private Long suspectedBy;
    private LocalDate askedOn;
    private LocalDate due;

    private ReportTurn(Report old) {
        this.old = old;
        this.stage = old.stage();
        this.receiver = old.receiver();
        this.receiverAt = old.receiverAt();
        this.asked = old.asked();
        this.askedAt = old.askedAt();
        this.category = old.category();
        this.doubted = old.doubted();
        this.echoOf = old.echoOf();
        this.matter = old.matter();
        this.handBacks = old.handBacks();
        this.bound = old.bound();
        this.suspectedBy = old.suspectedBy();
        this.askedOn = old.askedOn();
        this.due = old.due();
    }

    static ReportTurn of(Report old) {
        return new ReportTurn(old);
    }

    /** Where nobody is asked any more no day runs. */
    ReportTurn to(Stage next) {
        if (next != null) {
            stage = next;
            due = next.isOpen() ? due : null;
        }
        return this;
    }

    /** To another desk, with a new day. */
    ReportTurn ask(Placement unit, LocalDate today, LocalDate until) {
        asked = unit.unit();
        askedAt = unit.at();
        return within(today, until);
    }

    /** A new day at the same desk. */
    ReportTurn within(LocalDate today, LocalDate until) {
        askedOn = today;
        due = until;
        return this;
    }

    /** From now on the unit asked is the one that answers. */
    ReportTurn accepted() {
        receiver = asked;
        receiverAt = askedAt;
        return this;
    }

    ReportTurn handedBack() {
        handBacks++;
        return this;
    }

    ReportTurn bound() {
        bound = true;
        return this;
    }

    ReportTurn suspected(Long by) {
        suspectedBy = by;
        return this;
    }

    ReportTurn doubted(Integer right) {
        doubted = right;
        return this;
    }

    ReportTurn category(Integer key) {
        category = key;
        return this;
    }

    ReportTurn matter(MatterId held) {
        matter = held;
        return this;
    }

    /** It goes beside another one from now on, or for itself. */
    ReportTurn beside(ReportId other) {
        echoOf = other;
        return this;
    }

    /** It lies where another one lay. */
    ReportTurn inPlaceOf(Report other) {
        stage = other.stage();
        receiver = other.receiver();
        receiverAt = other.receiverAt();
        asked = other.asked();
        askedAt = other.askedAt();
        handBacks = other.handBacks();
        bound = other.bound();
        suspectedBy = other.suspectedBy();
        askedOn = other.askedOn();
        due = other.due();
        echoOf = null;
        return this;
    }

    /** It lies with the unit that has its matter. */
    ReportTurn lies(Placement unit) {
        asked = unit.unit();
        askedAt = unit.at();
        return accepted();
    }

    /** One unit stands for another wherever that one stood. */
    ReportTurn replace(UnitId ended, Placement heir) {
        if (ended.equals(receiver)) {
            receiver = heir.unit();
            receiverAt = heir.at();
        }
        if (ended.equals(asked)) {
            asked = heir.unit();
            askedAt = heir.at();
        }
        return this;
    }

    Report by(ReportActing acting) {
        return new Report(
                old.id(),
                old.code(),
                stage,
                old.place(),
                receiver,
                receiverAt,
                asked,
                askedAt,
                category,
                doubted,
                old.point(),
                old.way(),
                old.takenBy(),
                old.aboutHandler(),
                old.deed(),
                echoOf,
                matter,
                handBacks,
                bound,
                suspectedBy,
                old.receivedOn(),
                askedOn,
                due,
                old.version() + 1,
                acting.scope().actor().id(),
                acting.at());
    }
}
