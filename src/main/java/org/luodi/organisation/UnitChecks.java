package org.luodi.organisation;

import java.util.function.IntPredicate;
import org.luodi.platform.Refusal;

/** What a row of a file must hold before it can become a unit. */
final class UnitChecks {

    private static final int CODE = 40;
    private static final int NAME = 120;

    private UnitChecks() {}

    static void check(UnitRow row) {
        if (!isCode(row.code())) {
            throw Refusal.of("changes.row.code", row.line(), shown(row.code()));
        }
        if (!isName(row.name())) {
            throw Refusal.of("changes.row.name", row.line(), shown(row.name()), NAME);
        }
        if (!UnitClasses.LEVELS.contains(row.level())) {
            throw Refusal.of("changes.row.level", row.line(), shown(row.level()));
        }
        if (!row.unitClass().isEmpty() && !UnitClasses.ALL.contains(row.unitClass())) {
            throw Refusal.of("changes.row.class", row.line(), shown(row.unitClass()));
        }
    }

    static boolean isCode(String code) {
        return code != null
                && !code.isEmpty()
                && code.length() <= CODE
                && isAlphanumeric(code.charAt(0))
                && all(code, c -> isAlphanumeric(c) || c == '.' || c == '_' || c == '-');
    }

    private static boolean isAlphanumeric(int c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    static boolean isName(String name) {
        return name != null && !name.isBlank() && name.length() <= NAME && all(name, c -> c >= ' ' && c != 0x7F);
    }

    /** A stream of characters would take a third of the time of a large import. */
    private static boolean all(String text, IntPredicate fits) {
        int i = 0;
        while (i < text.length() && fits.test(text.charAt(i))) {
            i++;
        }
        return i == text.length();
    }

    static void unique(UnitRow row, int earlier) {
        if (earlier != CodeIndex.NONE) {
            throw Refusal.of("changes.row.doubled", row.line(), row.code());
        }
    }

    /** Index of a superior the row names among the rows so far, its own for the head of an industry line; {@link Preorder#NONE} for none. */
    static int superior(UnitRow row, String code, CodeIndex index) {
        if (code.isEmpty()) {
            return Preorder.NONE;
        }
        int superior = index.find(code);
        if (superior == CodeIndex.NONE) {
            throw Refusal.of("changes.row.superior", row.line(), shown(code));
        }
        return superior;
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
