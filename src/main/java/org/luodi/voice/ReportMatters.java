package org.luodi.voice;

import java.time.LocalDate;
import java.util.List;
import org.luodi.matters.Detail;
import org.luodi.matters.Kind;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.NewMatter;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.platform.Refusal;
import org.luodi.programme.Programme;
import org.luodi.programme.Programmes;
import org.springframework.stereotype.Component;

/** What a report becomes: a new matter of the unit that takes it, or one that stands there. */
@Component
class ReportMatters {

    private final Matters matters;
    private final Programmes programmes;

    ReportMatters(Matters matters, Programmes programmes) {
        this.matters = matters;
        this.programmes = programmes;
    }

    /** A matter and the unit that took the report with it. */
    record Held(MatterId matter, UnitId unit) {}

    /**
     * What is to be raised.
     *
     * @param deed whether somebody wished for it, so that it becomes a deed
     * @param may the units for which the person may act
     */
    record Wanted(ReportAnswer.Draft draft, boolean deed, List<UnitId> may) {}

    /** Raises what the office wrote, at the first of the units for which this person may act. */
    Held raise(Wanted wanted, Scope scope, LocalDate today) {
        ReportAnswer.Draft draft = wanted.draft();
        Programme programme = programmes.current();
        int batch = programme
                .batchOn(today)
                .orElseThrow(() -> Refusal.of("voice.refused.batch"))
                .key();
        Detail detail = Detail.titled(draft.title()).showing(draft.symptoms());
        NewMatter matter = new NewMatter(
                null,
                wanted.may().get(0),
                draft.category(),
                programme.voice().source(),
                batch,
                null,
                draft.due() == null ? today.plusDays(programme.dueDays()) : draft.due(),
                draft.own() == null ? detail : detail.about(draft.own()));
        Kind kind = wanted.deed() ? Kind.DEED : Kind.PROBLEM;
        return new Held(
                matters.raise(matter.with(kind, false, null), scope),
                wanted.may().get(0));
    }

    /** An open matter of one of the units for which this person may act. */
    Held join(MatterId id, List<UnitId> may, Scope scope) {
        Matters.Told told = matters.visible(id, scope);
        if (!told.matter().stage().isOpen()) {
            throw Refusal.of("voice.refused.matter.ended", told.matter().number());
        }
        if (!may.contains(told.matter().unit())) {
            throw Refusal.of("voice.refused.matter.other", told.matter().number());
        }
        return new Held(id, told.matter().unit());
    }
}
