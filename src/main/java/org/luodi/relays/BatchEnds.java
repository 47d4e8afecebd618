package org.luodi.relays;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.luodi.matters.MatterId;
import org.luodi.matters.Relaying;
import org.luodi.organisation.UnitId;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.server.Rounds;
import org.luodi.programme.Programme;
import org.luodi.programme.Programmes;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The end of a batch closes nothing: what is open goes into packages, which the unit's office accepts item by item into the
 * batch that runs (mechanisms 27, 28). In portions, from where it stopped.
 */
@Component
@ConditionalOnWebApplication
class BatchEnds extends Rounds {

    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final int UNITS = 200;
    private static final int WHOLE = 5_000;

    private final BatchEndStore ends;
    private final WayStore ways;
    private final Opening opening;
    private final Relaying matters;
    private final Programmes programmes;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BatchEnds(
            BatchEndStore ends,
            WayStore ways,
            Opening opening,
            Relaying matters,
            Programmes programmes,
            TransactionTemplate transaction,
            Clock clock) {
        super("batch-ends", PAUSE);
        this.ends = ends;
        this.ways = ways;
        this.opening = opening;
        this.matters = matters;
        this.programmes = programmes;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Opens what is to be opened on a day; nothing where no later batch runs. */
    void open(LocalDate today) {
        Programme programme = programmes.current();
        Programme.Batch running = programme.batchOn(today).orElse(null);
        if (running == null) {
            return;
        }
        for (Programme.Batch batch : programme.batches()) {
            while (batch.isClosed(today) && !isStopping() && !ends.done(batch.key())) {
                transaction.executeWithoutResult(status -> portion(batch.key(), running.key()));
            }
        }
    }

    private void portion(int ended, int running) {
        UnitId last = ends.last(ended).orElse(new UnitId(0));
        List<UnitId> units = matters.unitsWithOpen(ended, last, UNITS);
        units.forEach(unit -> offer(unit, ended, running));
        UnitId reached = units.isEmpty() ? last : units.get(units.size() - 1);
        ends.reached(ended, reached, units.size() < UNITS ? clock.instant() : null);
    }

    /** All that is open there and not on its way, in as many packages as it takes. */
    private void offer(UnitId unit, int ended, int running) {
        List<MatterId> open;
        do {
            open = matters.open(unit, ended, ways.from(unit), WHOLE).stream()
                    .map(t -> t.matter().id())
                    .toList();
            RelayDraft draft = new RelayDraft(Relay.Kind.BATCH, unit, unit, open, null, null);
            opening.open(draft, running, Actor.SYSTEM, clock.instant());
        } while (open.size() == WHOLE);
    }

    @Override
    protected void round() {
        open(LocalDate.now(clock));
    }
}
