package org.luodi.evaluations;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.luodi.matters.Matter;
import org.luodi.programme.Programme;
import org.luodi.voice.Circle;
import org.luodi.voice.Voice;
import org.luodi.voice.Voices;
import org.springframework.stereotype.Component;

/** Whom to ask about a matter: everybody who reported it, and a random sample of those affected. No person has a hand in it. */
@Component
class Inviting {

    private static final HexFormat HEX = HexFormat.of();

    private final Voices voices;
    private final AskingStore askings;
    private final InvitationStore store;
    private final SecureRandom random = new SecureRandom();

    Inviting(Voices voices, AskingStore askings, InvitationStore store) {
        this.voices = voices;
        this.askings = askings;
        this.store = store;
    }

    /** Those who are asked, and how the sample among them was drawn. */
    record Asked(List<Invitation> people, Draw draw) {}

    /** Whether there is anybody to ask. */
    boolean isAnybody(Matter matter) {
        return !voices.of(matter.id()).isEmpty()
                || !voices.circle(matter.symptom()).isEmpty();
    }

    Asked people(Matter matter, Programme.Asking terms, LocalDate today) {
        List<Invitation> people = concerned(matter);
        Set<String> taken = new HashSet<>();
        people.forEach(p -> taken.add(name(p.person())));
        if (!terms.fresh()) {
            again(matter).stream().filter(p -> taken.add(name(p.person()))).forEach(people::add);
        }
        long kept = people.stream().filter(p -> p.part() == Part.SAMPLE).count();
        List<Circle> pool = pool(matter, taken, today.minusDays(terms.restDays()));
        byte[] seed = new byte[32];
        random.nextBytes(seed);
        int size = (int) Math.max(0, terms.sample() - kept);
        Draw draw = Draw.of(seed, Draw.name(matter.id(), matter.reopened()), pool, size);
        draw.drawn().forEach(c -> people.add(Invitation.of(c.report(), Part.SAMPLE, c.contactKey())));
        return new Asked(people, draw);
    }

    /** Everybody who reported it, each contact once: the first to say so. */
    private List<Invitation> concerned(Matter matter) {
        Set<String> taken = new HashSet<>();
        List<Invitation> people = new ArrayList<>();
        voices.of(matter.id()).stream()
                .sorted(Comparator.comparing(Voice::metoo)
                        .thenComparing(v -> v.report().value()))
                .filter(v -> v.contactKey() == null || taken.add(name(v.contactKey())))
                .forEach(v ->
                        people.add(Invitation.of(v.report(), v.metoo() ? Part.METOO : Part.REPORTER, v.contactKey())));
        return people;
    }

    /** The sample of the last time. */
    private List<Invitation> again(Matter matter) {
        return askings.of(matter.id()).stream()
                .filter(a -> a.round() < matter.reopened())
                .findFirst()
                .map(last -> store.of(last.id()).stream()
                        .filter(i -> i.part() == Part.SAMPLE)
                        .map(i -> Invitation.of(i.report(), Part.SAMPLE, i.person()))
                        .toList())
                .orElse(List.of());
    }

    /** Among whom is drawn: whoever agreed to be asked where it shows, without those asked anyway and those who rest. */
    private List<Circle> pool(Matter matter, Set<String> taken, LocalDate restedSince) {
        List<Circle> pool = voices.circle(matter.symptom()).stream()
                .filter(c -> !taken.contains(name(c.contactKey())))
                .toList();
        if (pool.isEmpty()) {
            return pool;
        }
        Set<String> resting = new HashSet<>();
        store.drawnSince(restedSince, pool.stream().map(Circle::contactKey).toList())
                .forEach(p -> resting.add(name(p)));
        return pool.stream()
                .filter(c -> !resting.contains(name(c.contactKey())))
                .toList();
    }

    private static String name(byte[] person) {
        return person == null ? "" : HEX.formatHex(person);
    }
}
