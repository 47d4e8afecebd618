package org.luodi.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.luodi.organisation.Line;
import org.luodi.organisation.Units;

/** The superiors of every unit on both lines, in two arrays: eight bytes a unit. */
final class Superiors implements Units.SuperiorHandler {

    private static final int HIGHEST = 100;

    private int[] territorial = new int[1 << 20];
    private int[] industry = new int[1 << 20];

    @Override
    public void row(int unit, int above, Integer aboveOnIndustry) {
        if (unit >= territorial.length) {
            int size = Math.max(unit + 1, territorial.length + territorial.length / 2);
            territorial = Arrays.copyOf(territorial, size);
            industry = Arrays.copyOf(industry, size);
        }
        territorial[unit] = above;
        industry[unit] = aboveOnIndustry == null ? -1 : aboveOnIndustry;
    }

    /** The unit and its superiors on each line it stands on, as terms of the index. */
    List<String> above(int unit) {
        List<String> above = new ArrayList<>();
        climb(unit, territorial, Line.TERRITORIAL, above);
        if (unit < industry.length && industry[unit] >= 0) {
            climb(unit, industry, Line.INDUSTRY, above);
        }
        return above;
    }

    private static void climb(int unit, int[] superiors, Line line, List<String> above) {
        int at = unit;
        for (int height = 0; at > 0 && at < superiors.length && height < HIGHEST; height++) {
            above.add(UnitDocuments.above(line, at));
            at = superiors[at];
        }
    }
}
