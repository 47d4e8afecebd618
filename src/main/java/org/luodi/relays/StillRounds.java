package org.luodi.relays;

import java.time.Duration;
import java.util.Optional;
import org.luodi.platform.server.Rounds;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Walks over all matters every few hours and marks what lies still, so that the list of it costs what it shows. */
@Component
@ConditionalOnWebApplication
class StillRounds extends Rounds {

    private static final Duration PAUSE = Duration.ofHours(6);

    private final Relays relays;

    StillRounds(Relays relays) {
        super("still", PAUSE);
        this.relays = relays;
    }

    /** One walk, in portions; none while no batch has ended. */
    @Override
    protected void round() {
        Optional<Long> reached = relays.ended().isEmpty() ? Optional.empty() : relays.watch(0);
        while (reached.isPresent() && !isStopping()) {
            reached = relays.watch(reached.get());
        }
    }
}
