package org.luodi.organisation;

import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.ledger.Change;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Reach;
import org.luodi.platform.ledger.Subject;
import org.luodi.platform.server.FirstRun;
import org.luodi.platform.server.Progress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Loads the shipped tree into an empty installation, before the first page; only its root where {@code luodi.tree} is false. */
@Component
class FirstTree implements FirstRun {

    private static final int REPORTED = 10_000;

    private final TreeLoad load;
    private final UnitStore store;
    private final Ledger ledger;
    private final Clock clock;
    private final TransactionOperations transaction;
    private final List<MoreUnits> more;
    private final boolean whole;

    FirstTree(Tools tools, Ledger ledger, Clock clock, TransactionOperations transaction) {
        this.load = tools.load();
        this.store = tools.store();
        this.more = tools.more();
        this.whole = tools.whole();
        this.ledger = ledger;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** What a load works with. */
    @Component
    record Tools(
            TreeLoad load,
            UnitStore store,
            List<MoreUnits> more,
            @Value("${luodi.tree:true}") boolean whole) {}

    @Override
    public int order() {
        return 100;
    }

    @Override
    public void run(Progress progress) {
        try (var step = progress.step("organisation.step.tree")) {
            if (!load.possible()) {
                step.already();
                return;
            }
            if (!whole) {
                step.result(load(List.of(NationalTree.root()).iterator()));
                return;
            }
            try (NationalTree tree = new NationalTree()) {
                step.result(load(counted(all(tree), step)));
            }
        }
    }

    /** Loads rows into an empty tree, with their one ledger entry; returns how many. */
    int load(Iterator<UnitRow> rows) {
        return transaction.execute(status -> {
            store.lockTree();
            int count = load.load(rows, unit -> more.stream().anyMatch(m -> m.holdsPost(unit)));
            store.newTreeVersion();
            ledger.append(new Change(
                    clock.instant(),
                    Actor.SYSTEM,
                    null,
                    new Subject("tree", 1),
                    "imported",
                    Map.of("created", count),
                    Reach.NONE));
            return count;
        });
    }

    private Iterator<UnitRow> all(NationalTree tree) {
        Stream<UnitRow> rows = tree.rows();
        for (MoreUnits source : more) {
            rows = source.around(rows);
        }
        return rows.iterator();
    }

    private static Iterator<UnitRow> counted(Iterator<UnitRow> rows, Progress.Step step) {
        return new Iterator<>() {
            private int read;

            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public UnitRow next() {
                if (++read % REPORTED == 0) {
                    step.at(read, NationalTree.SIZE);
                }
                return rows.next();
            }
        };
    }
}
