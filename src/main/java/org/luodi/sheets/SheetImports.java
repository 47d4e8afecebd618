package org.luodi.sheets;

import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.luodi.organisation.Scope;
import org.luodi.platform.NotFound;
import org.luodi.platform.Parameter;
import org.luodi.platform.Refusal;
import org.luodi.platform.Slice;
import org.luodi.platform.exchange.SheetLimits;
import org.luodi.platform.exchange.SheetWriter;
import org.luodi.platform.files.StoredFile;
import org.luodi.platform.files.StoredFiles;
import org.luodi.platform.files.Upload;
import org.luodi.platform.ledger.Change;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Reach;
import org.luodi.platform.ledger.Subject;
import org.luodi.programme.Programme;
import org.luodi.programme.Programmes;
import org.luodi.sheets.Sheet.Line;
import org.luodi.sheets.Sheet.Outcome;
import org.luodi.sheets.Sheet.State;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Ledger sheets that people bring: read, shown, applied. Everyone sees his own only. */
@Component
public class SheetImports {

    private static final int PAGE = 200;

    private final SheetStore store;
    private final SheetRowStore rows;
    private final SheetWork work;
    private final StoredFiles files;
    private final Programmes programmes;
    private final Ledger ledger;
    private final Clock clock;
    private final TransactionOperations transaction;

    SheetImports(
            SheetStore store,
            SheetRowStore rows,
            SheetWork work,
            StoredFiles files,
            Programmes programmes,
            Ledger ledger,
            Clock clock,
            TransactionOperations transaction) {
        this.store = store;
        this.rows = rows;
        this.work = work;
        this.files = files;
        this.programmes = programmes;
        this.ledger = ledger;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Keeps the file and begins to read it. Nothing changes before it is applied. */
    public Sheet bring(Upload upload, Integer batch, Scope scope) {
        int into = batch == null ? usualBatch() : batch;
        if (programmes.current().batch(into).isEmpty()) {
            throw Refusal.of("programme.refused.batch", into);
        }
        StoredFile file = files.keep(
                upload, SheetLimits.standard().fileBytes(), scope.actor().id());
        long id = transaction.execute(status -> insert(file, into, scope));
        work.begin(id);
        return store.find(id).orElseThrow();
    }

    /** The batch new matters go into where nobody says otherwise: the running one, else the last. */
    public int usualBatch() {
        Programme programme = programmes.current();
        return programme
                .batchOn(LocalDate.now(clock))
                .orElseGet(() -> programme.batches().get(programme.batches().size() - 1))
                .key();
    }

    private long insert(StoredFile file, int batch, Scope scope) {
        var home = scope.grants().isEmpty() ? null : scope.grants().get(0).unit();
        long id = store.insert(file, new SheetStore.Kept(scope.actor().id(), home, batch), clock.instant());
        ledger.append(new Change(
                clock.instant(),
                scope.actor(),
                home == null ? null : home.value(),
                new Subject("sheet", id),
                "brought",
                Map.of("file", file.digest(), "batch", batch),
                Reach.NONE));
        return id;
    }

    /** One's own sheet; somebody else's does not exist. */
    public Sheet visible(long id, Scope scope) {
        return store.find(id)
                .filter(s -> s.account() == scope.actor().id())
                .orElseThrow(() -> new NotFound("sheet", id));
    }

    /** One's own sheets, the newest first. */
    public Slice<Sheet> list(Scope scope, String cursor, int limit) {
        Long before = cursor == null ? null : Parameter.cursor(cursor);
        return Slice.of(store.of(scope.actor().id(), before, limit + 1), limit, s -> Long.toString(s.id()));
    }

    public Sheet.Counts counts(Sheet sheet) {
        return rows.counts(sheet.id());
    }

    /** Rows of one outcome or of all, in the order of the file. */
    public Slice<Line> rows(Sheet sheet, Outcome outcome, String cursor, int limit) {
        int after = cursor == null ? 0 : (int) Parameter.cursor(cursor);
        return Slice.of(rows.page(sheet.id(), outcome, after, limit + 1), limit, l -> Integer.toString(l.row()));
    }

    /** Takes columns for other fields than their headings suggest, remembers that for the account, and reads again. */
    public void map(Sheet sheet, Map<Integer, Optional<SheetColumn>> fields) {
        transaction.executeWithoutResult(status -> {
            sheet.headings().stream()
                    .filter(h -> fields.containsKey(h.index()))
                    .forEach(h -> store.remember(
                            sheet.account(), h.key(), fields.get(h.index()).orElse(null)));
            boolean again = store.become(sheet.id(), State.READY, State.READING, clock.instant())
                    || store.become(sheet.id(), State.REFUSED, State.READING, clock.instant());
            refuseUnless(again);
        });
        work.begin(sheet.id());
    }

    /** Begins to do what the preview showed; goes on where it was stopped. */
    public void apply(Sheet sheet) {
        boolean begun = store.become(sheet.id(), State.READY, State.APPLYING, clock.instant())
                || (rows.counts(sheet.id()).left() > 0
                        && sheet.headings().size() > 0
                        && store.become(sheet.id(), State.CANCELLED, State.APPLYING, clock.instant()));
        refuseUnless(begun);
        work.begin(sheet.id());
    }

    /** Stops after the chunk under way, or gives up a sheet that was only read. What was applied stays. */
    public void cancel(Sheet sheet) {
        if (sheet.state().isRunning()) {
            store.stop(sheet.id());
        } else {
            refuseUnless(store.become(sheet.id(), State.READY, State.CANCELLED, clock.instant()));
        }
    }

    /** The refused rows as a workbook in the layout they came in, with the reason behind each. */
    public void refused(Sheet sheet, OutputStream out, String language, Function<Line, String> reason) {
        List<SheetWriter.Column> columns = new ArrayList<>();
        sheet.headings().forEach(h -> columns.add(new SheetWriter.Column(h.text(), 20)));
        columns.add(new SheetWriter.Column(ColumnNames.reason(language), 60));
        try (SheetWriter writer = SheetWriter.workbook(out, ColumnNames.reason(language), columns)) {
            List<Line> page = rows.page(sheet.id(), Outcome.REFUSED, 0, PAGE);
            while (!page.isEmpty()) {
                page.forEach(line -> writer.row(cells(line, sheet.headings().size(), reason)));
                page = rows.page(
                        sheet.id(), Outcome.REFUSED, page.get(page.size() - 1).row(), PAGE);
            }
        }
    }

    private static List<String> cells(Line line, int width, Function<Line, String> reason) {
        List<String> cells = new ArrayList<>(line.payload());
        while (cells.size() < width) {
            cells.add(null);
        }
        cells.add(reason.apply(line));
        return cells;
    }

    private static void refuseUnless(boolean fine) {
        if (!fine) {
            throw Refusal.conflict("sheets.refused.state");
        }
    }
}
