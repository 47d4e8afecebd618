package org.luodi.platform.server;

import java.time.Instant;
import java.util.Optional;

/**
 * How far something that follows the ledger is behind it; a bean of whoever follows, shown to operators at {@code /status} and given
 * to whoever watches as the gauges {@code luodi_lag_entries} and {@code luodi_lag_seconds}.
 */
public interface Lag {

    /** Names it: a word for the gauges, and with {@code status.lag.} before it the key of its texts. */
    String name();

    /** How many entries wait, counted up to a bound. */
    long waiting();

    /** When the oldest of those was made; empty when none waits. */
    Optional<Instant> since();
}
