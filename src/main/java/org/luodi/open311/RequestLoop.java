package org.luodi.open311;

import java.time.Duration;
import org.luodi.platform.server.Rounds;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** The one thread that keeps the list of requests. */
@Component
@ConditionalOnWebApplication
class RequestLoop extends Rounds {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final RequestFollower follower;

    RequestLoop(RequestFollower follower) {
        super("open311", PAUSE);
        this.follower = follower;
    }

    @Override
    protected void round() {
        int read;
        do {
            read = follower.step();
        } while (read == RequestFollower.BATCH && !isStopping());
    }
}
