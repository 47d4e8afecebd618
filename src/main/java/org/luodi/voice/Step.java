package org.luodi.voice;

import java.time.Instant;
import org.luodi.organisation.UnitId;

/**
 * One step on the way of a report.
 *
 * @param version of the report that it made
 * @param from the unit that made it, or whose time ran out; null for the reporter
 * @param to the unit it went to, or that was proposed to the arbiter; or null
 * @param words what the office said, or null
 * @param by the account, 0 for the reporter and the clock
 */
public record Step(int version, Verb verb, UnitId from, UnitId to, Ground ground, String words, long by, Instant at) {}
