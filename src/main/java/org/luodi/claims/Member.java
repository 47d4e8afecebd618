package org.luodi.claims;

import org.luodi.matters.MatterId;
import org.luodi.organisation.UnitId;

/**
 * A matter of a claim.
 *
 * @param unit that had it when it was sent
 * @param outcome {@code tied} to the root, {@code left} out because it was no longer under way; null before the answer
 */
public record Member(MatterId matter, UnitId unit, String outcome) {}
