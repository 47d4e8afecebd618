package org.luodi.organisation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Why nobody answers for a unit, as bits on its row (mechanisms 5). */
public final class Gaps {

    public static final int NO_SUPERIOR = 1;
    public static final int NO_INDUSTRY_SUPERIOR = 2;
    public static final int NO_POST = 4;

    /** Each kind with the key of its text. */
    public static final Map<Integer, String> KINDS = new TreeMap<>(Map.of(
            NO_SUPERIOR, "organisation.gap.superior",
            NO_INDUSTRY_SUPERIOR, "organisation.gap.industry",
            NO_POST, "organisation.gap.post"));

    private Gaps() {}

    /** Message keys of the reasons. */
    public static List<String> reasons(int gaps) {
        return KINDS.entrySet().stream()
                .filter(k -> (gaps & k.getKey()) != 0)
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The reasons that follow from where a unit stands; whether its post is filled comes from the posts. */
    static int ofPlace(String unitClass, String level, boolean superior, boolean industry) {
        int gaps = superior || level.equals("nation") ? 0 : NO_SUPERIOR;
        return UnitClasses.WITH_INDUSTRY.contains(unitClass) && !industry ? gaps | NO_INDUSTRY_SUPERIOR : gaps;
    }
}
