package org.luodi.evaluations;

import java.time.LocalDate;
import java.util.List;
import org.luodi.matters.MatterId;
import org.luodi.organisation.UnitId;

/**
 * What came of an asking; while it is open, that it is open and until when, and nothing else.
 *
 * @param outcome null while it is open
 * @param groups what each group said, none while it is open
 * @param words what was said in words, with what tells who somebody is made unreadable
 */
public record Result(
        long id,
        MatterId matter,
        int round,
        UnitId unit,
        LocalDate openedOn,
        LocalDate endsOn,
        Outcome outcome,
        List<Group> groups,
        List<String> words) {

    /** How many of a group were invited, answered, and said yes to each question. */
    public record Group(String name, long invited, long answered, long solved, long satisfied, long fits) {}

    /** Whether it can still be answered. */
    public boolean isOpen() {
        return outcome == null;
    }

    static Result open(Asking asking) {
        return ended(asking, List.of(), List.of());
    }

    static Result ended(Asking a, List<Group> groups, List<String> words) {
        return new Result(
                a.id(), a.matter(), a.round(), a.unit(), a.openedOn(), a.endsOn(), a.outcome(), groups, words);
    }
}
