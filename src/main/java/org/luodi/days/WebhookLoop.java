package org.luodi.days;

import java.time.Clock;
import java.time.Duration;
import org.luodi.platform.server.Rounds;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** The one thread that follows the ledger for webhooks and sends to them; a slow one delays other webhooks only, and briefly. */
@Component
@ConditionalOnWebApplication
class WebhookLoop extends Rounds {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Hooking hooking;
    private final Delivering delivering;
    private final Clock clock;

    WebhookLoop(Hooking hooking, Delivering delivering, Clock clock) {
        super("webhooks", PAUSE);
        this.hooking = hooking;
        this.delivering = delivering;
        this.clock = clock;
    }

    @Override
    protected void round() {
        int read;
        int tried;
        do {
            read = hooking.step();
            tried = delivering.round(clock);
        } while ((read == Hooking.BATCH || tried > 0) && !isStopping());
    }
}
