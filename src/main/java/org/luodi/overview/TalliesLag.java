package org.luodi.overview;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.luodi.platform.ledger.Entry;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.server.Lag;
import org.springframework.stereotype.Component;

/** How far the tallies are behind the ledger. */
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
    public long waiting() {
        return ledger.after(tallies.mark(), BOUND).size();
    }

    @Override
    public Optional<Instant> since() {
        List<Entry> oldest = ledger.after(tallies.mark(), 1);
        return oldest.stream().findFirst().map(Entry::at);
    }
}
