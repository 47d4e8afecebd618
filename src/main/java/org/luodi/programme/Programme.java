package org.luodi.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.luodi.platform.Refusal;

/**
 * A programme as its file states it. Keys are numbers, stable through renames, for the tallies count by them.
 *
 * @param version of the file; grows with every edition
 * @param dueDays days a new matter is given where nobody says otherwise
 * @param softLimit open matters of one unit above which the order of importance is asked for (mechanisms 16)
 * @param acceptance who accepts what was done: levels, or the industry
 * @param claimDays working days in which a unit above answers a claim (mechanisms 25)
 * @param appealDays working days in which the unit appealed to decides
 * @param evaluation whether closing needs the word of those affected (mechanisms 53)
 * @param checks days after closing on which it is looked at again (mechanisms 50)
 * @param voice what the public is promised (mechanisms 18)
 * @param asking how those affected are asked (mechanisms 53)
 */
public record Programme(
        String id,
        int version,
        Words name,
        List<Batch> batches,
        List<Term> categories,
        List<Term> sources,
        List<Guidance> guidance,
        List<Rule> rules,
        int dueDays,
        int softLimit,
        List<String> acceptance,
        int claimDays,
        int appealDays,
        boolean evaluation,
        List<Integer> checks,
        Voice voice,
        Asking asking,
        List<Drive> drives) {

    /**
     * How a report of the public goes on its way.
     *
     * @param source key of the source that means the public
     * @param takeDays working days in which the unit that answers takes it up
     * @param handBackDays working days in which it may be handed back, and in which the unit it is handed to answers
     * @param decideDays working days in which an arbiter decides
     */
    public record Voice(int source, int takeDays, int handBackDays, int decideDays) {}

    /**
     * How those affected are asked when a matter is said to be settled.
     *
     * @param windowDays days in which they answer
     * @param sample how many are drawn beside those who reported
     * @param minimum answers below which no rate is shown
     * @param fresh whether another sample is drawn after rework; else the same people are asked again
     * @param restDays days in which nobody is drawn a second time
     */
    public record Asking(int windowDays, int sample, int minimum, boolean fresh, int restDays) {

        static final Asking USUAL = new Asking(10, 5, 5, false, 30);
    }

    /** A text in both languages. */
    public record Words(String zh, String en) {

        /** The text in a language; anything but English reads Chinese. */
        public String in(String language) {
            return "en".equals(language) ? en : zh;
        }
    }

    /**
     * A batch has a start and an end and nothing between: no stages (mechanisms 2). Its end closes nothing (mechanisms 28);
     * only new matters no longer enter it.
     *
     * @param levels levels of the units that belong to it
     */
    public record Batch(int key, Words name, LocalDate start, LocalDate end, List<String> levels) {

        /** Whether its end has passed. */
        public boolean isClosed(LocalDate today) {
            return today.isAfter(end);
        }
    }

    /**
     * A category or a source.
     *
     * @param definition what belongs to it; null for a source
     * @param parent key of the category it belongs to, or null
     * @param need whether it is one of the fields of public need (mechanisms 17)
     */
    public record Term(int key, Words name, Words definition, Integer parent, boolean need) {}

    /**
     * What a class of units is to look at, and why it applies to them (mechanisms 6).
     *
     * @param classes unit classes it is for; empty for any
     * @param levels levels it is for; empty for any
     */
    public record Guidance(Words name, List<String> classes, List<String> levels, Words focus, Words reason) {

        /** Whether it applies to units of this class on this level. */
        public boolean appliesTo(String unitClass, String level) {
            return (classes.isEmpty() || classes.contains(unitClass)) && (levels.isEmpty() || levels.contains(level));
        }
    }

    /**
     * A drive on one theme (mechanisms 31); its items are ordinary matters with its mark.
     *
     * @param lead code of the department's unit that leads it
     * @param scope code of the unit in whose subtree it runs
     * @param checklist what is looked at everywhere
     */
    public record Drive(
            int key,
            Words name,
            Words theme,
            String lead,
            String scope,
            List<Integer> categories,
            List<Words> checklist) {}

    /** A rule of the source that the whole programme keeps. */
    public record Rule(String key, Words text) {}

    public Optional<Batch> batch(int key) {
        return batches.stream().filter(b -> b.key() == key).findFirst();
    }

    public Optional<Term> category(int key) {
        return categories.stream().filter(c -> c.key() == key).findFirst();
    }

    public Optional<Term> source(int key) {
        return sources.stream().filter(s -> s.key() == key).findFirst();
    }

    public Optional<Drive> drive(int key) {
        return drives.stream().filter(d -> d.key() == key).findFirst();
    }

    /** The batch new matters go into on a day, the latest where several run; empty where none does. */
    public Optional<Batch> batchOn(LocalDate day) {
        return batches.stream()
                .filter(b -> !b.isClosed(day) && !day.isBefore(b.start()))
                .reduce((earlier, later) -> later);
    }

    /** What applies to units of a class on a level. */
    public List<Guidance> guidanceFor(String unitClass, String level) {
        return guidance.stream().filter(g -> g.appliesTo(unitClass, level)).toList();
    }

    /** Categories directly below another; the first level for null. */
    public List<Term> below(Integer parent) {
        return categories.stream()
                .filter(c -> Objects.equals(c.parent(), parent))
                .toList();
    }

    /** Refuses a category, source or batch the programme does not have. */
    public void check(int category, int source, int batch) {
        refuseUnless(category(category).isPresent(), "programme.refused.category", category);
        refuseUnless(source(source).isPresent(), "programme.refused.source", source);
        refuseUnless(batch(batch).isPresent(), "programme.refused.batch", batch);
    }

    /** The same, and a batch that has ended: nothing new enters it. */
    public void check(int category, int source, int batch, LocalDate today) {
        check(category, source, batch);
        Batch found = batch(batch).orElseThrow();
        refuseUnless(!found.isClosed(today), "programme.refused.batch.closed", found.key(), found.end());
    }

    private static void refuseUnless(boolean fine, String key, Object... args) {
        if (!fine) {
            throw Refusal.of(key, args);
        }
    }
}
