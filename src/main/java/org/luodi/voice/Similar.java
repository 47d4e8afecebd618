package org.luodi.voice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.luodi.matters.MatterId;
import org.luodi.matters.Relaying;
import org.luodi.organisation.UnitId;
import org.luodi.programme.Programmes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reports that stand and may be about the same, so that somebody says "me too" instead of telling it all again. */
@Component
public class Similar {

    private static final int SHOWN = 5;
    private static final int EXCERPT = 120;
    private static final int MONTHS = 6;
    private static final long CLOSE = 150;
    private static final double DEGREES = 0.005;
    private static final double ALIKE = 0.4;

    private final NearStore store;
    private final ReportStore reports;
    private final Receipts receipts;
    private final Programmes programmes;
    private final Relaying matters;
    private final Clock clock;

    Similar(
            NearStore store,
            ReportStore reports,
            Receipts receipts,
            Programmes programmes,
            Relaying matters,
            Clock clock) {
        this.store = store;
        this.reports = reports;
        this.receipts = receipts;
        this.programmes = programmes;
        this.matters = matters;
        this.clock = clock;
    }

    /**
     * What anybody may know of a report that stands.
     *
     * @param metres to the point that was given, or null
     * @param excerpt its first words; null where no office has looked at it yet, or where they tell who somebody is
     */
    public record Other(
            String code,
            UnitId place,
            Integer category,
            LocalDate receivedOn,
            Long metres,
            String excerpt,
            int metoo) {}

    /** At most five, the likest first; none where this form was received already. Refuses what could not be received. */
    @Transactional(readOnly = true)
    public List<Other> to(NewReport draft) {
        ReportRules.check(draft, programmes.current());
        if (draft.contact() != null) {
            Address.of(draft.contact().given());
        }
        if (reports.lock(receipts.of(draft.once()).code()).isPresent()) {
            return List.of();
        }
        LocalDate since = LocalDate.now(clock).minusMonths(MONTHS);
        List<NearStore.Other> standing =
                store.standing(new NearStore.Around(draft.place(), draft.point(), DEGREES), since);
        Set<MatterId> open = open(standing);
        return standing.stream()
                .filter(o -> o.matter() == null || open.contains(o.matter()))
                .map(o -> new Ranked(o, likeness(draft, o)))
                .filter(r -> r.likeness() >= ALIKE)
                .sorted(Comparator.comparingDouble(Ranked::likeness).reversed())
                .limit(SHOWN)
                .map(r -> other(draft, r.other()))
                .toList();
    }

    private record Ranked(NearStore.Other other, double likeness) {}

    private Set<MatterId> open(List<NearStore.Other> standing) {
        List<MatterId> all = standing.stream()
                .map(NearStore.Other::matter)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return all.isEmpty()
                ? new HashSet<>()
                : matters.all(all).stream()
                        .filter(t -> t.matter().stage().isOpen())
                        .map(t -> t.matter().id())
                        .collect(Collectors.toSet());
    }

    /** The words count; what is of the same kind and stands close by counts without them. */
    private static double likeness(NewReport draft, NearStore.Other other) {
        Long metres = metres(draft, other);
        boolean kind = draft.category() != null && draft.category().equals(other.category());
        double near = metres != null && metres <= CLOSE ? (kind ? ALIKE : 0.2) : 0;
        return Likeness.of(draft.text(), other.text()) + near + (kind ? 0.1 : 0);
    }

    private static Other other(NewReport draft, NearStore.Other o) {
        boolean shown = o.released() && PersonalData.in(o.text()).isEmpty();
        return new Other(
                o.code(),
                o.place(),
                o.category(),
                o.receivedOn(),
                metres(draft, o),
                shown ? excerpt(o.text()) : null,
                o.metoo());
    }

    private static String excerpt(String text) {
        boolean fits = text.codePointCount(0, text.length()) <= EXCERPT;
        return fits ? text : text.substring(0, text.offsetByCodePoints(0, EXCERPT)) + "…";
    }

    private static Long metres(NewReport draft, NearStore.Other other) {
        return draft.point() == null || other.point() == null
                ? null
                : draft.point().metres(other.point());
    }
}
