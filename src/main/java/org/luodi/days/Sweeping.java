package org.luodi.days;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.luodi.matters.Matter;
import org.luodi.matters.Waiting;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Once a day: tells units what is due in seven days and what became overdue, and forgets notices of long ago. In portions. */
@Component
class Sweeping {

    private static final int PORTION = 2000;
    private static final int AHEAD = 7;
    private static final Duration KEPT = Duration.ofDays(180);

    private final Waiting waiting;
    private final NoticeStore store;
    private final TransactionTemplate portion;
    private final Clock clock;

    Sweeping(Waiting waiting, NoticeStore store, PlatformTransactionManager transactions, Clock clock) {
        this.waiting = waiting;
        this.store = store;
        this.portion = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Sweeps what no earlier day has told; does nothing a second time on the same day. */
    void sweep(BooleanSupplier stopping) {
        LocalDate today = LocalDate.now(clock);
        LocalDate last = store.swept().orElse(today.minusDays(1));
        if (!last.isBefore(today)) {
            return;
        }
        boolean all = tell("due", last.plusDays(AHEAD + 1L), today.plusDays(AHEAD), stopping)
                && tell("overdue", last, today.minusDays(1), stopping);
        if (all) {
            forget(stopping);
            store.swept(today);
        }
    }

    private void forget(BooleanSupplier stopping) {
        int gone;
        do {
            gone = store.forget(clock.instant().minus(KEPT), PORTION);
        } while (gone == PORTION && !stopping.getAsBoolean());
    }

    private boolean tell(String word, LocalDate from, LocalDate to, BooleanSupplier stopping) {
        List<Matter> found = List.of();
        do {
            Matter after = found.isEmpty() ? null : found.get(found.size() - 1);
            found = waiting.dueBetween(from, to, after, PORTION);
            List<NoticeStore.Row> rows = found.stream().map(m -> row(m, word)).toList();
            portion.executeWithoutResult(status -> store.insert(rows));
        } while (found.size() == PORTION && !stopping.getAsBoolean());
        return found.size() < PORTION;
    }

    private NoticeStore.Row row(Matter matter, String word) {
        return new NoticeStore.Row(
                0, matter.unit(), "matter", matter.id().value(), word, matter.due(), 0, 0, clock.instant(), false);
    }
}
