package org.luodi.claims;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.luodi.organisation.Unit;
import org.luodi.platform.Where;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who decides what: it grows with each decided claim and is asked when the next one is sent. */
@Component
public class Catalogue {

    private final CatalogueStore store;

    Catalogue(CatalogueStore store) {
        this.store = store;
    }

    /**
     * How units of one level and class have decided about one category and lever.
     *
     * @param claimed how often they hold the root
     * @param refused how often they refused, and it stood
     * @param lastBasis what was said last; null where nothing was
     */
    public record Row(
            int category,
            Lever lever,
            String level,
            String unitClass,
            int claimed,
            int refused,
            LocalDate lastOn,
            ClaimId lastClaim,
            String lastBasis) {}

    /** The catalogue, narrowed where a category or a lever is named; as long as there are levels and classes, never longer. */
    @Transactional(readOnly = true)
    public List<Row> rows(Integer category, Lever lever) {
        return store.rows(new Where()
                .and("category = :category", "category", category)
                .and("lever = :lever", "lever", lever == null ? null : lever.word()));
    }

    /** Counts what a unit decided; the numbers are what is added. */
    @Transactional(propagation = Propagation.MANDATORY)
    void count(Claim claim, Unit unit, Row decided) {
        store.count(new Row(
                claim.category(),
                claim.lever(),
                unit.level(),
                unit.unitClass(),
                decided.claimed(),
                decided.refused(),
                decided.lastOn(),
                claim.id(),
                decided.lastBasis()));
    }

    /** What units like this one have decided. */
    static Optional<Row> of(Unit unit, List<Row> rows) {
        return rows.stream()
                .filter(r -> r.level().equals(unit.level()) && r.unitClass().equals(unit.unitClass()))
                .findFirst();
    }

    /** The unit whose like have claimed such most often, if any has; of equals the nearest. */
    static Optional<Unit> likeliest(List<Unit> nearestFirst, List<Row> rows) {
        return nearestFirst.stream()
                .filter(u -> of(u, rows).map(Row::claimed).orElse(0) > 0)
                .max(Comparator.comparingInt(u -> of(u, rows).map(Row::claimed).orElse(0)));
    }
}
