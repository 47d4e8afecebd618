package org.luodi.platform.server;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A thread of its own that does a piece of work, pauses, and does it again, until it is told to stop. */
final class Background {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final String name;
    private final Duration pause;
    private final Runnable work;
    private volatile Thread thread;
    private volatile CountDownLatch stop = new CountDownLatch(1);

    /**
     * Prepares it; {@link #start} begins.
     *
     * @param work one round; it answers for its own errors, and where it cannot, the next one comes all the same
     */
    Background(String name, Duration pause, Runnable work) {
        this.name = name;
        this.pause = pause;
        this.work = work;
    }

    synchronized void start() {
        stop = new CountDownLatch(1);
        thread = new Thread(this::loop, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Lets the round under way end, and waits for it. */
    synchronized void stop() {
        stop.countDown();
        try {
            if (thread != null) {
                thread.join(LONGEST_WAIT.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    /** Whether it was begun and not told to stop. */
    boolean isStarted() {
        return thread != null;
    }

    /** Whether rounds go on; not where the thread has died. */
    boolean isRunning() {
        Thread now = thread;
        return now != null && now.isAlive();
    }

    /** Whether a long round should break off. */
    boolean isStopping() {
        return stop.getCount() == 0;
    }

    private void loop() {
        try {
            do {
                attempt();
            } while (!stop.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt() {
        try {
            work.run();
        } catch (Throwable unanswered) {
            // Full memory breaks off the words about it too; the next round comes all the same.
        }
    }
}
