package org.luodi.relays;

import org.luodi.matters.MatterId;

/**
 * How an item ends.
 *
 * @param verb what the ledger says
 * @param reason what somebody wrote; null where it was accepted, or where the matter was no longer the giver's to give
 */
record End(MatterId matter, String verb, String state, String reason) {

    static End accepted(MatterId matter) {
        return new End(matter, "accepted", "accepted", null);
    }

    static End refused(MatterId matter, String reason) {
        return new End(matter, "refused", "refused", reason);
    }

    static End withdrawn(MatterId matter, String reason) {
        return new End(matter, "withdrawn", "withdrawn", reason);
    }

    /** Nobody took it back: another answers for the matter by now. */
    static End gone(MatterId matter) {
        return new End(matter, "gone", "withdrawn", null);
    }
}
