package org.luodi.evaluations;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.luodi.matters.Matter;
import org.luodi.matters.MatterId;
import org.luodi.organisation.UnitId;
import org.luodi.programme.Programme;
import org.luodi.voice.Circle;
import org.luodi.voice.Reaching;
import org.luodi.voice.ReportId;
import org.springframework.stereotype.Component;

/** Whom to ask about a matter: everybody who reported it, and a random sample of those affected. No person has a hand in it. */
@Component
class Inviting {

    private static final HexFormat HEX = HexFormat.of();

    private final Reaching reaching;
    private final InvitationStore store;
    private final SecureRandom random = new SecureRandom();

    Inviting(Reaching reaching, InvitationStore store) {
        this.reaching = reaching;
        this.store = store;
    }

    /** Those who are asked, and how the sample among them was drawn. */
    record Asked(List<Invitation> people, Draw draw) {}

    /** By what terms, and on which day. */
    record Terms(Programme.Asking asking, LocalDate today) {}

    /** Whether there is anybody to ask. */
    boolean isAnybody(Matter matter) {
        return !withAnybody(List.of(matter)).isEmpty();
    }

    /** Of these, the matters about which there is somebody to ask. */
    List<Matter> withAnybody(Collection<Matter> matters) {
        Set<MatterId> reported =
                reaching.reported(matters.stream().map(Matter::id).toList()).keySet();
        Set<UnitId> circles = new HashSet<>(reaching.withCircle(
                matters.stream().map(Matter::symptom).distinct().toList()));
        return matters.stream()
                .filter(m -> reported.contains(m.id()) || circles.contains(m.symptom()))
                .toList();
    }

    /** Matters in portions: the circles of one hold no more people than so many, or are those of a single matter. */
    List<List<MatterId>> portions(List<Matter> matters, long most) {
        Map<UnitId, Long> sizes = reaching.circleSizes(
                matters.stream().map(Matter::symptom).distinct().toList());
        List<List<MatterId>> portions = new ArrayList<>();
        long people = 0;
        for (Matter matter : matters) {
            long own = sizes.getOrDefault(matter.symptom(), 0L);
            if (portions.isEmpty() || people + own > most) {
                portions.add(new ArrayList<>());
                people = 0;
            }
            portions.get(portions.size() - 1).add(matter.id());
            people += own;
        }
        return portions;
    }

    /** Whom to ask about each of these matters. */
    Map<MatterId, Asked> people(List<Matter> matters, Terms terms) {
        var reported = reaching.reported(matters.stream().map(Matter::id).toList());
        var circles = reaching.circles(
                matters.stream().map(Matter::symptom).distinct().toList());
        var before = terms.asking().fresh() ? Map.<MatterId, List<Invitation>>of() : again(matters);
        Set<String> resting = resting(circles.values(), terms);
        Map<MatterId, Asked> asked = new HashMap<>();
        for (Matter matter : matters) {
            List<Invitation> people = concerned(reported.getOrDefault(matter.id(), List.of()));
            Taken taken = Taken.of(people);
            before.getOrDefault(matter.id(), List.of()).stream()
                    .filter(p -> taken.add(p.report(), p.person()))
                    .forEach(people::add);
            List<Circle> pool = circles.getOrDefault(matter.symptom(), List.of()).stream()
                    .filter(c -> !taken.has(c.report(), c.contactKey()) && !resting.contains(name(c.contactKey())))
                    .toList();
            asked.put(matter.id(), drawn(matter, people, pool, terms.asking().sample()));
            asked.get(matter.id()).draw().drawn().forEach(c -> resting.add(name(c.contactKey())));
        }
        return asked;
    }

    /**
     * Who is among them already: nobody twice, and nothing twice under one report. A report whose contact was erased after its person
     * was drawn says no longer that he is the same.
     */
    private record Taken(Set<String> people, Set<ReportId> reports) {

        static Taken of(List<Invitation> invited) {
            Taken taken = new Taken(new HashSet<>(), new HashSet<>());
            invited.forEach(i -> taken.add(i.report(), i.person()));
            return taken;
        }

        boolean has(ReportId report, byte[] person) {
            return reports.contains(report) || person != null && people.contains(name(person));
        }

        boolean add(ReportId report, byte[] person) {
            if (has(report, person)) {
                return false;
            }
            if (person != null) {
                people.add(name(person));
            }
            return reports.add(report);
        }
    }

    private Asked drawn(Matter matter, List<Invitation> people, List<Circle> pool, int sample) {
        long kept = people.stream().filter(p -> p.part() == Part.SAMPLE).count();
        byte[] seed = new byte[32];
        random.nextBytes(seed);
        int size = (int) Math.max(0, sample - kept);
        Draw draw = Draw.of(seed, Draw.name(matter.id(), matter.reopened()), pool, size);
        draw.drawn().forEach(c -> people.add(Invitation.of(c.report(), Part.SAMPLE, c.contactKey(), c.kind())));
        return new Asked(people, draw);
    }

    /** Everybody who reported it, each contact once: the first to say so. */
    private static List<Invitation> concerned(List<Reaching.Reached> voices) {
        Set<String> taken = new HashSet<>();
        List<Invitation> people = new ArrayList<>();
        voices.stream()
                .filter(v -> v.key() == null || taken.add(name(v.key())))
                .forEach(v -> people.add(
                        Invitation.of(v.report(), v.metoo() ? Part.METOO : Part.REPORTER, v.key(), v.kind())));
        return people;
    }

    /** The samples of the last time, by matter; who can no longer be reached may still come with his receipt. */
    private Map<MatterId, List<Invitation>> again(List<Matter> matters) {
        List<MatterId> back =
                matters.stream().filter(m -> m.reopened() > 0).map(Matter::id).toList();
        return back.isEmpty() ? Map.of() : store.lastSamples(back);
    }

    /** Those who rest, of all who could be drawn. */
    private Set<String> resting(Collection<List<Circle>> circles, Terms terms) {
        List<byte[]> all =
                circles.stream().flatMap(List::stream).map(Circle::contactKey).toList();
        LocalDate since = terms.today().minusDays(terms.asking().restDays());
        return all.isEmpty()
                ? new HashSet<>()
                : store.drawnSince(since, all).stream()
                        .map(Inviting::name)
                        .collect(Collectors.toCollection(HashSet::new));
    }

    private static String name(byte[] person) {
        return person == null ? "" : HEX.formatHex(person);
    }
}
