package org.luodi.days;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.luodi.organisation.Grants;
import org.luodi.platform.Refusal;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.server.Outward;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is told once a day by mail; nobody who did not ask for it. */
@Component
public class Digests {

    /** Mail is sent from this hour on, and before {@link #EVENING}; never at night. */
    static final int MORNING = 8;

    static final int EVENING = 20;

    private static final Pattern ADDRESS =
            Pattern.compile("[\\w.!#$%&'*+/=?^`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final int LONGEST = 254;
    private static final int FAILURES = 200;

    private final DigestStore store;
    private final Grants grants;
    private final Outward outward;
    private final Clock clock;

    Digests(DigestStore store, Grants grants, Outward outward, Clock clock) {
        this.store = store;
        this.grants = grants;
        this.outward = outward;
        this.clock = clock;
    }

    /** What the account asked for, if it did. */
    @Transactional(readOnly = true)
    public Optional<Digest> of(Actor actor) {
        return store.find(actor.id());
    }

    /** Whether there is a server that takes mail. */
    public boolean isPossible() {
        return outward.mail().isPresent();
    }

    /** Asks for a mail a day; the first comes the next time the hour comes. */
    @Transactional
    public void ask(Actor actor, String address, int hour, String language) {
        String plain = address == null ? "" : address.strip();
        if (plain.length() > LONGEST || !ADDRESS.matcher(plain).matches()) {
            throw Refusal.of("days.refused.address");
        }
        if (hour < MORNING || hour >= EVENING) {
            throw Refusal.of("days.refused.hour", MORNING, EVENING - 1);
        }
        ZonedDateTime now = ZonedDateTime.now(clock);
        LocalDate today = now.toLocalDate();
        LocalDate done = hour > now.getHour() ? today.minusDays(1) : today;
        String spoken = "en".equals(language) ? "en" : "zh";
        store.put(new Digest(actor.id(), plain, hour, spoken, done, 0, null, null));
    }

    /** No more mail; the address is forgotten. */
    @Transactional
    public void stop(Actor actor) {
        store.delete(actor.id());
    }

    /** What could not be sent, of the accounts that the administrator answers for. */
    @Transactional(readOnly = true)
    public List<Digest> failures(Actor administrator) {
        return store.failures(FAILURES).stream()
                .filter(d -> grants.answersFor(administrator, d.account()))
                .toList();
    }
}
