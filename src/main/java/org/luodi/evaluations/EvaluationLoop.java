package org.luodi.evaluations;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.luodi.platform.Refusal;
import org.luodi.platform.server.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** The one thread that opens askings and ends them. */
@Component
@ConditionalOnWebApplication
class EvaluationLoop extends Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(EvaluationLoop.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int PORTION = 200;

    private final AskingFollower follower;
    private final AskingEnds ends;
    private final AskingStore store;
    private final Clock clock;

    EvaluationLoop(AskingFollower follower, AskingEnds ends, AskingStore store, Clock clock) {
        super("evaluations", PAUSE);
        this.follower = follower;
        this.ends = ends;
        this.store = store;
        this.clock = clock;
    }

    @Override
    protected void round() {
        whileMore(() -> follower.step() == AskingFollower.BATCH);
        LocalDate today = LocalDate.now(clock);
        for (long id : store.due(today, PORTION)) {
            end(id, today);
        }
    }

    /** One that cannot end now must not keep the others. */
    private void end(long id, LocalDate today) {
        try {
            ends.end(id, today);
        } catch (Refusal refusal) {
            LOG.warn("asking {} could not end and is tried again: {}", id, refusal.key());
        } catch (RuntimeException e) {
            LOG.error("asking {} could not end and is tried again", id, e);
        }
    }
}
