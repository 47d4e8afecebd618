package org.luodi.overview;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.luodi.platform.ledger.Entry;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Place;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Folds ledger entries into the tallies, a batch a transaction together with the mark of how far it has come: after a
 * crash it goes on where it was, and no entry counts twice.
 */
@Component
class Fold {

    static final int BATCH = 5000;

    private final Ledger ledger;
    private final TallyStore tallies;
    private final NodeStore nodes;
    private final TreeCopy tree;
    private final ZoneId zone;

    Fold(Ledger ledger, TallyStore tallies, NodeStore nodes, TreeCopy tree, ZoneId zone) {
        this.ledger = ledger;
        this.tallies = tallies;
        this.nodes = nodes;
        this.tree = tree;
        this.zone = zone;
    }

    /** Folds one batch; returns how many entries it read, 0 when there was none. */
    @Transactional
    public int step() {
        Place from = tallies.lockProgress();
        List<Entry> entries = ledger.after(from, BATCH);
        if (!entries.isEmpty()) {
            apply(entries);
            Entry last = entries.get(entries.size() - 1);
            tallies.progress(last.place(), last.at());
        }
        return entries.size();
    }

    /** Folds what the running transaction sees, without moving the mark; for a comparison that is rolled back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void applyAllSeen() {
        Place from = tallies.lockProgress();
        List<Entry> entries = ledger.seenAfter(from, BATCH);
        while (!entries.isEmpty()) {
            apply(entries);
            from = entries.get(entries.size() - 1).place();
            entries = ledger.seenAfter(from, BATCH);
        }
    }

    /** Marks everything older than every running transaction as folded. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void markFolded(long firstRunning, Instant at) {
        tallies.progress(new Place(firstRunning - 1, Long.MAX_VALUE), at);
    }

    private void apply(List<Entry> entries) {
        boolean anyCounted = tallies.anyCounted();
        Deltas deltas = new Deltas();
        for (Entry entry : entries) {
            if (anyCounted && tallies.takeCounted(entry.place())) {
                continue;
            }
            deltas = apply(entry, deltas);
        }
        flush(deltas);
    }

    private Deltas apply(Entry entry, Deltas deltas) {
        switch (entry.about().kind()) {
            case "matter" -> deltas.add(Step.of(entry, zone));
            case "unit" -> {
                if (entry.body().has("superiors")) {
                    flush(deltas);
                    tree.move((int) entry.about().id(), entry.body().path("superiors"));
                    return new Deltas();
                }
            }
            case "tree" -> {
                flush(deltas);
                tree.refresh();
                return new Deltas();
            }
            default -> {
                return deltas;
            }
        }
        return deltas;
    }

    private void flush(Deltas deltas) {
        deltas.climb(nodes.paths(deltas.units()));
        tallies.add(deltas);
    }
}
