package org.luodi.evaluations;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.luodi.matters.Hindrance;
import org.luodi.matters.Matter;
import org.luodi.matters.Verb;
import org.luodi.platform.Refusal;
import org.luodi.programme.Programmes;
import org.springframework.stereotype.Component;

/** While those affected are being asked nobody closes, nobody speaks for them, and what they said is not written over. */
@Component
class EvaluationHindrance implements Hindrance {

    private static final Set<Verb> SLIPPING = EnumSet.of(Verb.CLOSE, Verb.JUDGE, Verb.REWORK);

    private final AskingStore store;
    private final ProgressStore progress;
    private final Inviting inviting;
    private final Programmes programmes;

    EvaluationHindrance(AskingStore store, ProgressStore progress, Inviting inviting, Programmes programmes) {
        this.store = store;
        this.progress = progress;
        this.inviting = inviting;
        this.programmes = programmes;
    }

    @Override
    public Set<Verb> slipping() {
        return SLIPPING;
    }

    @Override
    public Optional<Refusal> against(Matter matter, Verb verb) {
        if (!SLIPPING.contains(verb) || !programmes.current().evaluation()) {
            return Optional.empty();
        }
        return store.of(matter.id(), matter.reopened())
                .map(asking -> against(asking, verb))
                .orElseGet(() -> isDue(matter) ? Optional.of(Refusal.of("evaluations.refused.due")) : Optional.empty());
    }

    /** It settled a moment ago, and somebody is about to be asked. */
    private boolean isDue(Matter matter) {
        return !progress.hasRead(matter.changedAt()) && inviting.isAnybody(matter);
    }

    private static Optional<Refusal> against(Asking asking, Verb verb) {
        if (asking.isOpen()) {
            return Optional.of(Refusal.of("evaluations.refused.open", asking.endsOn()));
        }
        boolean said = asking.outcome() == Outcome.KEPT || asking.outcome() == Outcome.SENT_BACK;
        return verb == Verb.JUDGE && said ? Optional.of(Refusal.of("evaluations.refused.said")) : Optional.empty();
    }
}
