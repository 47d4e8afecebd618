package org.luodi.organisation;

import org.luodi.platform.identity.AccessRule.Who;

/** What a grant lets an account do on a subtree of one line. The first three run the system, kept apart (docs/decisions/120-three-administrators.md). */
public enum Role {
    /** Accounts, settings, webhooks, backups, the tree; no roles, no records. */
    SYSTEM_ADMIN(Who.SYSTEM),
    /** Who holds which role; no accounts, no records. */
    SECURITY_ADMIN(Who.SECURITY),
    /** Reads who was given what, who looked, took away or failed to sign in; changes nothing. */
    AUDIT_ADMIN(Who.AUDIT),
    CLERK(Who.STAFF),
    LEADER(Who.STAFF),
    SECRETARY(Who.STAFF),
    READER(Who.STAFF),
    /** Calls back whoever reported something: the only one who may ask for a contact, and handles nothing. */
    CALLER(Who.STAFF);

    private final Who who;

    Role(Who who) {
        this.who = who;
    }

    /** As whom it lets an account call addresses. */
    public Who who() {
        return who;
    }

    /** Whether one account may hold both: working roles go together, each of the three administrators stands alone. */
    public boolean goesWith(Role other) {
        return who == other.who;
    }
}
