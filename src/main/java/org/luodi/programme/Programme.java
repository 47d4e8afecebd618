package org.luodi.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.luodi.platform.Refusal;

/**
 * A programme as its file states it. Keys are numbers, stable through renames, for the tallies count by them.
 *
 * @param version of the file
 * @param dueDays days a new matter is given where nobody says otherwise
 * @param softLimit open matters of one unit above which the order of importance is asked for (mechanisms 16)
 */
public record Programme(
        String id,
        String version,
        Words name,
        int dueDays,
        int softLimit,
        List<Batch> batches,
        List<Term> categories,
        List<Term> sources,
        List<Guidance> guidance,
        List<Rule> rules) {

    /** A text in both languages. */
    public record Words(String zh, String en) {

        public String in(String language) {
            return "en".equals(language) ? en : zh;
        }
    }

    /** A batch has a start and an end and nothing between: no stages (mechanisms 2). Its end closes nothing (mechanisms 28). */
    public record Batch(int key, Words name, LocalDate start, LocalDate end, List<String> levels) {

        public boolean isClosed(LocalDate today) {
            return today.isAfter(end);
        }
    }

    /** A category or a source. */
    public record Term(int key, Words name) {}

    /** What applies to a class of units, and why (mechanisms 6). */
    public record Guidance(String unitClass, Words focus, Words reason) {}

    /** A rule of the source, with the mechanism it stands for. */
    public record Rule(int mechanism, Words text) {}

    public Optional<Batch> batch(int key) {
        return batches.stream().filter(b -> b.key() == key).findFirst();
    }

    public Optional<Term> category(int key) {
        return categories.stream().filter(c -> c.key() == key).findFirst();
    }

    public Optional<Term> source(int key) {
        return sources.stream().filter(s -> s.key() == key).findFirst();
    }

    /** The batch new matters go into on a day; empty where every batch has ended or none has begun. */
    public Optional<Batch> batchOn(LocalDate day) {
        return batches.stream()
                .filter(b -> !b.isClosed(day) && !day.isBefore(b.start()))
                .findFirst();
    }

    /** Refuses a category or source the programme does not have, and a batch that has ended. */
    public void check(int category, int source, int batch, LocalDate today) {
        refuseUnless(category(category).isPresent(), "programme.refused.category", category);
        refuseUnless(source(source).isPresent(), "programme.refused.source", source);
        Batch found = batch(batch).orElseThrow(() -> Refusal.of("programme.refused.batch", batch));
        refuseUnless(
                !found.isClosed(today),
                "programme.refused.batch.closed",
                found.name().zh(),
                found.end());
    }

    private static void refuseUnless(boolean fine, String key, Object... args) {
        if (!fine) {
            throw Refusal.of(key, args);
        }
    }
}
