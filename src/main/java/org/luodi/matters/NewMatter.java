package org.luodi.matters;

import java.time.LocalDate;
import org.luodi.organisation.UnitId;

/**
 * A matter somebody raises.
 *
 * @param number 编号 as it stands in somebody's ledger; null: one is given
 * @param raisedOn the day it was found; null: today
 * @param due null where no day is set yet
 */
public record NewMatter(
        String number,
        UnitId unit,
        int category,
        int source,
        int batch,
        LocalDate raisedOn,
        LocalDate due,
        Detail detail) {}
