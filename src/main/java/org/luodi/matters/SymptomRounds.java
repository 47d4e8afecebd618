package org.luodi.matters;

import java.time.Clock;
import java.time.Duration;
import org.luodi.platform.server.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Asks the units at which a root shows, in portions, so that ten thousand of them hold nobody up. */
@Component
@ConditionalOnWebApplication
class SymptomRounds extends Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(SymptomRounds.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int PORTION = 500;

    private final Roots roots;
    private final Clock clock;

    SymptomRounds(Roots roots, Clock clock) {
        super("symptoms", PAUSE);
        this.roots = roots;
        this.clock = clock;
    }

    /** Asks everybody who is to be asked now. */
    @Override
    protected void round() {
        for (MatterId root : roots.asking()) {
            while (!isStopping() && roots.askPortion(root, PORTION, clock.instant()) == PORTION) {
                LOG.debug("asked {} that wait for {}", PORTION, root);
            }
        }
    }
}
