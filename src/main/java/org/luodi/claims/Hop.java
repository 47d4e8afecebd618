package org.luodi.claims;

import java.time.Instant;
import org.luodi.claims.ClaimMoves.Verb;
import org.luodi.organisation.UnitId;

/**
 * One step on a claim's way, with what was said.
 *
 * @param version the version of the claim that it made
 * @param from the unit that made it, or whose time ran out
 * @param to the unit that it went to, or null
 */
public record Hop(
        int version,
        Verb verb,
        UnitId from,
        UnitId to,
        Ground ground,
        String words,
        String stays,
        long by,
        Instant at) {}
