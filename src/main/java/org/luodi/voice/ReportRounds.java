package org.luodi.voice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.luodi.platform.Refusal;
import org.luodi.platform.server.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What reports do by themselves: what nobody looked at goes its way, and silence brings the arbiter. */
@Component
@ConditionalOnWebApplication
class ReportRounds extends Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(ReportRounds.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int REPORTS = 200;

    private final ReportListStore lists;
    private final ReportAnswering answering;
    private final TransactionOperations transaction;
    private final Clock clock;

    ReportRounds(ReportListStore lists, ReportAnswering answering, TransactionOperations transaction, Clock clock) {
        super("voice", PAUSE);
        this.lists = lists;
        this.answering = answering;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    protected void round() {
        ring(clock.instant());
    }

    /** Moves every report whose day was past at this moment, or tells the unit that has let it pass. */
    void ring(Instant at) {
        ReportActing clockwork = ReportActing.nobody(at);
        LocalDate today = clockwork.day(clock.getZone());
        each(after -> lists.late(today, after, REPORTS), clockwork);
        each(after -> lists.overdue(today, after, REPORTS), clockwork);
    }

    private void each(Function<ReportId, List<Report>> reading, ReportActing clockwork) {
        ReportId after = new ReportId(0);
        List<Report> some;
        do {
            some = reading.apply(after);
            for (Report report : some) {
                alone(report.id(), clockwork);
                after = report.id();
            }
        } while (some.size() == REPORTS && !isStopping());
    }

    /** One report in a transaction of its own: what is wrong with it must not hold up the others. */
    private void alone(ReportId id, ReportActing clockwork) {
        try {
            transaction.executeWithoutResult(status -> answering.silence(id, clockwork));
        } catch (Refusal faster) {
            LOG.debug("report {} has changed meanwhile", id.value(), faster);
        } catch (RuntimeException e) {
            LOG.error("report {} could not go on; trying again", id.value(), e);
        }
    }
}
