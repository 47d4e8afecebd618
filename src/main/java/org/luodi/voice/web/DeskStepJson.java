package org.luodi.voice.web;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.luodi.organisation.UnitId;
import org.luodi.voice.Step;

/** A step on the way of a report as the API shows it to offices; {@code by} is 0 for the reporter and the clock. */
record DeskStepJson(
        int version, String verb, Integer from, Integer to, String ground, String words, long by, OffsetDateTime at) {

    static DeskStepJson of(Step s, ZoneId zone) {
        return new DeskStepJson(
                s.version(),
                s.verb().word(),
                number(s.from()),
                number(s.to()),
                s.ground() == null ? null : s.ground().word(),
                s.words(),
                s.by(),
                s.at().atZone(zone).toOffsetDateTime());
    }

    private static Integer number(UnitId unit) {
        return unit == null ? null : unit.value();
    }
}
