package org.luodi.overview;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.luodi.matters.Matters;
import org.luodi.organisation.Units;
import org.luodi.platform.ledger.Entry;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Place;
import org.luodi.platform.server.Progress;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts everything again from the tables, independently of the fold. Comparing and rebuilding work at any moment, with
 * moves going on: both look at one snapshot.
 */
@Component
class Recount {

    static final String STEP = "overview.step.recount";

    private static final int TRIES = 50;

    /** Shares of the time that a recount of five million matters takes. */
    private static final int ALL = 100;

    private static final int TREE = 10;
    private static final int OWN = 20;
    private static final int CLIMBED = 40;
    private static final int FLOWS = 50;
    private static final int SUMS = 90;

    private final Ledger ledger;
    private final Fold fold;
    private final TallyStore tallies;
    private final FreshTallies fresh;
    private final FreshFlows flows;
    private final Facts facts;
    private final Clock clock;
    private final TransactionTemplate snapshot;

    Recount(Parts parts, Facts facts, Clock clock, PlatformTransactionManager transactions) {
        this.ledger = parts.ledger();
        this.fold = parts.fold();
        this.tallies = parts.tallies();
        this.fresh = parts.fresh();
        this.flows = parts.flows();
        this.facts = facts;
        this.clock = clock;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** What a recount works with on its own side of the boundary. */
    @Component
    record Parts(Ledger ledger, Fold fold, TallyStore tallies, FreshTallies fresh, FreshFlows flows) {}

    /** The modules below, as sources of facts. */
    @Component
    record Facts(Units units, Matters matters) {}

    /** Where running tallies and a recount differ, at one moment; empty when they agree to the last digit. */
    List<String> compare() {
        return inSnapshot(
                () -> {
                    fold.applyAllSeen();
                    fresh.takeTree(facts.units());
                    List<String> wrong = new ArrayList<>(fresh.treeDifferences());
                    countAnew(Progress.silent().step(STEP));
                    wrong.addAll(fresh.differences());
                    wrong.addAll(flows.differences());
                    return wrong;
                },
                true);
    }

    /** Replaces all tallies by a recount, and says how far it has come. */
    void rebuild(Progress.Step step) {
        inSnapshot(
                () -> {
                    tallies.lockProgress();
                    fresh.takeTree(facts.units());
                    fresh.adoptTree();
                    step.at(TREE, ALL);
                    countAnew(step);
                    fresh.replaceSums();
                    step.at(SUMS, ALL);
                    flows.replace();
                    markCounted();
                    tallies.upToDate();
                    return null;
                },
                false);
    }

    private void countAnew(Progress.Step step) {
        fresh.ownFromCensus(facts.matters());
        step.at(OWN, ALL);
        fresh.climb();
        step.at(CLIMBED, ALL);
        flows.fromLedger();
        step.at(FLOWS, ALL);
    }

    private void markCounted() {
        long firstRunning = ledger.firstRunning();
        tallies.forgetCounted();
        Place place = new Place(firstRunning - 1, Long.MAX_VALUE);
        List<Entry> entries = ledger.seenAfter(place, Fold.BATCH);
        while (!entries.isEmpty()) {
            tallies.markCounted(entries.stream().map(Entry::place).toList());
            place = entries.get(entries.size() - 1).place();
            entries = ledger.seenAfter(place, Fold.BATCH);
        }
        fold.markFolded(firstRunning, clock.instant());
    }

    private <T> T inSnapshot(Supplier<T> work, boolean rollBack) {
        for (int attempt = 1; ; attempt++) {
            try {
                return snapshot.execute(status -> {
                    if (rollBack) {
                        status.setRollbackOnly();
                    }
                    return work.get();
                });
            } catch (ConcurrencyFailureException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }
}
