package org.luodi.sheets;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The columns of a ledger sheet (mechanisms, 整改台账), in the order people know. */
public enum SheetColumn {
    NUMBER,
    SOURCE,
    CATEGORY,
    TITLE,
    SYMPTOMS,
    /** Both causes in one column; read, never written. */
    CAUSE,
    CAUSE_OWN,
    CAUSE_ABOVE,
    RAISED,
    LEAD_UNIT,
    UNIT,
    HELPERS,
    LEADER,
    PERSON,
    STANDARD,
    MEASURES,
    DIVISION,
    DUE,
    PROGRESS,
    STAGE,
    EVIDENCE,
    COUNTY_ACCEPTED,
    CITY_ACCEPTED,
    INDUSTRY_ACCEPTED,
    SOLVED,
    LASTING,
    CLOSED,
    REMARK;

    static final Set<SheetColumn> REQUIRED = Set.of(SOURCE, CATEGORY, TITLE, UNIT);
    static final Set<SheetColumn> DAYS = Set.of(RAISED, DUE, COUNTY_ACCEPTED, CITY_ACCEPTED, INDUSTRY_ACCEPTED, CLOSED);

    private static final Map<String, SheetColumn> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(SheetColumn::word, c -> c));

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As in forms, the API and the columns file. */
    public String word() {
        return word;
    }

    /** The key of its name in the messages. */
    public String key() {
        return "sheets.column." + word();
    }

    /** The column of a word, if it is one. */
    public static Optional<SheetColumn> of(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }

    static List<SheetColumn> written() {
        return Arrays.stream(values()).filter(c -> c != CAUSE).toList();
    }
}
