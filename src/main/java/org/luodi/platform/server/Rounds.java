package org.luodi.platform.server;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Work beside the requests, round after round while the application runs, in a thread of its own. A round that breaks off is
 * logged, and the next one tries again.
 */
public abstract class Rounds implements SmartLifecycle {

    private final Logger log = LoggerFactory.getLogger(getClass());
    private final String name;
    private final Background background;

    /** Rounds with a pause between them; the name is the thread's. */
    protected Rounds(String name, Duration pause) {
        this.name = name;
        this.background = new Background(name, pause, this::roundOrLog);
    }

    /** One round; a long one breaks off where {@link #isStopping} says so. */
    protected abstract void round();

    protected final boolean isStopping() {
        return background.isStopping();
    }

    @Override
    public void start() {
        background.start();
    }

    @Override
    public void stop() {
        background.stop();
    }

    @Override
    public boolean isRunning() {
        return background.isRunning();
    }

    private void roundOrLog() {
        try {
            round();
        } catch (RuntimeException e) {
            log.error("a round of {} broke off; trying again", name, e);
        }
    }
}
