package org.luodi.platform.ledger;

import java.time.Duration;
import org.luodi.platform.server.Rounds;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Seals what has been written since the last round; no move waits for it. */
@Component
@ConditionalOnWebApplication
class Sealer extends Rounds {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Sealing sealing;
    private final SealKeys keys;

    Sealer(Sealing sealing, SealKeys keys) {
        super("sealer", PAUSE);
        this.sealing = sealing;
        this.keys = keys;
    }

    /** The first pair of keys is made before the first entry is sealed. */
    @Override
    public void start() {
        keys.signing();
        super.start();
    }

    @Override
    protected void round() {
        whileMore(() -> sealing.step() == Sealing.BATCH);
    }
}
