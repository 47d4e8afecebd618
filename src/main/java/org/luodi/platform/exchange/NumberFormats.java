package org.luodi.platform.exchange;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.luodi.platform.Refusal;

/** Shows numbers the way the workbook's styles do, as far as it matters: dates, percentages, codes with leading zeros. */
final class NumberFormats {

    private static final Pattern NOT_SHOWN = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.|\\*.");
    private static final Pattern DATE = Pattern.compile(".*[ymdhs].*", Pattern.CASE_INSENSITIVE);
    private static final Pattern ZEROS = Pattern.compile("0{2,30}");
    private static final MathContext FIFTEEN_DIGITS = new MathContext(15);
    private static final double SHOWN_IN_FULL = 1e21;
    private static final int MOST_STYLES = 70_000;
    private static final int LONGEST_FORMAT = 500;

    private static final String GENERAL = "General";

    private final List<String> byStyle = new ArrayList<>();
    private final Map<String, Boolean> dates = new HashMap<>();
    private final boolean since1904;

    NumberFormats(boolean since1904) {
        this.since1904 = since1904;
    }

    static NumberFormats read(XmlPart xml, boolean since1904) {
        NumberFormats formats = new NumberFormats(since1904);
        Map<String, String> custom = new HashMap<>();
        boolean cells = false;
        while (xml.next()) {
            if (xml.starts("numFmt")) {
                custom.put(xml.attribute("numFmtId"), xml.attribute("formatCode"));
            } else if (xml.starts("cellXfs")) {
                cells = true;
            } else if (xml.ends("cellXfs")) {
                cells = false;
            } else if (cells && xml.starts("xf")) {
                formats.byStyle.add(code(xml.attribute("numFmtId"), custom));
            }
            if (custom.size() > MOST_STYLES || formats.byStyle.size() > MOST_STYLES) {
                throw Refusal.of("exchange.workbook.broken");
            }
        }
        return formats;
    }

    /** The cell for a stored number in this style. */
    Cell show(String raw, String style) {
        double number;
        try {
            number = Double.parseDouble(raw);
        } catch (NumberFormatException notANumber) {
            return Cell.of(raw);
        }
        if (!Double.isFinite(number)) {
            return Cell.of(raw);
        }
        String format = format(style);
        Optional<Cell> moment =
                dates.computeIfAbsent(format, NumberFormats::isDate) ? moment(number) : Optional.empty();
        return moment.orElseGet(() -> numeric(number(number, format)));
    }

    private Cell numeric(String text) {
        Cell cell = Cell.of(Cell.Kind.NUMBER, text);
        return since1904 ? cell.since1904() : cell;
    }

    private Optional<Cell> moment(double number) {
        return CellDates.moment(number, since1904).map(moment -> Cell.of(Cell.Kind.DATE, written(moment)));
    }

    private String format(String style) {
        if (style == null || style.length() > 6) {
            return GENERAL;
        }
        try {
            int index = Integer.parseInt(style);
            return index >= 0 && index < byStyle.size() ? byStyle.get(index) : GENERAL;
        } catch (NumberFormatException notAnIndex) {
            return GENERAL;
        }
    }

    static String plain(double number) {
        if (Math.abs(number) >= SHOWN_IN_FULL) {
            return Double.toString(number);
        }
        BigDecimal rounded = BigDecimal.valueOf(number).round(FIFTEEN_DIGITS);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private static String number(double number, String format) {
        if (format.endsWith("%") && Math.abs(number) < SHOWN_IN_FULL) {
            return plain(number * 100) + "%";
        }
        String plain = plain(number);
        if (ZEROS.matcher(format).matches() && plain.chars().allMatch(Character::isDigit)) {
            return "0".repeat(Math.max(0, format.length() - plain.length())) + plain;
        }
        return plain;
    }

    private static String written(LocalDateTime moment) {
        boolean wholeDay = moment.toLocalTime().equals(LocalTime.MIDNIGHT);
        return wholeDay ? moment.toLocalDate().toString() : moment.toString().replace('T', ' ');
    }

    private static boolean isDate(String format) {
        String shown = NOT_SHOWN.matcher(format).replaceAll("");
        boolean chinese = format.indexOf('年') >= 0 || format.indexOf('日') >= 0;
        return !shown.toLowerCase(Locale.ROOT).startsWith("general")
                && (chinese || DATE.matcher(shown).matches());
    }

    /** Formats 14 to 22, 27 to 36, 45 to 47 and 50 to 58 are dates without being spelled out in the file. */
    private static String code(String id, Map<String, String> custom) {
        String spelled = custom.get(id);
        if (spelled != null) {
            return spelled.length() > LONGEST_FORMAT ? GENERAL : spelled;
        }
        if (id == null || !id.matches("\\d{1,4}")) {
            return GENERAL;
        }
        int builtIn = Integer.parseInt(id);
        boolean date = within(builtIn, 14, 22)
                || within(builtIn, 27, 36)
                || within(builtIn, 45, 47)
                || within(builtIn, 50, 58);
        if (date) {
            return "yyyy-mm-dd";
        }
        return within(builtIn, 9, 10) ? "0%" : GENERAL;
    }

    private static boolean within(int number, int from, int to) {
        return number >= from && number <= to;
    }
}
