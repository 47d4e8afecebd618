package org.luodi.days;

import java.time.Instant;
import java.time.LocalDate;
import org.luodi.matters.Telling;
import org.luodi.organisation.UnitId;

/**
 * What a unit is told, as one who works there reads it.
 *
 * @param key message key of what happened
 * @param more how many more of the same came at once
 * @param about the record; null where it has left what one may see
 */
public record Notice(
        long id,
        UnitId unit,
        String word,
        String key,
        Instant at,
        LocalDate due,
        int more,
        boolean read,
        Telling.Named about) {}
