package org.luodi.days;

import java.time.Clock;
import java.time.Duration;
import org.luodi.platform.server.Rounds;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Looks every half minute whether a mail is to be sent. */
@Component
@ConditionalOnWebApplication
class MailLoop extends Rounds {

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Mailing mailing;
    private final Clock clock;

    MailLoop(Mailing mailing, Clock clock) {
        super("mail", PAUSE);
        this.mailing = mailing;
        this.clock = clock;
    }

    @Override
    protected void round() {
        int looked;
        do {
            looked = mailing.send(clock);
        } while (looked == Mailing.PORTION && !isStopping());
    }
}
