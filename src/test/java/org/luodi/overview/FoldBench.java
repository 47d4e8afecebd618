package org.luodi.overview;

import org.springframework.context.ApplicationContext;

/** Opens the fold to the measurement. */
public final class FoldBench {

    private final FoldLoop loop;
    private final Fold fold;

    public FoldBench(ApplicationContext application) {
        this.loop = application.getBean(FoldLoop.class);
        this.fold = application.getBean(Fold.class);
    }

    public void pause() {
        loop.stop();
    }

    public void resume() {
        loop.start();
    }

    /** Folds until nothing is left; returns how many entries that were. */
    public long foldAll() {
        long entries = 0;
        for (int step = fold.step(); step > 0; step = fold.step()) {
            entries += step;
        }
        return entries;
    }
}
