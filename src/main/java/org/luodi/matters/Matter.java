package org.luodi.matters;

import java.time.Instant;
import java.time.LocalDate;
import org.luodi.organisation.Position;
import org.luodi.organisation.UnitId;

/**
 * The state of a matter.
 *
 * @param number 编号, unique in the installation
 * @param unit the one unit that answers for it now
 * @param category key in the programme
 * @param source key in the programme
 * @param batch key in the programme
 * @param due the day by which it is to be solved, or null
 * @param reopened how often it came back, by return or relapse
 * @param mergedInto the matter it was joined to, or null
 * @param version grows by one with every change
 */
public record Matter(
        MatterId id,
        String number,
        UnitId unit,
        Position at,
        Stage stage,
        int category,
        int source,
        int batch,
        LocalDate raisedOn,
        LocalDate due,
        int reopened,
        MatterId mergedInto,
        int version,
        long changedBy,
        Instant changedAt) {

    /** A new matter at the stage it had reached on paper; one that came back there has been reopened once. */
    Matter takenOver(Stage reached) {
        boolean cameBack = reached == Stage.RETURNED || reached == Stage.RELAPSED;
        return new Matter(
                id,
                number,
                unit,
                at,
                reached,
                category,
                source,
                batch,
                raisedOn,
                due,
                cameBack ? 1 : reopened,
                mergedInto,
                version,
                changedBy,
                changedAt);
    }
}
