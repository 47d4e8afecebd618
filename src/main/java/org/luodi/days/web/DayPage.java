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
 * @param audience whom it speaks to: a role in small letters
 * @param fresh notices that are new since one looked
 * @param guides what applies to one's units; null where the guide was put away
 */
public record DayPage(
        String audience,
        List<Unit> own,
        List<Days.Part> parts,
        Map<UnitId, String> units,
        LocalDate today,
        int fresh,
        List<Guide> guides) {

    private static final List<Role> AUDIENCES = List.of(
            Role.SECRETARY,
            Role.CLERK,
            Role.LEADER,
            Role.CALLER,
            Role.READER,
            Role.SYSTEM_ADMIN,
            Role.SECURITY_ADMIN,
            Role.AUDIT_ADMIN);

    /** A unit, and what the programme asks of it with its reason. */
    public record Guide(Unit unit, List<Guidance> guidance) {}

    /** Whom the page speaks to: whoever works comes before whoever looks; an administrator has no other role. */
    static String audience(Scope scope) {
        return AUDIENCES.stream()
                .filter(role -> scope.grants().stream().anyMatch(g -> g.role() == role))
                .findFirst()
                .map(role -> role.name().toLowerCase(java.util.Locale.ROOT))
                .orElse("reader");
    }

    public boolean works() {
        return List.of("secretary", "clerk", "leader").contains(audience);
    }

    /** Whether it is one of the three administrators, who see no records. */
    public boolean administers() {
        return audience.endsWith("_admin");
    }

    public String unitOf(DayRow row) {
        return units.getOrDefault(row.unit(), "");
    }

    /** Days until it is due, negative where it is overdue; null where no day is set. */
    public Long days(DayRow row) {
        return row.due() == null ? null : ChronoUnit.DAYS.between(today, row.due());
    }
}
