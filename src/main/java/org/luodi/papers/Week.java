package org.luodi.papers;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import org.luodi.platform.Refusal;

/** A week from Monday to Sunday, written as ISO 8601 has it: {@code 2026-W47}. */
public record Week(LocalDate monday) {

    /** The counters know what happened on each of the last 366 days; a briefing looks at the week before as well. */
    private static final int BACK = 50;

    /** The week of a day. */
    public static Week of(LocalDate day) {
        return new Week(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    /** The week that is written, or the running one where none is; refused where it makes no sense or the counters do not know it. */
    public static Week read(String written, LocalDate today) {
        Week running = of(today);
        if (written == null || written.isBlank()) {
            return running;
        }
        try {
            Week week = of(LocalDate.parse(written.strip() + "-1", DateTimeFormatter.ISO_WEEK_DATE));
            if (week.monday().isAfter(running.monday())
                    || week.monday().isBefore(running.monday().minusWeeks(BACK))) {
                throw refused(written, running);
            }
            return week;
        } catch (DateTimeParseException senseless) {
            throw refused(written, running);
        }
    }

    private static Refusal refused(String written, Week running) {
        String shown = written.length() > 20 ? written.substring(0, 20) : written;
        return Refusal.parameter(
                "papers.parameter.week",
                "week",
                shown,
                new Week(running.monday().minusWeeks(BACK)).word(),
                running.word());
    }

    public LocalDate sunday() {
        return monday.plusDays(6);
    }

    public Week before() {
        return new Week(monday.minusWeeks(1));
    }

    public Week after() {
        return new Week(monday.plusWeeks(1));
    }

    public int year() {
        return monday.get(IsoFields.WEEK_BASED_YEAR);
    }

    public int number() {
        return monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    public String word() {
        return "%d-W%02d".formatted(year(), number());
    }
}
