package org.luodi.matters;

import java.time.LocalDate;
import org.luodi.organisation.UnitId;

/**
 * A matter somebody raises.
 *
 * @param number 编号 as it stands in somebody's ledger; null: one is given
 * @param raisedOn the day it was found; null: today
 * @param due null where no day is set yet
 * @param traits its kind, whether it is marked, its drive
 */
public record NewMatter(
        String number,
        UnitId unit,
        int category,
        int source,
        int batch,
        LocalDate raisedOn,
        LocalDate due,
        Detail detail,
        Traits traits) {

    /** A plain problem. */
    public NewMatter(
            String number,
            UnitId unit,
            int category,
            int source,
            int batch,
            LocalDate raisedOn,
            LocalDate due,
            Detail detail) {
        this(number, unit, category, source, batch, raisedOn, due, detail, Traits.of(Kind.PROBLEM));
    }

    /** The same as a record of another kind, marked or in a drive. */
    public NewMatter with(Kind kind, boolean marked, Integer drive) {
        Traits special = Traits.of(kind).marked(marked).inDrive(drive);
        return new NewMatter(number, unit, category, source, batch, raisedOn, due, detail, special);
    }
}
