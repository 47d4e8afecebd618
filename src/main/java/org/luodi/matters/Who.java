package org.luodi.matters;

import java.util.Set;
import org.luodi.organisation.Grant;
import org.luodi.organisation.Role;
import org.luodi.organisation.UnitId;
import org.luodi.platform.Worded;

/**
 * Who may make a move: a role, and where it must be held. The administrator is in none: he runs the system, not the matters.
 */
public enum Who implements Worded {
    /** Anyone who works at the unit or above it. */
    WORKING(Set.of(Role.CLERK, Role.LEADER, Role.SECRETARY)),
    /** An office or a leader at the unit or above it. */
    OFFICE(Set.of(Role.CLERK, Role.LEADER)),
    /** The unit where it shows, the lowest level: only it can say that the problem is gone. */
    LOWEST(Set.of(Role.SECRETARY, Role.CLERK, Role.LEADER)),
    /** Whoever works at the unit, above it, or where it shows. */
    CONCERNED(Set.of(Role.CLERK, Role.LEADER, Role.SECRETARY)),
    /** Those concerned, and the units that help. */
    TAKING_PART(Set.of(Role.CLERK, Role.LEADER, Role.SECRETARY)),
    /** An office or a leader above the unit: nobody takes down what others say of his own work. */
    ABOVE(Set.of(Role.CLERK, Role.LEADER)),
    /** An office or a leader of a level that is asked to accept. */
    ACCEPTING(Set.of(Role.CLERK, Role.LEADER)),
    /** The unit's own leader, nobody for him. */
    OWN_LEADER(Set.of(Role.LEADER)),
    /** Nobody by hand: it follows from what another unit did. */
    SYSTEM(Set.of());

    private final Set<Role> roles;

    Who(Set<Role> roles) {
        this.roles = roles;
    }

    boolean allows(Grant grant, Matter matter, Standing standing) {
        return roles.contains(grant.role()) && holds(grant, matter, standing);
    }

    private boolean holds(Grant grant, Matter matter, Standing standing) {
        UnitId at = grant.unit();
        return switch (this) {
            case WORKING, OFFICE -> grant.covers(matter.at());
            case LOWEST -> at.equals(matter.symptom());
            case CONCERNED -> grant.covers(matter.at()) || at.equals(matter.symptom());
            case TAKING_PART ->
                grant.covers(matter.at())
                        || at.equals(matter.symptom())
                        || standing.helpers().contains(at);
            case ABOVE -> grant.covers(matter.at()) && !at.equals(matter.unit());
            case ACCEPTING ->
                standing.accepting().stream().anyMatch(a -> a.unit().equals(at));
            case OWN_LEADER -> at.equals(matter.unit());
            case SYSTEM -> false;
        };
    }
}
