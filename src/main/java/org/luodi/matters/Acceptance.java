package org.luodi.matters;

import java.time.Instant;
import org.luodi.organisation.UnitId;

/**
 * A level took what was done, or did not.
 *
 * @param round how often the matter had come back by then
 * @param reason why not; null where it was accepted
 */
public record Acceptance(String level, int round, boolean accepted, UnitId unit, long by, Instant at, String reason) {}
