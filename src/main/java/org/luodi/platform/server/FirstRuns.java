package org.luodi.platform.server;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;

/** Does all first-run work before the web server opens its port, so that whoever gets an answer gets a whole one. */
class FirstRuns implements SmartLifecycle {

    private static final int LONG = 3;

    private final ObjectProvider<FirstRun> runs;
    private final Progress progress;
    private boolean running;

    FirstRuns(ObjectProvider<FirstRun> runs, Progress progress) {
        this.runs = runs;
        this.progress = progress;
    }

    List<FirstRun> inOrder() {
        return runs.stream().sorted(Comparator.comparingInt(FirstRun::order)).toList();
    }

    @Override
    public void start() {
        running = true;
        var began = System.nanoTime();
        for (var run : inOrder()) {
            progress.group();
            run.run(progress);
            progress.ungroup();
        }
        if (System.nanoTime() - began > TimeUnit.SECONDS.toNanos(LONG)) {
            // Loading a nation leaves hundreds of megabytes that the server at rest would keep for good.
            System.gc();
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before everything else that has a lifecycle, the web server and the jobs among them. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
