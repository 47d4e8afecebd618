package org.luodi.overview;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.luodi.platform.ledger.Entry;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.server.Lag;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How far the tallies are behind the ledger. What is written but not settled waits too: a transaction that hangs, in another database
 * of the same server even, holds up all who follow.
 */
@Component
class TalliesLag implements Lag {

    private static final int BOUND = 1000;

    private final Ledger ledger;
    private final TallyStore tallies;

    TalliesLag(Ledger ledger, TallyStore tallies) {
        this.ledger = ledger;
        this.tallies = tallies;
    }

    @Override
    public String name() {
        return "tallies";
    }

    @Override
    @Transactional(readOnly = true)
    public long waiting() {
        return ledger.seenAfter(tallies.mark(), BOUND).size();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Instant> since() {
        List<Entry> oldest = ledger.seenAfter(tallies.mark(), 1);
        return oldest.stream().findFirst().map(Entry::at);
    }
}
