package org.luodi.organisation;

import java.time.Instant;

/**
 * A module whose open records lie with units. A unit that ends leaves none behind; organisation asks, the module above
 * answers.
 */
public interface UnitObligations {

    /** How many open records lie with the unit itself. */
    long openAt(UnitId unit);

    /** How many open records lie with the units of a subtree. */
    long openIn(Interval subtree, Line line);

    /** Hands every open record of one unit to another, in the running transaction, each with its ledger entry. */
    void handOver(UnitId from, UnitId to, Scope by, Instant at);
}
