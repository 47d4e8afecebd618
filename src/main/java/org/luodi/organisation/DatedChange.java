package org.luodi.organisation;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One line of a unit's dated history.
 *
 * @param kind what was done, in the past tense: {@code added}, {@code renamed}, {@code moved} …
 * @param on the day it takes effect: never after the day it was entered
 * @param before name or code before, or null
 * @param after name or code after, or null
 * @param other the other unit, or null
 */
public record DatedChange(
        String kind, LocalDate on, String before, String after, UnitId other, long actor, Instant at) {}
