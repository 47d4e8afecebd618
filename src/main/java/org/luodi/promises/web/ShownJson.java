package org.luodi.promises.web;

import java.time.LocalDate;
import java.util.List;
import org.luodi.promises.Shown;

/**
 * A promise as the API shows it to anybody.
 *
 * @param unit the unit that promised it
 * @param answers the unit that answers now
 * @param rework how often it had to be done again
 * @param pictures numbers of the pictures that prove it
 */
record ShownJson(
        long id,
        int unit,
        int answers,
        boolean deed,
        String title,
        String words,
        String state,
        LocalDate publishedOn,
        LocalDate raisedOn,
        LocalDate due,
        boolean late,
        LocalDate closedOn,
        int rework,
        int supports,
        List<Integer> pictures) {

    static ShownJson of(Shown shown, LocalDate today) {
        return new ShownJson(
                shown.promise().id(),
                shown.promise().unit().value(),
                shown.answers().value(),
                shown.promise().deed(),
                shown.promise().title(),
                shown.promise().words(),
                shown.state().word(),
                shown.promise().publishedOn(),
                shown.raisedOn(),
                shown.due(),
                shown.late(today),
                shown.closedOn(),
                shown.rework(),
                shown.promise().supports(),
                shown.proofs());
    }
}
