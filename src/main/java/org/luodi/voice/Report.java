package org.luodi.voice;

import java.time.Instant;
import java.time.LocalDate;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Position;
import org.luodi.organisation.UnitId;

/**
 * The state of a report. Who made it is nowhere in it.
 *
 * @param code the public number of its receipt
 * @param place the unit that the reporter named
 * @param receiver the unit that answers until another one has accepted
 * @param asked the unit on whose desk it lies: the receiver, the one it is handed to, or the arbiter
 * @param category key in the programme, or null
 * @param doubted the category that the reporter thinks right, or null
 * @param point where exactly, or null
 * @param takenBy the account that wrote it down for somebody, or null
 * @param aboutHandler whether it is about the named unit itself
 * @param deed whether it wishes for a good thing to be done instead of telling of a problem
 * @param echoOf the report it says "me too" to, or null
 * @param matter what it became, or null
 * @param bound whether an arbiter has decided who answers
 * @param suspectedBy the account that first held it for spam, or null
 * @param askedOn the day it came to the unit asked
 * @param due the day by which that unit answers; null where nobody is asked any more
 */
public record Report(
        ReportId id,
        String code,
        Stage stage,
        UnitId place,
        UnitId receiver,
        Position receiverAt,
        UnitId asked,
        Position askedAt,
        Integer category,
        Integer doubted,
        Point point,
        Way way,
        Long takenBy,
        boolean aboutHandler,
        boolean deed,
        ReportId echoOf,
        MatterId matter,
        int handBacks,
        boolean bound,
        Long suspectedBy,
        LocalDate receivedOn,
        LocalDate askedOn,
        LocalDate due,
        int version,
        long changedBy,
        Instant changedAt) {

    /** Whether the day for the answer is past. */
    public boolean isLate(LocalDate today) {
        return due != null && due.isBefore(today);
    }

    /** The same under the number it was kept under. */
    Report numbered(ReportId number) {
        return new Report(
                number,
                code,
                stage,
                place,
                receiver,
                receiverAt,
                asked,
                askedAt,
                category,
                doubted,
                point,
                way,
                takenBy,
                aboutHandler,
                deed,
                echoOf,
                matter,
                handBacks,
                bound,
                suspectedBy,
                receivedOn,
                askedOn,
                due,
                version,
                changedBy,
                changedAt);
    }
}
