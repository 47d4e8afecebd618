package org.luodi.overview;

import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.server.FirstRun;
import org.luodi.platform.server.Progress;
import org.springframework.stereotype.Component;

/** Brings the numbers up to date before the first page is served: by folding, or by a recount where that is quicker. */
@Component
class Counting implements FirstRun {

    private final Ledger ledger;
    private final TallyStore tallies;
    private final FoldLoop fold;
    private final Recount recount;

    Counting(Ledger ledger, TallyStore tallies, FoldLoop fold, Recount recount) {
        this.ledger = ledger;
        this.tallies = tallies;
        this.fold = fold;
        this.recount = recount;
    }

    @Override
    public int order() {
        return 900;
    }

    @Override
    public void run(Progress progress) {
        try (var step = progress.step("overview.step.fold")) {
            int waiting = ledger.after(tallies.mark(), 2 * Fold.BATCH).size();
            if (waiting == 2 * Fold.BATCH || tallies.outdated()) {
                recount.rebuild(step);
            }
            fold.catchUp();
            step.result(waiting);
        }
    }
}
