package org.luodi.claims;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.luodi.matters.Hindrance;
import org.luodi.matters.Matter;
import org.luodi.matters.Verb;
import org.luodi.platform.Refusal;
import org.springframework.stereotype.Component;

/**
 * While an answer is waited for, a matter goes on where it is, but does not slip away; and no root says done or slips away while
 * matters are still being tied to it.
 */
@Component
class ClaimHindrance implements Hindrance {

    private static final Set<Verb> SLIPPING =
            EnumSet.of(Verb.PROPOSE_EXCLUSION, Verb.EXCLUDE, Verb.MERGE, Verb.HAND_OVER);

    private static final Set<Verb> ENDING_A_ROOT =
            EnumSet.of(Verb.SETTLE, Verb.PROPOSE_EXCLUSION, Verb.EXCLUDE, Verb.MERGE);

    private final ClaimStore store;

    ClaimHindrance(ClaimStore store) {
        this.store = store;
    }

    @Override
    public Set<Verb> slipping() {
        return SLIPPING;
    }

    @Override
    public Optional<Refusal> against(Matter matter, Verb verb) {
        Optional<Claim> open = SLIPPING.contains(verb) ? store.openAbout(matter.id()) : Optional.empty();
        if (open.isPresent()) {
            return open.map(
                    claim -> Refusal.of("claims.refused.hindrance", claim.id().value()));
        }
        return ENDING_A_ROOT.contains(verb) && store.isTyingTo(matter.id())
                ? Optional.of(Refusal.of("claims.refused.tying"))
                : Optional.empty();
    }
}
