package org.luodi.days;

import java.time.Duration;
import org.luodi.platform.server.Background;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The one thread that follows the ledger for notices, and sweeps once a day. */
@Component
@ConditionalOnWebApplication
class NoticeLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeLoop.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Noticing noticing;
    private final Sweeping sweeping;
    private final Background rounds = new Background("notices", PAUSE, this::catchUpOrLog);

    NoticeLoop(Noticing noticing, Sweeping sweeping) {
        this.noticing = noticing;
        this.sweeping = sweeping;
    }

    @Override
    public void start() {
        rounds.start();
    }

    @Override
    public void stop() {
        rounds.stop();
    }

    @Override
    public boolean isRunning() {
        return rounds.isRunning();
    }

    private void catchUpOrLog() {
        try {
            int read;
            do {
                read = noticing.step();
            } while (read == Noticing.BATCH && !rounds.isStopping());
            sweeping.sweep(rounds::isStopping);
        } catch (RuntimeException e) {
            LOG.error("notices could not follow the ledger; trying again", e);
        }
    }
}
