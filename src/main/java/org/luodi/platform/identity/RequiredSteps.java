package org.luodi.platform.identity;

/** What organisation knows of the roles that must take a second step: it implements this. */
public interface RequiredSteps {

    /** Whether a role of the account requires it. */
    boolean requiredOf(long account);
}
