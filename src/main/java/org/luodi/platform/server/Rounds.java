package org.luodi.platform.server;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
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
    private volatile Beat beat;

    /**
     * How the rounds of one kind go.
     *
     * @param well when the last one ended well, null before the first
     * @param failures how many have broken off since
     */
    public record Beat(String name, Instant well, int failures) {}

    /** Rounds with a pause between them; the name is the thread's. */
    protected Rounds(String name, Duration pause) {
        this.name = name;
        this.background = new Background(name, pause, this::roundOrLog);
        this.beat = new Beat(name, null, 0);
    }

    /** Rounds of one step, taken again at once as long as it says that there is more. */
    public static Rounds of(String name, Duration pause, BooleanSupplier step) {
        return new Rounds(name, pause) {
            @Override
            protected void round() {
                whileMore(step);
            }
        };
    }

    /** One round; a long one breaks off where {@link #isStopping} says so. */
    protected abstract void round();

    /** Takes a step, and another as long as it says that there is more and nobody waits for the end. */
    protected final void whileMore(BooleanSupplier step) {
        boolean more;
        do {
            more = step.getAsBoolean();
        } while (more && !isStopping());
    }

    protected final boolean isStopping() {
        return background.isStopping();
    }

    /** How they go. */
    public final Beat beat() {
        return beat;
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
            beat = new Beat(name, Instant.now(), 0);
        } catch (RuntimeException e) {
            beat = new Beat(name, beat.well(), beat.failures() + 1);
            log.error("a round of {} broke off; trying again", name, e);
        }
    }
}
