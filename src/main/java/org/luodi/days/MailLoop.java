package org.luodi.days;

import java.time.Clock;
import java.time.Duration;
import org.luodi.platform.server.Background;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks every half minute whether a mail is to be sent. */
@Component
@ConditionalOnWebApplication
class MailLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MailLoop.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Mailing mailing;
    private final Clock clock;
    private final Background rounds = new Background("mail", PAUSE, this::sendOrLog);

    MailLoop(Mailing mailing, Clock clock) {
        this.mailing = mailing;
        this.clock = clock;
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

    private void sendOrLog() {
        try {
            int looked;
            do {
                looked = mailing.send(clock);
            } while (looked == Mailing.PORTION && !rounds.isStopping());
        } catch (RuntimeException e) {
            LOG.error("mail could not be sent; trying again", e);
        }
    }
}
