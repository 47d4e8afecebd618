package org.luodi.evaluations;

import java.time.LocalDate;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Position;
import org.luodi.organisation.UnitId;

/**
 * One asking of those affected: a matter, and the how-manieth time it settled.
 *
 * @param round how often the matter had come back when it settled
 * @param unit that said it is settled
 * @param endsOn the last day on which answers are taken
 * @param answered how many have answered; nobody learns it before the end
 * @param outcome null while it is open
 * @param endedOn null while it is open
 */
record Asking(
        long id,
        MatterId matter,
        int round,
        UnitId unit,
        Position at,
        LocalDate openedOn,
        LocalDate endsOn,
        int invited,
        int answered,
        Outcome outcome,
        LocalDate endedOn) {

    boolean isOpen() {
        return outcome == null;
    }

    /** Whether an answer is still taken. */
    boolean takes(LocalDate today) {
        return isOpen() && !today.isAfter(endsOn);
    }
}
