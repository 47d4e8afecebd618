package org.luodi.relays;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.luodi.matters.Matter;
import org.luodi.platform.identity.Actor;
import org.luodi.programme.Programme;
import org.luodi.programme.Programmes;
import org.springframework.stereotype.Component;

/** What was on another way while its batch ended: it does not stay there. In the caller's transaction. */
@Component
class Again {

    private final WayStore ways;
    private final BatchEndStore ends;
    private final Opening opening;
    private final Programmes programmes;
    private final Clock clock;

    Again(WayStore ways, BatchEndStore ends, Opening opening, Programmes programmes, Clock clock) {
        this.ways = ways;
        this.ends = ends;
        this.opening = opening;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** The batch a matter goes into with its package: the one that runs in place of one that has ended; null where it stays. */
    Integer into(Relay relay, Matter matter) {
        Integer goal = relay.batch() == null ? Integer.valueOf(matter.batch()) : relay.batch();
        return hasEnded(goal) ? running().orElse(null) : goal;
    }

    /** Offers a matter to the unit it lies with into the batch that runs, once into each; no batch running, as soon as one does. */
    void offer(Matter matter) {
        if (!hasEnded(matter.batch())) {
            return;
        }
        Optional<Integer> running = running();
        if (running.isEmpty()) {
            ends.again(matter.batch());
        } else if (!ways.ledInto(running.get(), matter.id(), matter.unit())) {
            opening.open(
                    new RelayDraft(Relay.Kind.BATCH, matter.unit(), matter.unit(), List.of(matter.id()), null, null),
                    running.get(),
                    Actor.SYSTEM,
                    clock.instant());
        }
    }

    private boolean hasEnded(int batch) {
        return programmes
                .current()
                .batch(batch)
                .filter(b -> b.isClosed(today()))
                .isPresent();
    }

    private Optional<Integer> running() {
        return programmes.current().batchOn(today()).map(Programme.Batch::key);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
