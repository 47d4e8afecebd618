package org.luodi.trails;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.luodi.organisation.Scope;
import org.luodi.platform.Slice;
import org.luodi.platform.ledger.Entry;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Seals;
import org.luodi.trails.Trail.Step;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where a record comes from and what became of it, each step with the number under which it is sealed. */
@Component
public class Trails {

    private static final Set<String> LOOKS = Set.of("contact-seen", "contact-erased", "phone-seen");
    private static final int MOST_LOOKS = 200;

    /** Entries that are read at once. */
    private static final int READ = 200;

    private final Kinship kinship;
    private final Ledger ledger;
    private final Seals seals;

    Trails(Kinship kinship, Ledger ledger, Seals seals) {
        this.kinship = kinship;
        this.ledger = ledger;
        this.seals = seals;
    }

    /** One page of the trail of a {@code matter}, {@code report} or {@code claim}; NotFound where the scope does not show it. */
    @Transactional(readOnly = true)
    public Trail of(String kind, long id, Scope scope, Page page) {
        Family family = kinship.of(kind, id, scope);
        List<Step> newest = family.all().stream()
                .flatMap(k -> entries(k, page, s -> concerns(s, family)))
                .sorted(Comparator.comparingLong(Trails::id).reversed())
                .limit(page.limit() + 1L)
                .toList();
        Slice<Step> slice = Slice.of(newest, page.limit(), s -> Long.toString(id(s)));
        List<Step> looks = page.cursor() == null ? looks(family) : List.of();
        return new Trail(
                family.about(),
                family.origins(),
                family.outcomes(),
                new Slice<>(numbered(slice.rows()), slice.next()),
                looks);
    }

    /** Where the steps go on, and how many are shown. */
    public record Page(String cursor, int limit) {}

    /** As many as a page needs and one more; what is not shown hides none that stands behind it. */
    private Stream<Step> entries(Kin kin, Page page, Predicate<Step> wanted) {
        List<Step> found = new ArrayList<>();
        String cursor = page.cursor();
        do {
            Slice<Entry> read = ledger.about(kin.subject(), cursor, READ);
            read.rows().stream()
                    .filter(kin::shows)
                    .map(e -> new Step(e, kin, null))
                    .filter(wanted)
                    .forEach(found::add);
            cursor = read.next();
        } while (cursor != null && found.size() <= page.limit());
        return found.stream();
    }

    /** A package holds other matters too, of which this trail says nothing. */
    private static boolean concerns(Step step, Family family) {
        Entry entry = step.entry();
        return !step.kin().kind().equals("relay")
                || !entry.body().has("matter")
                || family.holds("matter", entry.body().get("matter").asLong());
    }

    private List<Step> looks(Family family) {
        List<Step> looks = family.all().stream()
                .filter(k -> Set.of("report", "evaluation").contains(k.kind()))
                .flatMap(k -> entries(
                        k,
                        new Page(null, MOST_LOOKS),
                        s -> LOOKS.contains(s.entry().verb())))
                .sorted(Comparator.comparingLong(Trails::id).reversed())
                .toList();
        return numbered(looks);
    }

    private List<Step> numbered(List<Step> steps) {
        return steps.stream().map(this::numbered).toList();
    }

    private Step numbered(Step step) {
        OptionalLong number = seals.numberOf(step.entry().place());
        return number.isEmpty() ? step : new Step(step.entry(), step.kin(), number.getAsLong());
    }

    private static long id(Step step) {
        return step.entry().place().id();
    }
}
