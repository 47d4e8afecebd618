package org.luodi.days;

import java.time.Duration;
import org.luodi.platform.server.Rounds;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** The one thread that follows the ledger for notices, and sweeps once a day. */
@Component
@ConditionalOnWebApplication
class NoticeLoop extends Rounds {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Noticing noticing;
    private final Sweeping sweeping;

    NoticeLoop(Noticing noticing, Sweeping sweeping) {
        super("notices", PAUSE);
        this.noticing = noticing;
        this.sweeping = sweeping;
    }

    @Override
    protected void round() {
        whileMore(() -> noticing.step() == Noticing.BATCH);
        sweeping.sweep(this::isStopping);
    }
}
