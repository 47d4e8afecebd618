package org.luodi.matters;

import java.time.LocalDate;
import org.luodi.organisation.UnitId;

/**
 * One line of the task list: what, who, by when.
 *
 * @param id 0 for a task not yet kept
 * @param doneOn null while it is open
 * @param unit the helping unit that does it; null for the lead itself (mechanisms 26)
 * @param answer what the unit that did it says about it
 */
public record Task(
        long id,
        String what,
        String who,
        LocalDate due,
        LocalDate doneOn,
        String evidence,
        UnitId unit,
        String answer) {

    /** A task of the lead unit itself. */
    public static Task of(String what, String who, LocalDate due) {
        return new Task(0, what, who, due, null, null, null, null);
    }

    /** That a task was done, with what shows it. */
    public static Task done(long id, String evidence, String answer) {
        return new Task(id, null, null, null, null, evidence, null, answer);
    }

    /** The same, done by a helping unit. */
    public Task by(UnitId helper) {
        return new Task(id, what, who, due, doneOn, evidence, helper, answer);
    }
}
