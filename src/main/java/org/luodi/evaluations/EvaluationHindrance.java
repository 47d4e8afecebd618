package org.luodi.evaluations;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.luodi.matters.Hindrance;
import org.luodi.matters.Matter;
import org.luodi.matters.Verb;
import org.luodi.platform.Refusal;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Subject;
import org.springframework.stereotype.Component;

/** While those affected are being asked nobody closes, nobody speaks for them, and what they said is not written over. */
@Component
class EvaluationHindrance implements Hindrance {

    private static final Set<Verb> SLIPPING = EnumSet.of(Verb.CLOSE, Verb.JUDGE, Verb.REWORK);

    private final AskingStore store;
    private final AskingFollower.Around around;
    private final Ledger ledger;

    EvaluationHindrance(AskingStore store, AskingFollower.Around around, Ledger ledger) {
        this.store = store;
        this.around = around;
        this.ledger = ledger;
    }

    @Override
    public Set<Verb> slipping() {
        return SLIPPING;
    }

    @Override
    public Optional<Refusal> against(Matter matter, Verb verb) {
        if (!SLIPPING.contains(verb) || !around.programmes().current().evaluation()) {
            return Optional.empty();
        }
        // Asked first: whoever reads on in between opens the asking before it says so.
        boolean read = hasRead(matter);
        return store.of(matter.id(), matter.reopened())
                .map(asking -> against(asking, verb))
                .orElseGet(() -> !read && around.inviting().isAnybody(matter)
                        ? Optional.of(Refusal.of("evaluations.refused.due"))
                        : Optional.empty());
    }

    /** Else it settled a moment ago, or could not be opened yet, and somebody may be about to be asked. */
    private boolean hasRead(Matter matter) {
        return ledger.about(new Subject("matter", matter.id().value()), null, 1).rows().stream()
                .allMatch(entry -> around.progress().hasRead(matter.id(), entry.place()));
    }

    private static Optional<Refusal> against(Asking asking, Verb verb) {
        if (asking.isOpen()) {
            return Optional.of(Refusal.of("evaluations.refused.open", asking.endsOn()));
        }
        boolean said = asking.outcome() == Outcome.KEPT || asking.outcome() == Outcome.SENT_BACK;
        return verb == Verb.JUDGE && said ? Optional.of(Refusal.of("evaluations.refused.said")) : Optional.empty();
    }
}
