package org.luodi.platform.server;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Work beside the requests, round after round while the application runs, in a thread of its own. A round that breaks off,
 * by whatever, is logged, and the next one tries again.
 */
public abstract class Rounds implements SmartLifecycle {

    private final Logger log = LoggerFactory.getLogger(getClass());
    private final String name;
    private final Background background;
    private final Duration pause;
    private volatile Instant ended;
    private volatile Instant well;
    private volatile int failures;

    /**
     * How the rounds of one kind go.
     *
     * @param well when the last one ended well, null before the first
     * @param failures how many have broken off since
     * @param late how long the next one has been under way, with its pause taken off
     * @param alive false where no more will come
     */
    public record Beat(String name, Instant well, int failures, Duration late, boolean alive) {}

    /** Rounds with a pause between them; the name is the thread's. */
    protected Rounds(String name, Duration pause) {
        this.name = name;
        this.pause = pause;
        this.background = new Background(name, pause, this::roundOrLog);
        this.ended = Instant.now();
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
        Duration late = Duration.between(ended, Instant.now()).minus(pause);
        return new Beat(name, well, failures, late.isNegative() ? Duration.ZERO : late, isRunning());
    }

    @Override
    public void start() {
        ended = Instant.now();
        background.start();
    }

    @Override
    public void stop() {
        background.stop();
    }

    /** Whether they were begun and not told to stop. */
    public final boolean isStarted() {
        return background.isStarted();
    }

    @Override
    public boolean isRunning() {
        return background.isRunning();
    }

    private void roundOrLog() {
        try {
            round();
            ended = Instant.now();
            well = ended;
            failures = 0;
        } catch (Throwable e) {
            ended = Instant.now();
            failures = failures + 1;
            log.error("a round of {} broke off; trying again", name, e);
        }
    }
}
