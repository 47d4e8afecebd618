package org.luodi.platform.web;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.identity.Powers;
import org.luodi.platform.ledger.Change;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Reach;
import org.luodi.platform.ledger.Subject;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down who took a file away; in a transaction of its own, which ends before the first byte goes out. */
@Component
class ExportBook {

    private final Ledger ledger;
    private final ObjectProvider<Powers> powers;
    private final Clock clock;

    ExportBook(Ledger ledger, ObjectProvider<Powers> powers, Clock clock) {
        this.ledger = ledger;
        this.powers = powers;
        this.clock = clock;
    }

    /**
     * What was taken.
     *
     * @param what the address as the programs name it, without anything that was asked for
     * @param about the number in the address, 0 where there is none
     * @param handedOut the number under which the reason is kept; null where none was asked for
     */
    record Taken(String what, String format, long about, Long handedOut) {

        private Map<String, ?> body() {
            return handedOut == null
                    ? Map.of("what", what, "format", format)
                    : Map.of("what", what, "format", format, "handedOut", handedOut);
        }
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void note(Taken taken, Actor by) {
        Optional<Powers.Seat> seat =
                powers.stream().flatMap(p -> p.seat(by.id()).stream()).findFirst();
        ledger.append(new Change(
                clock.instant(),
                by,
                seat.map(Powers.Seat::unit).orElse(null),
                new Subject("export", taken.about()),
                "taken",
                taken.body(),
                seat.map(Powers.Seat::reach).orElse(Reach.NONE)));
    }
}
