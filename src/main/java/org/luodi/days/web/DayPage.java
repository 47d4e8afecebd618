package org.luodi.days.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.luodi.days.Days;
import org.luodi.matters.DayRow;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.programme.Programme.Guidance;

/**
 * What the page of the day shows.
 *
 * @param audience whom it speaks to: secretary, clerk, leader, reader or administrator
 * @param administers whether the account looks after others
 * @param fresh notices that are new since one looked
 * @param guides what applies to one's units; null where the guide was put away
 */
public record DayPage(
        String audience,
        List<Unit> own,
        List<Days.Part> parts,
        Map<UnitId, String> units,
        LocalDate today,
        boolean administers,
        int fresh,
        List<Guide> guides) {

    private static final List<Role> AUDIENCES =
            List.of(Role.SECRETARY, Role.CLERK, Role.LEADER, Role.CALLER, Role.READER, Role.ADMINISTRATOR);

    /** A unit, and what the programme asks of it with its reason. */
    public record Guide(Unit unit, List<Guidance> guidance) {}

    /** Whom the page speaks to: whoever works comes before whoever looks, whoever looks before whoever runs the system. */
    static String audience(Scope scope) {
        return AUDIENCES.stream()
                .filter(role -> scope.grants().stream().anyMatch(g -> g.role() == role))
                .findFirst()
                .map(role -> role.name().toLowerCase(java.util.Locale.ROOT))
                .orElse("reader");
    }

    static boolean administers(Scope scope) {
        return scope.grants().stream().anyMatch(g -> g.role() == Role.ADMINISTRATOR);
    }

    public boolean works() {
        return List.of("secretary", "clerk", "leader").contains(audience);
    }

    public String unitOf(DayRow row) {
        return units.getOrDefault(row.unit(), "");
    }

    /** Days until it is due, negative where it is overdue; null where no day is set. */
    public Long days(DayRow row) {
        return row.due() == null ? null : ChronoUnit.DAYS.between(today, row.due());
    }
}
