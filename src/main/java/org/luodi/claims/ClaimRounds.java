package org.luodi.claims;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.luodi.organisation.Scope;
import org.luodi.platform.Refusal;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.server.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What claims do by themselves: silence rises (mechanisms 24), and what was claimed is tied to its root portion by portion. */
@Component
@ConditionalOnWebApplication
class ClaimRounds extends Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(ClaimRounds.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int CLAIMS = 200;

    private final ClaimStore store;
    private final Answering answering;
    private final Tying tying;
    private final Steps steps;
    private final TransactionOperations transaction;
    private final Clock clock;

    ClaimRounds(
            ClaimStore store,
            Answering answering,
            Tying tying,
            Steps steps,
            TransactionOperations transaction,
            Clock clock) {
        super("claims", PAUSE);
        this.store = store;
        this.answering = answering;
        this.tying = tying;
        this.steps = steps;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    protected void round() {
        tie();
        rise(clock.instant());
    }

    /** Ties whatever is left to be tied; what was committed before a stop is not done again. */
    void tie() {
        for (ClaimId id : store.tying()) {
            while (!isStopping() && Boolean.TRUE.equals(alone(id, () -> tying.portion(id)))) {
                LOG.debug("tied a portion of claim {}", id.value());
            }
        }
    }

    /** Moves every claim whose day was past at this moment one desk up; at the top it is marked and stays. */
    void rise(Instant at) {
        Acting system = new Acting(new Scope(Actor.SYSTEM, List.of(), 0), at);
        ClaimId after = new ClaimId(0);
        List<ClaimId> some;
        do {
            some = store.silent(system.day(clock.getZone()), after, CLAIMS);
            for (ClaimId id : some) {
                alone(id, () -> rise(id, system));
                after = id;
            }
        } while (some.size() == CLAIMS && !isStopping());
    }

    private boolean rise(ClaimId id, Acting system) {
        steps.hold(store.find(id).orElseThrow().asked());
        answering.silence(store.hold(id).orElseThrow(), system);
        return false;
    }

    private interface Work {
        boolean go();
    }

    /** One claim in a transaction of its own: what is wrong with it must not hold up the others. */
    private Boolean alone(ClaimId id, Work work) {
        try {
            return transaction.execute(status -> work.go());
        } catch (Refusal faster) {
            LOG.debug("claim {} has changed meanwhile", id.value(), faster);
        } catch (RuntimeException e) {
            LOG.error("claim {} could not go on; trying again", id.value(), e);
        }
        return false;
    }
}
