package org.luodi.programme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Which days are worked: weekends and the announced public holidays are not, their make-up days are. */
@Component
public class WorkingDays {

    private static final String FILE = "data/working-days.yaml";

    private final Calendar calendar;

    WorkingDays() {
        this(WorkingDaysFile.read(FILE, shipped()));
    }

    private WorkingDays(Calendar calendar) {
        this.calendar = calendar;
    }

    /**
     * What the notices say.
     *
     * @param holidays days off, weekends among them or not
     * @param makeUp days of a weekend that are worked
     * @param lastYear the last year that a notice is known of
     */
    record Calendar(Set<LocalDate> holidays, Set<LocalDate> makeUp, int lastYear) {}

    static WorkingDays of(String text) {
        return new WorkingDays(WorkingDaysFile.read("working-days", text));
    }

    /** The day on which a term of so many working days ends; the day it begins on does not count. */
    public LocalDate after(LocalDate day, int days) {
        LocalDate end = day;
        int left = days;
        while (left > 0) {
            end = end.plusDays(1);
            left -= isWorked(end) ? 1 : 0;
        }
        return end;
    }

    /** Whether a day is worked. */
    public boolean isWorked(LocalDate day) {
        return calendar.makeUp().contains(day)
                || !isWeekend(day) && !calendar.holidays().contains(day);
    }

    /** The last year whose holidays are announced; in later ones only weekends are off. */
    public int lastYear() {
        return calendar.lastYear();
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static String shipped() {
        try {
            return new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
