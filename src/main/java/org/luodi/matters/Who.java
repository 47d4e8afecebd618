package org.luodi.matters;

import java.util.Set;
import org.luodi.organisation.Grant;
import org.luodi.organisation.Role;
import org.luodi.organisation.UnitId;

/**
 * Who may make a move: a role, and where it must be held. The administrator is in none: he runs the system, not the matters.
 */
public enum Who {
    /** Anyone who works at the unit or above it. */
    WORKING(Set.of(Role.CLERK, Role.LEADER, Role.SECRETARY), false),
    /** An office or a leader at the unit or above it. */
    OFFICE(Set.of(Role.CLERK, Role.LEADER), false),
    /** The unit itself, the lowest level: only it can say that the problem is gone. */
    LOWEST(Set.of(Role.SECRETARY, Role.CLERK, Role.LEADER), true);

    private final Set<Role> roles;
    private final boolean ownUnit;

    Who(Set<Role> roles, boolean ownUnit) {
        this.roles = roles;
        this.ownUnit = ownUnit;
    }

    boolean allows(Grant grant, UnitId unit) {
        return roles.contains(grant.role()) && (!ownUnit || grant.unit().equals(unit));
    }

    /** As in message keys. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
