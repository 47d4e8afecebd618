package org.luodi.sheets;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.luodi.matters.MatterId;
import org.luodi.organisation.UnitId;
import org.luodi.platform.Refusal;
import org.luodi.platform.Worded;
import org.luodi.platform.identity.Actor;

/**
 * A ledger sheet somebody brought, and how far it has come.
 *
 * @param name of the file
 * @param unit where its account works, or null
 * @param batch the batch new matters go into
 * @param stopping true once it was asked to stop
 * @param attempt how often work on it was taken up; only the last one goes on
 * @param reason message key, where the sheet as a whole is refused or was interrupted
 */
public record Sheet(
        long id,
        long file,
        String name,
        long account,
        UnitId unit,
        int batch,
        State state,
        boolean stopping,
        int attempt,
        List<Heading> headings,
        String reason,
        List<Object> args,
        int percent,
        Instant createdAt,
        Instant changedAt) {

    /** Who brought it; the ledger needs no more than the number. */
    Actor actor() {
        return new Actor(account, "");
    }

    /** Where the sheet stands. */
    public enum State implements Worded {
        READING,
        READY,
        APPLYING,
        DONE,
        CANCELLED,
        REFUSED;

        /** Whether work goes on in the background. */
        public boolean isRunning() {
            return this == READING || this == APPLYING;
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** What will become of a row. */
    public enum Outcome implements Worded {
        CREATE,
        UPDATE,
        SAME,
        REFUSED;

        /** All words. */
        public static List<String> words() {
            return Worded.words(Outcome.class);
        }

        /** The outcome of a word, if it is one. */
        public static Optional<Outcome> of(String word) {
            return Worded.of(Outcome.class, word);
        }
    }

    /**
     * A heading of the sheet.
     *
     * @param index column counted from nought
     * @param key what a decision about it is remembered by
     * @param field word of the column it was taken for, or null
     */
    public record Heading(int index, String text, String key, String field) {}

    /**
     * A row and what will become of it, or has.
     *
     * @param row number as Excel shows it
     * @param matter the matter it is about, where there is one
     * @param version of that matter when the row was read
     * @param attempt how often work on it was taken up; only the last one goes on
     * @param reason message key of a refusal
     * @param changed words of the columns that differ
     * @param payload the cells below {@link Sheet#headings}, in that order
     */
    public record Line(
            int row,
            Outcome outcome,
            boolean applied,
            String number,
            MatterId matter,
            Integer version,
            String reason,
            List<Object> args,
            List<String> changed,
            List<String> payload) {

        Line settled(Outcome what, MatterId about) {
            return new Line(row, what, true, number, about, version, null, List.of(), changed, payload);
        }

        Line refused(Refusal refusal) {
            return new Line(
                    row,
                    Outcome.REFUSED,
                    false,
                    number,
                    matter,
                    version,
                    refusal.key(),
                    SheetStore.plain(refusal.args()),
                    changed,
                    payload);
        }
    }

    /** How many rows of each outcome there are, and how many of those were applied. */
    public record Counts(Map<Outcome, Integer> rows, Map<Outcome, Integer> applied) {

        public int of(Outcome outcome) {
            return rows.getOrDefault(outcome, 0);
        }

        public int appliedOf(Outcome outcome) {
            return applied.getOrDefault(outcome, 0);
        }

        public int total() {
            return rows.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** Rows that are to change something and have not yet. */
        public int left() {
            return of(Outcome.CREATE) + of(Outcome.UPDATE) - appliedOf(Outcome.CREATE) - appliedOf(Outcome.UPDATE);
        }
    }
}
