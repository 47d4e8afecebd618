package org.luodi.organisation;

import java.util.ArrayList;
import java.util.List;

/** Why nobody answers for a unit, as bits on its row (mechanisms 5). */
public final class Gaps {

    public static final int NO_SUPERIOR = 1;
    public static final int NO_INDUSTRY_SUPERIOR = 2;
    public static final int NO_POST = 4;

    private Gaps() {}

    /** Message keys of the reasons. */
    public static List<String> reasons(int gaps) {
        List<String> reasons = new ArrayList<>();
        if ((gaps & NO_SUPERIOR) != 0) {
            reasons.add("organisation.gap.superior");
        }
        if ((gaps & NO_INDUSTRY_SUPERIOR) != 0) {
            reasons.add("organisation.gap.industry");
        }
        if ((gaps & NO_POST) != 0) {
            reasons.add("organisation.gap.post");
        }
        return reasons;
    }
}
