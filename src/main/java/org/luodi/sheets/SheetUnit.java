package org.luodi.sheets;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.luodi.organisation.Unit;

/**
 * What a cell says about the answerable unit: a code, a name, or a name with its code behind, as exports write it.
 *
 * @param code what may be a code, or null
 * @param named true where a name stands beside the code and has to fit
 */
record SheetUnit(String text, String code, String name, boolean named) {

    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{0,39}");
    private static final Pattern BOTH =
            Pattern.compile("(.+)[（(]([0-9A-Za-z][0-9A-Za-z._-]{0,39})[)）]", Pattern.DOTALL);

    static SheetUnit read(String text) {
        String plain = text.strip();
        if (CODE.matcher(plain).matches()) {
            return new SheetUnit(text, plain, plain, false);
        }
        Matcher both = BOTH.matcher(plain);
        return both.matches()
                ? new SheetUnit(text, both.group(2), both.group(1).strip(), true)
                : new SheetUnit(text, null, plain, false);
    }

    /** As exports write it: a name people read, a code that leaves no doubt. */
    static String write(Unit unit) {
        return unit.name() + "（" + unit.code() + "）";
    }

    /** The name it would be if the brackets belong to the name. */
    String whole() {
        return text.strip();
    }

    boolean fits(Unit unit) {
        return !named || name.equals(unit.name().strip());
    }
}
