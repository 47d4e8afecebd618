package org.luodi.days;

import java.time.Clock;
import java.time.Duration;
import org.luodi.platform.server.Background;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The one thread that follows the ledger for webhooks and sends to them; a slow one delays other webhooks only, and briefly. */
@Component
@ConditionalOnWebApplication
class WebhookLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookLoop.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Hooking hooking;
    private final Delivering delivering;
    private final Clock clock;
    private final Background rounds = new Background("webhooks", PAUSE, this::sendOrLog);

    WebhookLoop(Hooking hooking, Delivering delivering, Clock clock) {
        this.hooking = hooking;
        this.delivering = delivering;
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
            int read;
            int tried;
            do {
                read = hooking.step();
                tried = delivering.round(clock);
            } while ((read == Hooking.BATCH || tried > 0) && !rounds.isStopping());
        } catch (RuntimeException e) {
            LOG.error("webhooks could not be served; trying again", e);
        }
    }
}
