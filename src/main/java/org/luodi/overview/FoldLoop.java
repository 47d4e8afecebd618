package org.luodi.overview;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** The one background writer: folds while there is something to fold, then looks again a moment later. */
@Component
class FoldLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FoldLoop.class);
    private static final long PAUSE_MILLIS = 200;

    private final Fold fold;
    private final Clock clock;
    private volatile Thread thread;
    private volatile CountDownLatch stop = new CountDownLatch(1);
    private volatile Instant completeAt;

    FoldLoop(Fold fold, Clock clock) {
        this.fold = fold;
        this.clock = clock;
    }

    /** The last moment at which nothing was left to fold; null before the first. */
    Instant completeAt() {
        return completeAt;
    }

    /** Folds until nothing is left. */
    void catchUp() {
        Instant began = clock.instant();
        while (fold.step() > 0) {
            began = clock.instant();
        }
        completeAt = began;
    }

    @Override
    public synchronized void start() {
        stop = new CountDownLatch(1);
        thread = new Thread(this::loop, "fold");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public synchronized void stop() {
        stop.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void loop() {
        try {
            do {
                catchUpOrLog();
            } while (!stop.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void catchUpOrLog() {
        try {
            catchUp();
        } catch (ConcurrencyFailureException e) {
            LOG.debug("another writer was faster", e);
        } catch (RuntimeException e) {
            LOG.error("the tallies could not be folded; trying again", e);
        }
    }
}
