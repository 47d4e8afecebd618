package org.luodi.matters.web;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.luodi.matters.Detail;
import org.luodi.matters.Matter;
import org.luodi.matters.Matters;
import org.luodi.matters.Task;
import org.luodi.matters.Verb;
import org.luodi.organisation.Unit;
import org.luodi.programme.Programme;

/** What the page of one matter shows. */
public record OnePage(
        Matters.Told told,
        Unit unit,
        List<Task> tasks,
        List<Matters.Choice> choices,
        History history,
        Programme programme,
        LocalDate today) {

    private static final Set<Verb> BESIDE = EnumSet.of(Verb.AMEND, Verb.ADD_TASK, Verb.FINISH_TASK);

    public Matter matter() {
        return told.matter();
    }

    public Detail detail() {
        return told.detail();
    }

    /** Moves this person may make now. */
    public List<Matters.Choice> open() {
        return choices.stream()
                .filter(c -> c.refusal() == null && !BESIDE.contains(c.move().verb()))
                .toList();
    }

    /** Moves of this stage that something stands in the way of. */
    public List<Matters.Choice> barred() {
        return choices.stream()
                .filter(c -> c.refusal() != null && !BESIDE.contains(c.move().verb()))
                .toList();
    }

    /** Whether this person may make a move now. */
    public boolean may(Verb verb) {
        return choices.stream().anyMatch(c -> c.move().verb() == verb && c.refusal() == null);
    }

    public boolean overdue() {
        LocalDate due = matter().due();
        return matter().stage().isOpen() && due != null && due.isBefore(today);
    }
}
