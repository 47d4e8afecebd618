package org.luodi.audit;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.luodi.organisation.Grant;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Line;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.Units;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.luodi.platform.Slice;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.ledger.AuditTrail;
import org.luodi.platform.ledger.AuditTrail.Among;
import org.luodi.platform.ledger.AuditTrail.Stretch;
import org.luodi.platform.ledger.AuditTrail.Wanted;
import org.luodi.platform.ledger.Entry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The record that the audit administrator reads, of the units that he is one for; at the top of the tree, all of it. */
@Component
public class Audits {

    /** A workbook holds no more: more than that nobody reads. */
    private static final int MOST = 100_000;

    private static final int CHUNK = 1_000;

    private final AuditTrail trail;
    private final Units units;
    private final Grants grants;
    private final ZoneId zone;

    Audits(AuditTrail trail, Units units, Grants grants, ZoneId zone) {
        this.trail = trail;
        this.units = units;
        this.grants = grants;
        this.zone = zone;
    }

    /**
     * What is looked for; null wherever it does not matter.
     *
     * @param person number of an account: who acted, or whom it is about
     * @param unit code of a unit: it and everything below it
     */
    public record Sought(AuditTrail.Kind kind, Long person, LocalDate day, String unit) {}

    /** The newest first, paged by key. */
    public Slice<Entry> list(Sought sought, Scope scope, String cursor, int limit) {
        return trail.entries(wanted(sought, scope), cursor, limit);
    }

    /** All that is looked for, of one moment, chunk by chunk; refused where it is more than a workbook holds. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void each(Sought sought, Actor actor, Consumer<List<Entry>> chunk) {
        each(wanted(sought, grants.scopeOf(actor)), MOST, chunk);
    }

    void each(Wanted wanted, int most, Consumer<List<Entry>> chunk) {
        String cursor = null;
        int written = 0;
        do {
            Slice<Entry> page = trail.entries(wanted, cursor, CHUNK);
            written += page.rows().size();
            if (written > most) {
                throw Refusal.of("audit.refused.many", most);
            }
            chunk.accept(page.rows());
            cursor = page.next();
        } while (cursor != null);
    }

    Wanted wanted(Sought sought, Scope scope) {
        List<Among> among = new ArrayList<>();
        List<Grant> own = scope.grants().stream()
                .filter(g -> g.role() == Role.AUDIT_ADMIN)
                .toList();
        if (own.isEmpty()) {
            throw new NotFound("audit", scope.actor().id());
        }
        if (own.stream().noneMatch(this::isTop)) {
            among.add(new Among(on(own, Line.TERRITORIAL), on(own, Line.INDUSTRY)));
        }
        if (sought.unit() != null && !sought.unit().isBlank()) {
            Unit unit = units.byCode(sought.unit().strip())
                    .filter(u -> scope.sees(u.at()))
                    .orElseThrow(() -> Refusal.of("audit.refused.unit", sought.unit()));
            among.add(new Among(List.of(unit.id().value()), List.of(unit.id().value())));
        }
        return new Wanted(sought.kind(), sought.person(), stretch(sought.day()), among);
    }

    private boolean isTop(Grant grant) {
        return grant.line() == Line.TERRITORIAL
                && units.find(grant.unit()).filter(u -> u.superior() == null).isPresent();
    }

    private static List<Integer> on(List<Grant> grants, Line line) {
        return grants.stream()
                .filter(g -> g.line() == line)
                .map(g -> g.unit().value())
                .toList();
    }

    private Stretch stretch(LocalDate day) {
        return day == null
                ? null
                : new Stretch(
                        day.atStartOfDay(zone).toInstant(),
                        day.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
