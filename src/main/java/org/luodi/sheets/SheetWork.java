package org.luodi.sheets;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.luodi.platform.Refusal;
import org.luodi.platform.ledger.Change;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Reach;
import org.luodi.platform.ledger.Subject;
import org.luodi.sheets.Sheet.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/** Reads and applies sheets in the background, two at a time; goes on after a restart with what was left. */
@Component
class SheetWork implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(SheetWork.class);
    private static final int AGAIN = 2;

    private final SheetStore store;
    private final SheetRowStore rows;
    private final SheetReading reading;
    private final SheetApplying applying;
    private final Ledger ledger;
    private final Clock clock;
    private final TransactionOperations transaction;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2, work -> {
        Thread thread = new Thread(work, "sheets");
        thread.setDaemon(true);
        return thread;
    });

    SheetWork(
            SheetStore store,
            SheetRowStore rows,
            SheetReading reading,
            SheetApplying applying,
            Ledger ledger,
            Clock clock,
            TransactionOperations transaction) {
        this.store = store;
        this.rows = rows;
        this.reading = reading;
        this.applying = applying;
        this.ledger = ledger;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Reading begins anew; applying goes on after the last chunk that was committed. A sheet brought while the server comes up, or
     * one that another server works on, is taken over.
     */
    @EventListener(ApplicationReadyEvent.class)
    void goOn() {
        store.running().forEach(sheet -> begin(sheet.id()));
    }

    void begin(long id) {
        threads.execute(() -> work(id));
    }

    /** A database that is away for a moment ends no work: it is begun again as after a restart. */
    private void work(long id) {
        try {
            store.take(id).ifPresent(this::attempt);
        } catch (SheetStore.TakenOver elsewhere) {
            LOG.info("{}", elsewhere.getMessage());
        } catch (RuntimeException away) {
            if (threads.isShutdown()) {
                return;
            }
            if (!isOutage(away)) {
                throw away;
            }
            LOG.warn("Sheet {} waits for the database", id, away);
            threads.schedule(() -> work(id), AGAIN, TimeUnit.SECONDS);
        }
    }

    private static boolean isOutage(RuntimeException failure) {
        return failure instanceof DataAccessResourceFailureException
                || failure instanceof TransientDataAccessException
                || failure instanceof TransactionException;
    }

    private void attempt(Sheet sheet) {
        try {
            State end = sheet.state() == State.READING ? reading.read(sheet) : applying.apply(sheet);
            end(sheet, end);
        } catch (Refusal refusal) {
            fail(sheet, refusal);
        } catch (RuntimeException unexpected) {
            if (threads.isShutdown() || isOutage(unexpected) || unexpected instanceof SheetStore.TakenOver) {
                throw unexpected;
            }
            broken(sheet, unexpected);
        } catch (Error unexpected) {
            // What fills the memory once fills it after each restart: it is not read again.
            broken(sheet, unexpected);
        }
    }

    private void broken(Sheet sheet, Throwable unexpected) {
        LOG.error("Sheet {} stopped while {}", sheet.id(), sheet.state(), unexpected);
        fail(sheet, Refusal.of("sheets.refused.broken", sheet.id()));
    }

    /** Of a sheet that cannot be read to its end nothing is shown; what was applied of one that stops stays. */
    private void fail(Sheet sheet, Refusal refusal) {
        boolean unread = sheet.state() == State.READING;
        transaction.executeWithoutResult(status -> {
            store.hold(sheet);
            if (unread) {
                rows.clear(sheet.id());
            }
            end(sheet, unread ? State.REFUSED : State.CANCELLED);
            store.reason(sheet.id(), refusal.key(), refusal.args());
        });
    }

    private void end(Sheet sheet, State state) {
        transaction.executeWithoutResult(status -> {
            store.hold(sheet);
            if (store.become(sheet.id(), sheet.state(), state, clock.instant())) {
                Sheet.Counts counts = rows.counts(sheet.id());
                ledger.append(new Change(
                        clock.instant(),
                        sheet.actor(),
                        sheet.unit() == null ? null : sheet.unit().value(),
                        new Subject("sheet", sheet.id()),
                        sheet.state() == State.READING ? "read" : "applied",
                        Map.of(
                                "to", state.word(),
                                "created", counts.appliedOf(Sheet.Outcome.CREATE),
                                "updated", counts.appliedOf(Sheet.Outcome.UPDATE),
                                "refused", counts.of(Sheet.Outcome.REFUSED)),
                        Reach.NONE));
            }
        });
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
