package org.luodi.days;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.luodi.matters.DayRow;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.identity.Account;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.server.Outward;
import org.luodi.platform.server.Rounds;
import org.luodi.platform.server.Sender;
import org.luodi.platform.web.Messages;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/** Sends the mail of the day to those whose hour has come. What waits is read with the scope of that moment. */
@Component
class Mailing {

    private static final int PORTION = 50;
    private static final int ROWS = 8;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(5);
    private static final int DOUBLINGS = 5;
    private static final int SAID = 300;

    private final DigestStore store;
    private final Days days;
    private final People people;
    private final Messages messages;
    private final Outward outward;

    Mailing(DigestStore store, Days days, People people, Messages messages, Outward outward) {
        this.store = store;
        this.days = days;
        this.people = people;
        this.messages = messages;
        this.outward = outward;
    }

    /** Looks every half minute whether a mail is to be sent. */
    @Bean
    @ConditionalOnWebApplication
    static Rounds mailRounds(Mailing mailing, Clock clock) {
        return Rounds.of("mail", Duration.ofSeconds(30), () -> mailing.send(clock) == PORTION);
    }

    /** Who is written to, and what he may see. */
    @Component
    record People(Accounts accounts, Grants grants, Units units) {}

    /**
     * Sends to some whose hour has come; returns how many it looked at. At night, from 20 to 8 o'clock, it does nothing: what
     * is left waits for the morning.
     */
    int send(Clock clock) {
        ZonedDateTime now = ZonedDateTime.now(clock);
        if (outward.mail().isEmpty() || now.getHour() < Digests.MORNING || now.getHour() >= Digests.EVENING) {
            return 0;
        }
        Sender sender = new Sender(outward.mail().get());
        List<Digest> due = store.due(now.toLocalDate(), now.getHour(), now.toInstant(), PORTION);
        due.forEach(digest -> send(digest, sender, now));
        return due.size();
    }

    private void send(Digest digest, Sender sender, ZonedDateTime now) {
        LocalDate today = now.toLocalDate();
        Locale locale = "en".equals(digest.language()) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        DigestText text = new DigestText(messages, locale, outward.url(), today);
        try {
            Optional<String> mail = mail(digest, text);
            if (mail.isPresent()) {
                sender.send(digest.address(), text.subject(), mail.get());
            }
            store.done(digest.account(), today);
        } catch (MailException | MessagingException e) {
            store.failed(digest.account(), again(digest, now.toInstant()), said(e));
        }
    }

    /** The mail, unless the account was disabled or nothing waits. */
    private Optional<String> mail(Digest digest, DigestText text) {
        Account account = people.accounts().find(digest.account()).orElseThrow();
        Scope scope = people.grants().scopeOf(account.actor());
        List<Days.Part> parts = account.disabled() ? List.of() : days.parts(scope, ROWS);
        return parts.isEmpty() ? Optional.empty() : Optional.of(text.of(parts, names(parts)));
    }

    private Map<UnitId, String> names(List<Days.Part> parts) {
        return people.units()
                .names(parts.stream()
                        .map(Days.Part::rows)
                        .flatMap(Collection::stream)
                        .map(DayRow::unit)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
    }

    private static Instant again(Digest digest, Instant now) {
        return now.plus(FIRST_PAUSE.multipliedBy(1L << Math.min(digest.attempts(), DOUBLINGS)));
    }

    private static String said(Exception failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String text = cause.getClass().getSimpleName() + ": " + cause.getMessage();
        return text.substring(0, Math.min(SAID, text.length()));
    }
}
