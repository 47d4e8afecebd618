package org.luodi.evaluations;

import java.time.Clock;
import java.time.LocalDate;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Those affected say whether it is solved (mechanisms 53): nobody but they answers, each once. */
@Component
public class Evaluations {

    private final Askings askings;
    private final Clock clock;

    Evaluations(Askings askings, Clock clock) {
        this.askings = askings;
        this.clock = clock;
    }

    /** Takes an answer; refused after the last day, and a second time. */
    @Transactional
    void answer(long id, Answer answer) {
        EvaluationRules.answer(answer);
        Invitation invitation = askings.invitations().find(id).orElseThrow(() -> new NotFound("invitation", id));
        Asking asking = askings.store().hold(invitation.asking());
        EvaluationRules.refuseIf(!asking.takes(LocalDate.now(clock)), "evaluations.refused.ended", asking.endsOn());
        if (!askings.invitations().answer(id, answer, clock.instant())) {
            throw Refusal.of("evaluations.refused.twice");
        }
        askings.answered(asking);
    }
}
