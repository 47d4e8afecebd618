package org.luodi.voice;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.luodi.matters.Detail;
import org.luodi.matters.MatterId;
import org.luodi.organisation.UnitId;

/**
 * What an office does with a report, with what the move needs; the rest is null.
 *
 * @param version the version the person saw
 * @param ground why it is not theirs
 * @param words the basis, or the reason
 * @param unit the one that is proposed, or the one that shall answer
 * @param matter the standing matter it joins
 * @param draft the new matter it becomes
 */
public record ReportAnswer(
        Verb verb, int version, Ground ground, String words, UnitId unit, MatterId matter, Draft draft) {

    /**
     * A new matter: what the office writes of it, never the reporter's contact.
     *
     * @param own whom a deed helps and what will be different; null for a problem
     */
    public record Draft(String title, String symptoms, Integer category, LocalDate due, Detail.Own own) {

        /** A problem. */
        public Draft(String title, String symptoms, Integer category, LocalDate due) {
            this(title, symptoms, category, due, null);
        }

        /** All that was written, in one. */
        String words() {
            return Stream.of(title, symptoms, own == null ? null : own.affected(), own == null ? null : own.outcome())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining("\n"));
        }
    }

    /** A move that needs nothing. */
    public static ReportAnswer of(Verb verb, int version) {
        return new ReportAnswer(verb, version, null, null, null, null, null);
    }

    /** Not ours: why, on what basis, and whose it is. */
    public static ReportAnswer notOurs(int version, Ground ground, String basis, UnitId whose) {
        return new ReportAnswer(Verb.HAND_BACK, version, ground, basis, whose, null, null);
    }

    /** The same from the second unit that says so. */
    public ReportAnswer again() {
        return new ReportAnswer(Verb.HAND_BACK_AGAIN, version, ground, words, unit, matter, draft);
    }

    public static ReportAnswer take(int version, Draft draft) {
        return new ReportAnswer(Verb.TAKE, version, null, null, null, null, draft);
    }

    public static ReportAnswer join(int version, MatterId matter) {
        return new ReportAnswer(Verb.JOIN, version, null, null, null, matter, null);
    }

    public static ReportAnswer decide(int version, UnitId who, String reason) {
        return new ReportAnswer(Verb.DECIDE, version, null, reason, who, null, null);
    }
}
