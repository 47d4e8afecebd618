package org.luodi.audit.web;

import java.time.Instant;
import org.luodi.platform.ledger.AuditTrail;

/**
 * One line of the record, in words.
 *
 * @param by number of the account that acted, 0 for the system
 * @param person number of the account that it is about, null where it is about none
 * @param unit name of the unit it belongs to, or null
 */
public record AuditRow(
        Instant at, AuditTrail.Kind kind, String verb, Person by, Person person, String what, String unit) {

    /** An account with its name. */
    public record Person(long id, String name) {}
}
