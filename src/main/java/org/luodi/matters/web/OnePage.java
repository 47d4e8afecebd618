package org.luodi.matters.web;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.luodi.matters.Closings;
import org.luodi.matters.Detail;
import org.luodi.matters.Matter;
import org.luodi.matters.Matters;
import org.luodi.matters.Panel;
import org.luodi.matters.Roots;
import org.luodi.matters.Task;
import org.luodi.matters.Verb;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.programme.Programme;

/** What the page of one matter shows. */
public record OnePage(
        Matters.Told told,
        Unit unit,
        Around around,
        List<Matters.Choice> choices,
        History history,
        Programme programme,
        LocalDate today) {

    /**
     * What stands around the matter.
     *
     * @param names of every unit the page speaks of
     * @param root how the units at which it shows stand; null where nothing is tied to it
     * @param crowded whether the unit has more open matters than it can work at in parallel
     */
    public record Around(
            List<Task> tasks,
            Closings.Closing closing,
            List<Panel> panels,
            Roots.Standing root,
            Map<UnitId, String> names,
            boolean crowded) {}

    private static final Set<Verb> BESIDE = EnumSet.of(Verb.AMEND, Verb.ADD_TASK, Verb.FINISH_TASK);

    /** They leave the stage as it is, and the close rests on them. */
    private static final Set<Verb> FIRST = EnumSet.of(Verb.ACCEPT, Verb.SIGN, Verb.JUDGE, Verb.CHECK);

    public Matter matter() {
        return told.matter();
    }

    public Detail detail() {
        return told.detail();
    }

    /** Moves along the stage line that this person may make now. */
    public List<Matters.Choice> open() {
        return allowed(true);
    }

    /** Moves that leave the stage as it is and are seldom wanted. */
    public List<Matters.Choice> more() {
        return allowed(false);
    }

    private List<Matters.Choice> allowed(boolean first) {
        return choices.stream()
                .filter(c -> c.refusal() == null && !BESIDE.contains(c.move().verb()))
                .filter(c -> (c.move().to() != null || FIRST.contains(c.move().verb())) == first)
                .toList();
    }

    public List<Task> tasks() {
        return around.tasks();
    }

    /** A unit's name. */
    public String name(UnitId id) {
        return around.names().getOrDefault(id, "#" + id.value());
    }

    /** Whether it shows at another unit than the one that answers. */
    public boolean shownElsewhere() {
        return !matter().symptom().equals(matter().unit());
    }

    public boolean late(Task task) {
        return task.doneOn() == null && task.due() != null && task.due().isBefore(today);
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
