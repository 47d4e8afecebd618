package org.luodi.platform.exchange;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Carries any text through Excel and CSV and back unchanged, without it ever being taken for a formula. */
final class CellText {

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final String STARTS_A_FORMULA = "=+-@\t\r";

    private CellText() {}

    /** Text for a workbook's XML; control characters go as Excel writes them, _x000D_ for a carriage return. */
    static void appendXml(Appendable out, String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '&') {
                out.append("&amp;");
            } else if (c == '<') {
                out.append("&lt;");
            } else if (c == '>') {
                out.append("&gt;");
            } else if (c == '"') {
                out.append("&quot;");
            } else if (c < 0x20 && c != '\n' && c != '\t') {
                out.append(String.format("_x%04X_", (int) c));
            } else if (c == '_'
                    && ESCAPED.matcher(text).region(i, text.length()).lookingAt()) {
                out.append("_x005F_");
            } else {
                out.append(c);
            }
        }
    }

    /** Text from a workbook's XML. */
    static String fromXml(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPED.matcher(text).replaceAll(escape -> {
            char c = (char) Integer.parseInt(escape.group(1), 16);
            return Matcher.quoteReplacement(String.valueOf(c));
        });
    }

    /** Drops what neither XML nor the database can hold: nulls, noncharacters, halves of characters. */
    static String clean(String text) {
        int i = 0;
        while (i < text.length() && holds(text, i)) {
            i++;
        }
        if (i == text.length()) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length()).append(text, 0, i);
        for (; i < text.length(); i++) {
            if (holds(text, i)) {
                kept.append(text.charAt(i));
            }
        }
        return kept.toString();
    }

    private static boolean holds(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        return c != 0 && c < 0xFFFE;
    }

    /** Text for CSV: a quote goes before what a spreadsheet would run, and before text that already looks so guarded. */
    static String toCsv(String text) {
        return isGuardedFormula(text) ? "'" + text : text;
    }

    /** Text from CSV, the guarding quote taken off. */
    static String fromCsv(String text) {
        return text.startsWith("'") && isGuardedFormula(text) ? text.substring(1) : text;
    }

    private static boolean isGuardedFormula(String text) {
        int quotes = 0;
        while (quotes < text.length() && text.charAt(quotes) == '\'') {
            quotes++;
        }
        return quotes < text.length() && STARTS_A_FORMULA.indexOf(text.charAt(quotes)) >= 0;
    }
}
