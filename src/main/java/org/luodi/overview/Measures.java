package org.luodi.overview;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Every number the product shows, in one list: its name, how it comes from the counters, and the list behind it. Its
 * words and its definition stand in the messages under {@code overview.measure.<name>}.
 *
 * @param name as in the API and the messages
 * @param value reads it from the counters of a unit
 * @param filter the query of the list of matters that shows exactly as many rows
 */
public record Measures(String name, ToLongFunction<Counters> value, String filter) {

    /** In the order they are shown. */
    public static final List<Measures> ALL = List.of(
            new Measures("open", Counters::open, "open=true"),
            new Measures("overdue", Counters::overdue, "due=overdue"),
            new Measures("week", Counters::week, "due=week"),
            new Measures("raised", c -> c.stage("raised"), "stage=raised"),
            new Measures("placed", c -> c.stage("placed"), "stage=placed"),
            new Measures("acting", c -> c.stage("acting"), "stage=acting"),
            new Measures("settled", c -> c.stage("settled"), "stage=settled"),
            new Measures("confirmed", c -> c.stage("confirmed"), "stage=confirmed"),
            new Measures("returned", c -> c.stage("returned"), "stage=returned"),
            new Measures("relapsed", c -> c.stage("relapsed"), "stage=relapsed"),
            new Measures("reopened", Counters::reopened, "reopened=true"),
            new Measures("closed", c -> c.stage("closed"), "stage=closed"),
            new Measures("excluded", c -> c.stage("excluded"), "stage=excluded"),
            new Measures("merged", c -> c.stage("merged"), "stage=merged"));

    static Measures named(String name) {
        return ALL.stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    }
}
