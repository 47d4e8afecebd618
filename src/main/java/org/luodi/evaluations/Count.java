package org.luodi.evaluations;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one asking that has ended adds to the numbers of a unit. One that was overtaken adds nothing but that it was. */
final class Count {

    static final String CONCERNED = "concerned";
    static final String SAMPLE = "sample";
    static final String RELAPSED = "relapsed";

    private Count() {}

    static Map<String, Long> of(Outcome outcome, List<Invitation> invited, List<Said> said) {
        Map<String, Long> count = new HashMap<>();
        count.put(outcome.word(), 1L);
        if (outcome == Outcome.OVERTAKEN) {
            return count;
        }
        invited.forEach(i -> add(count, group(i.part()), "invited", true));
        for (Said one : said) {
            String group = group(one.part());
            add(count, group, "answered", true);
            add(count, group, "solved", one.answer().solved());
            add(count, group, "satisfied", one.answer().satisfied());
            add(count, group, "true", one.answer().fits());
        }
        return count;
    }

    private static String group(Part part) {
        return part.isConcerned() ? CONCERNED : SAMPLE;
    }

    private static void add(Map<String, Long> count, String group, String name, boolean counts) {
        if (counts) {
            count.merge(group + "." + name, 1L, Long::sum);
        }
    }
}
