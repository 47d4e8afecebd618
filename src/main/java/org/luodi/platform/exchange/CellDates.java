package org.luodi.platform.exchange;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads days from the ways people and Excel write them. What could mean two different days is not read. */
final class CellDates {

    private static final Pattern WRITTEN = Pattern.compile(
            "(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?(?:[T\\s]\\s*\\d{1,2}[:时].*)?");
    private static final Pattern PACKED = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern SERIAL = Pattern.compile("\\d{5}(?:\\.\\d+)?");
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final int LONGEST = 40;
    private static final long LAST_SERIAL = 2_958_465;

    private CellDates() {}

    static Optional<LocalDate> read(String text, boolean since1904) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        if (SERIAL.matcher(plain).matches()) {
            return plausible(Double.parseDouble(plain), since1904);
        }
        Matcher written = WRITTEN.matcher(plain);
        if (written.matches()) {
            return day(written);
        }
        Matcher packed = PACKED.matcher(plain);
        return packed.matches() ? day(packed) : Optional.empty();
    }

    /** The moment behind a serial number; Excel counts a 29 February 1900 that never was. */
    static Optional<LocalDateTime> moment(double serial, boolean since1904) {
        long days = (long) Math.floor(serial);
        if (days < 1 || days > LAST_SERIAL) {
            return Optional.empty();
        }
        long seconds = Math.round((serial - days) * 86_400);
        return Optional.of(first(days, since1904).plusDays(days).atStartOfDay().plusSeconds(seconds));
    }

    /** The serial number of a day in the 1900 system, as Excel stores it. */
    static long serial(LocalDate day) {
        return ChronoUnit.DAYS.between(LocalDate.of(1899, 12, 30), day);
    }

    private static LocalDate first(long days, boolean since1904) {
        if (since1904) {
            return EPOCH_1904;
        }
        return days < 60 ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
    }

    private static Optional<LocalDate> plausible(double serial, boolean since1904) {
        return moment(serial, since1904)
                .map(LocalDateTime::toLocalDate)
                .filter(day -> day.getYear() >= 1950 && day.getYear() <= 2150);
    }

    private static Optional<LocalDate> day(Matcher parts) {
        try {
            LocalDate day = LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
            return day.getYear() >= 1900 && day.getYear() <= 2200 ? Optional.of(day) : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
