package org.luodi.platform;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.time.temporal.ValueRange;
import java.util.Collection;

/** Values as they stand in an address: read, or refused with the parameter's name and what it may be. */
public final class Parameter {

    private static final int SHOWN = 60;
    private static final ValueRange YEARS = ValueRange.of(1900, 9999);

    private Parameter() {}

    /** A whole number; null where none is given. */
    public static Integer number(String name, String value) {
        try {
            return value == null || value.isBlank() ? null : Integer.valueOf(value.strip());
        } catch (NumberFormatException e) {
            throw notANumber(name, value);
        }
    }

    /** A day of our calendar; what is none throws a DateTimeException. */
    public static LocalDate day(String value) {
        LocalDate day = LocalDate.parse(value);
        YEARS.checkValidValue(day.getYear(), ChronoField.YEAR);
        return day;
    }

    /** A month of our calendar; what is none throws a DateTimeException. */
    public static YearMonth month(String value) {
        YearMonth month = YearMonth.parse(value);
        YEARS.checkValidValue(month.getYear(), ChronoField.YEAR);
        return month;
    }

    /** The number that a list's cursor holds. */
    public static long cursor(String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw badCursor(value);
        }
    }

    /** A whole number within bounds. */
    public static int within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw Refusal.parameter("platform.parameter.range", name, value, least, most);
        }
        return value;
    }

    /** The value is none of those allowed. */
    public static Refusal notOneOf(String name, Object value, Collection<String> allowed) {
        return Refusal.parameter("platform.parameter.choice", name, shown(value), String.join(", ", allowed));
    }

    /** The value is no whole number. */
    public static Refusal notANumber(String name, Object value) {
        return Refusal.parameter("platform.parameter.number", name, shown(value));
    }

    /** The value is no day. */
    public static Refusal notADay(String name, Object value) {
        return Refusal.parameter("platform.parameter.day", name, shown(value));
    }

    /** The mark of a page is none that a list gave out. */
    public static Refusal badCursor(String value) {
        return Refusal.parameter("platform.parameter.cursor", "cursor", shown(value));
    }

    private static String shown(Object value) {
        String text = String.valueOf(value);
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
