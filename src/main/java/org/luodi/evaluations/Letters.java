package org.luodi.evaluations;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import org.luodi.platform.server.Outward;
import org.luodi.platform.server.Rounds;
import org.luodi.platform.server.Sender;
import org.luodi.platform.web.Messages;
import org.luodi.voice.Reaching;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/** Sends invitations by mail, by day only. The address is unsealed for the moment of sending; the mail says nothing of the matter. */
@Component
class Letters {

    private static final int PORTION = 50;
    private static final int MORNING = 8;
    private static final int EVENING = 20;
    private static final int DOUBLINGS = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(5);
    private static final int SAID = 300;

    private final LetterStore store;
    private final Links links;
    private final Reaching reaching;
    private final Outward outward;
    private final Messages messages;

    Letters(LetterStore store, Links links, Reaching reaching, Outward outward, Messages messages) {
        this.store = store;
        this.links = links;
        this.reaching = reaching;
        this.outward = outward;
        this.messages = messages;
    }

    /** Looks every half minute whether an invitation is to be sent. */
    @Bean
    @ConditionalOnWebApplication
    static Rounds letterRounds(Letters letters, Clock clock) {
        return Rounds.of("letters", Duration.ofSeconds(30), () -> letters.send(clock) == PORTION);
    }

    /** Sends to some whose turn it is; returns how many it looked at. */
    int send(Clock clock) {
        ZonedDateTime now = ZonedDateTime.now(clock);
        if (outward.mail().isEmpty() || now.getHour() < MORNING || now.getHour() >= EVENING) {
            return 0;
        }
        Sender sender = new Sender(outward.mail().get());
        var due = store.due(now.toInstant(), now.toLocalDate(), PORTION);
        due.forEach(letter -> send(letter, sender, now.toInstant()));
        return due.size();
    }

    private void send(LetterStore.Letter letter, Sender sender, Instant now) {
        Optional<String> address = reaching.mail(letter.report());
        if (address.isEmpty()) {
            store.giveUp(letter.invitation());
            return;
        }
        try {
            sender.send(address.get(), both("evaluations.mail.subject"), text(letter));
            store.sent(letter.invitation(), now);
        } catch (MailException | MessagingException e) {
            Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(letter.attempts(), DOUBLINGS));
            store.failed(letter.invitation(), now.plus(pause), said(e));
        }
    }

    /** In both languages, for nobody knows which one is read. */
    private String text(LetterStore.Letter letter) {
        String link = outward.url() + "/evaluations/" + links.of(letter.invitation());
        String day = letter.endsOn().toString();
        return messages.text(Locale.SIMPLIFIED_CHINESE, "evaluations.mail.text", link, day) + "\n\n"
                + messages.text(Locale.ENGLISH, "evaluations.mail.text", link, day) + "\n";
    }

    private String both(String key) {
        return messages.text(Locale.SIMPLIFIED_CHINESE, key) + " / " + messages.text(Locale.ENGLISH, key);
    }

    /** The kind of the failure alone: what a server answers may repeat the address. */
    private static String said(Exception failure) {
        String kind = failure.getClass().getSimpleName();
        return kind.substring(0, Math.min(SAID, kind.length()));
    }
}
