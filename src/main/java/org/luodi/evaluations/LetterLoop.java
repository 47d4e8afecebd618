package org.luodi.evaluations;

import java.time.Clock;
import java.time.Duration;
import org.luodi.platform.server.Rounds;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Looks every half minute whether an invitation is to be sent. */
@Component
@ConditionalOnWebApplication
class LetterLoop extends Rounds {

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Letters letters;
    private final Clock clock;

    LetterLoop(Letters letters, Clock clock) {
        super("letters", PAUSE);
        this.letters = letters;
        this.clock = clock;
    }

    @Override
    protected void round() {
        int looked;
        do {
            looked = letters.send(clock);
        } while (looked == Letters.PORTION && !isStopping());
    }
}
