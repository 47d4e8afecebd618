package org.luodi.organisation;

import java.util.Map;
import java.util.regex.Pattern;
import org.luodi.platform.Refusal;

/** What a row of a file must hold before it can become a unit. */
final class UnitChecks {

    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{0,39}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
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
        return code != null && CODE.matcher(code).matches();
    }

    static boolean isName(String name) {
        return name != null
                && !name.isBlank()
                && name.length() <= NAME
                && !CONTROL.matcher(name).find();
    }

    static void unique(UnitRow row, Integer earlier) {
        if (earlier != null) {
            throw Refusal.of("changes.row.doubled", row.line(), row.code());
        }
    }

    /** Index of the superior among the rows so far; {@link Preorder#NONE} where the row names none. */
    static int superior(UnitRow row, Map<String, Integer> index) {
        if (row.superior().isEmpty()) {
            return Preorder.NONE;
        }
        Integer superior = index.get(row.superior());
        if (superior == null) {
            throw Refusal.of("changes.row.superior", row.line(), shown(row.superior()));
        }
        return superior;
    }

    /** Index of the superior on the industry line; {@link Preorder#NONE} where the row names none, its own for the head of a line. */
    static int industry(UnitRow row, Map<String, Integer> index) {
        return superior(
                new UnitRow(row.line(), row.code(), row.name(), row.industrySuperior(), row.level(), "", ""), index);
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
