package org.luodi.evaluations;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What those affected say of a unit and of all below it.
 *
 * @param counts by name, as kept in the sums
 * @param minimum answers below which no rate is shown
 */
public record Rates(Map<String, Long> counts, int minimum) {

    /** The questions, in order. */
    public static final List<String> NAMES = List.of("answered", "solved", "satisfied", "true");

    /** Those who reported it themselves, and the sample in which the handler has no hand. */
    public static final List<String> GROUPS = List.of(Count.CONCERNED, Count.SAMPLE);

    /** How askings ended that stand in no rate. */
    public static final List<String> LEFT_OUT = List.of(Outcome.OVERTAKEN.word());

    /** A question asked of a group: of those who answered; the answers themselves: of those who were invited. */
    public Rate rate(String group, String name) {
        String below = name.equals("answered") ? "invited" : "answered";
        return Rate.of(count(group + "." + name), count(group + "." + below), minimum);
    }

    /** Of the matters to which they said yes, those that have not come back. */
    public Rate lasting() {
        long kept = count(Outcome.KEPT.word());
        return Rate.of(kept - count(Count.RELAPSED), kept, minimum);
    }

    /** Of the askings, those in which nobody answered. */
    public Rate silent() {
        long asked = Stream.of(Outcome.KEPT, Outcome.SENT_BACK, Outcome.SILENT)
                .mapToLong(o -> count(o.word()))
                .sum();
        return Rate.of(count(Outcome.SILENT.word()), asked, minimum);
    }

    public long count(String name) {
        return counts.getOrDefault(name, 0L);
    }
}
