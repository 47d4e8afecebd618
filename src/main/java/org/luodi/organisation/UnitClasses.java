package org.luodi.organisation;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Classes of units (mechanisms, unit classes) and the levels of the territorial line: words, not rules. */
public final class UnitClasses {

    public static final List<String> ALL =
            List.of("government", "town", "village", "organ", "enterprise", "school", "hospital", "two-new", "branch");
    public static final List<String> LEVELS =
            List.of("nation", "province", "city", "county", "town", "village", "other");
    /** Classes that answer on an industry line as well. */
    public static final Set<String> WITH_INDUSTRY = Set.of("enterprise", "school", "hospital");

    private static final Map<String, String> OF_LEVEL = Map.of(
            "nation", "government",
            "province", "government",
            "city", "government",
            "county", "government",
            "town", "town",
            "village", "village");

    private UnitClasses() {}

    /** The class a unit has where a file names only its level. */
    public static String ofLevel(String level) {
        return OF_LEVEL.getOrDefault(level, "organ");
    }
}
