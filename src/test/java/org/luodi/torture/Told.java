package org.luodi.torture;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What the product has acknowledged, and what was sent without ever hearing of it. */
final class Told {

    /** Titles of matters that were acknowledged, with their numbers. */
    final Map<String, Long> matters = new ConcurrentHashMap<>();

    /** Titles that may have been taken or not. */
    final Set<String> unheard = ConcurrentHashMap.newKeySet();

    /** The version of a matter after the last move that was acknowledged. */
    final Map<Long, Integer> versions = new ConcurrentHashMap<>();

    /** Codes of receipts. */
    final Set<String> receipts = ConcurrentHashMap.newKeySet();

    /** Reports of which nobody knows whether they were taken. */
    final AtomicLong unheardReports = new AtomicLong();

    /** Ledger sheets on their way, and those of which all rows must be there: the prefix of their numbers. */
    final Map<Long, String> sheets = new ConcurrentHashMap<>();

    final Set<String> applied = ConcurrentHashMap.newKeySet();

    long acknowledged() {
        long moves = versions.values().stream().mapToLong(v -> v - 1).sum();
        return matters.size() + moves + receipts.size() + (long) applied.size() * Load.ROWS;
    }
}
