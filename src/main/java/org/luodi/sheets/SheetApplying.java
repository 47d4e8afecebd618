package org.luodi.sheets;

import java.util.ArrayList;
import java.util.List;
import org.luodi.matters.MatterBatches;
import org.luodi.matters.MatterBatches.Correction;
import org.luodi.matters.MatterBatches.Taken;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Grants;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.luodi.sheets.Sheet.Line;
import org.luodi.sheets.Sheet.Outcome;
import org.luodi.sheets.Sheet.State;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Does what a sheet's rows say, 2,000 rows in one transaction with their ledger entries. Each row is decided anew: what
 * somebody else changed since the preview is refused, never overwritten.
 */
@Component
class SheetApplying {

    private static final int CHUNK = 2_000;

    private final SheetStore store;
    private final SheetRowStore rows;
    private final MatterBatches batches;
    private final SheetDecisions decisions;
    private final Grants grants;
    private final TransactionOperations transaction;

    SheetApplying(
            SheetStore store,
            SheetRowStore rows,
            MatterBatches batches,
            SheetDecisions decisions,
            Grants grants,
            TransactionOperations transaction) {
        this.store = store;
        this.rows = rows;
        this.batches = batches;
        this.decisions = decisions;
        this.grants = grants;
        this.transaction = transaction;
    }

    /** Applies the rows that are left; returns the state the sheet comes to. What was applied stays, whatever comes. */
    State apply(Sheet sheet) {
        int total = Math.max(1, rows.counts(sheet.id()).left());
        int done = 0;
        SheetDecisions.Run run = decisions.run(sheet);
        List<Line> chunk = rows.left(sheet.id(), 0, CHUNK);
        while (!chunk.isEmpty()) {
            if (store.stopping(sheet.id())) {
                return State.CANCELLED;
            }
            apply(chunk, sheet, run);
            done += chunk.size();
            store.percent(sheet.id(), (int) (99L * done / total));
            chunk = rows.left(sheet.id(), chunk.get(chunk.size() - 1).row(), CHUNK);
        }
        return State.DONE;
    }

    /** All at once; where one row stands in the way, each by itself, so that it alone is refused. */
    private void apply(List<Line> chunk, Sheet sheet, SheetDecisions.Run run) {
        Refusal reason = attempt(chunk, sheet, run);
        if (reason != null && chunk.size() == 1) {
            transaction.executeWithoutResult(status -> {
                store.hold(sheet);
                rows.settle(sheet.id(), List.of(chunk.get(0).refused(reason)));
            });
        } else if (reason != null) {
            chunk.forEach(line -> apply(List.of(line), sheet, run));
        }
    }

    /** Null where it went well; else nothing has changed. */
    private Refusal attempt(List<Line> chunk, Sheet sheet, SheetDecisions.Run run) {
        run.renew(grants.scopeOf(sheet.actor()));
        try {
            transaction.executeWithoutResult(status -> {
                store.hold(sheet);
                rows.settle(sheet.id(), settle(chunk, sheet, run));
            });
            return null;
        } catch (Refusal refusal) {
            return refusal;
        } catch (NotFound unseen) {
            return Refusal.of("sheets.refused.unit.gone");
        } catch (DuplicateKeyException taken) {
            return Refusal.conflict("sheets.refused.stale");
        }
    }

    private List<Line> settle(List<Line> chunk, Sheet sheet, SheetDecisions.Run run) {
        List<SheetVerdict> verdicts = run.decide(chunk.stream()
                .map(line -> SheetEntry.of(line.row(), sheet.headings(), line.payload()))
                .toList());
        Batch batch = new Batch(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < chunk.size(); i++) {
            batch.add(chunk.get(i), verdicts.get(i));
        }
        List<MatterId> ids = batches.takeOver(batch.created(), run.scope());
        for (int i = 0; i < ids.size(); i++) {
            batch.settled().add(batch.creating().get(i).settled(Outcome.CREATE, ids.get(i)));
        }
        batches.correct(batch.corrections(), run.scope());
        return batch.settled();
    }

    /** The rows of a chunk by what is to be done: nothing more, bring into being, correct. */
    private record Batch(List<Line> settled, List<Line> creating, List<Taken> created, List<Correction> corrections) {

        void add(Line line, SheetVerdict verdict) {
            Refusal refusal = standsInTheWay(line, verdict);
            if (refusal != null) {
                settled.add(line.refused(refusal));
                return;
            }
            if (verdict.outcome() == Outcome.CREATE) {
                creating.add(line);
                created.add(new Taken(verdict.created(), verdict.stage()));
                return;
            }
            settled.add(
                    line.settled(verdict.outcome(), verdict.standing().matter().id()));
            if (verdict.outcome() == Outcome.UPDATE) {
                corrections.add(new Correction(verdict.standing(), verdict.amendment()));
            }
        }
    }

    /** Why a row cannot be applied as it was shown; null where it can. */
    private static Refusal standsInTheWay(Line line, SheetVerdict verdict) {
        if (verdict.outcome() == Outcome.REFUSED) {
            return verdict.refusal();
        }
        boolean otherwise = verdict.outcome() != line.outcome() && verdict.outcome() != Outcome.SAME;
        boolean changed = verdict.outcome() == Outcome.UPDATE
                && line.version() != null
                && line.version() != verdict.standing().matter().version();
        return otherwise || changed ? Refusal.conflict("sheets.refused.stale") : null;
    }
}
