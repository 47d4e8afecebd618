package org.luodi.evaluations;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.luodi.matters.Closings;
import org.luodi.matters.Matter;
import org.luodi.matters.MatterBatches;
import org.luodi.matters.Stage;
import org.luodi.organisation.Units;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends askings whose last day is past, or that everybody has answered, and does what the rule says. */
@Component
class AskingEnds {

    private static final Set<Stage> SETTLED = Set.of(Stage.SETTLED, Stage.CONFIRMED);

    private final Askings askings;
    private final MatterBatches matters;
    private final Closings closings;
    private final Units units;

    AskingEnds(Askings askings, MatterBatches matters, Closings closings, Units units) {
        this.askings = askings;
        this.matters = matters;
        this.closings = closings;
        this.units = units;
    }

    /** Ends one; nothing happens where it has ended, or is not due yet. */
    @Transactional
    public void end(long id, LocalDate today) {
        units.hold();
        Asking asking = askings.store().hold(id);
        if (asking.takes(today) && asking.answered() < asking.invited() || !asking.isOpen()) {
            return;
        }
        matters.hold(List.of(asking.matter()));
        Matter matter = matters.all(List.of(asking.matter())).get(asking.matter());
        List<Said> said = askings.invitations().said(id);
        boolean stands = matter.reopened() == asking.round() && SETTLED.contains(matter.stage());
        Outcome outcome = stands ? EvaluationRules.outcome(said) : Outcome.OVERTAKEN;
        askings.end(asking, outcome, today);
        switch (outcome) {
            case KEPT, SILENT -> closings.keep(matter.id(), EvaluationRules.verdict(outcome, said, today));
            case SENT_BACK -> closings.sendBack(matter.id(), EvaluationRules.verdict(outcome, said, today));
            default -> {}
        }
    }
}
