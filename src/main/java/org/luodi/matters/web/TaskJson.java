package org.luodi.matters.web;

import java.time.LocalDate;
import org.luodi.matters.Task;

/**
 * A task as the API shows it.
 *
 * @param unit the helping unit that does it, or null
 */
record TaskJson(
        long id,
        String what,
        String who,
        LocalDate due,
        LocalDate doneOn,
        String evidence,
        Integer unit,
        String answer) {

    static TaskJson of(Task t) {
        Integer unit = t.unit() == null ? null : t.unit().value();
        return new TaskJson(t.id(), t.what(), t.who(), t.due(), t.doneOn(), t.evidence(), unit, t.answer());
    }
}
