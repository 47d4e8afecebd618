package org.luodi.overview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.luodi.platform.server.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** The one background writer: folds while there is something to fold, then looks again a moment later. */
@Component
class FoldLoop extends Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(FoldLoop.class);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Fold fold;
    private final Clock clock;
    private volatile Instant completeAt;

    FoldLoop(Fold fold, Clock clock) {
        super("fold", PAUSE);
        this.fold = fold;
        this.clock = clock;
    }

    /** The last moment up to which everything was folded; null before the first. */
    Instant completeAt() {
        return completeAt;
    }

    /** Folds until nothing is left. */
    void catchUp() {
        boolean more = true;
        while (more) {
            more = step();
        }
    }

    /** As long as there is something to fold, and nobody waits for the end of it. */
    @Override
    protected void round() {
        try {
            whileMore(this::step);
        } catch (ConcurrencyFailureException e) {
            LOG.debug("another writer was faster", e);
        }
    }

    /** One batch; one that was not full had read all there was when it began. Whether there was anything. */
    private boolean step() {
        Instant began = clock.instant();
        int read = fold.step();
        if (read < Fold.BATCH) {
            completeAt = began;
        }
        return read > 0;
    }
}
